use crate::scenario::{About, Choice, Param, Proof, Question};

pub const ABOUT: About = About {
    title: "A shelf between two tasks",
    summary: "A bounded channel passes values from task to task, and makes the fast one wait for the slow one.",
    text: "The baker puts bread on a shelf, the shop takes it off: two tasks that share a channel. \
        `recv` waits while the shelf is empty, `send` while it is full.\n\n\
        The baker bakes in no time, the shop pauses after each bread. So the baker has to wait for a \
        free place, unless there is room for all. This is back-pressure: the slow side sets the \
        pace. With a larger shelf only the baker goes home earlier.\n\n\
        Then there is a heap, without a limit. The baker never waits for room, so more and more \
        bread lies there. In a server that runs for days, it takes all memory.\n\n\
        In Python it is `asyncio.Queue(maxsize=…)`, and `asyncio.Queue()` for the heap.",
    params: &[
        Param::count("room", "places on the shelf", 2, 1, 6),
        Param::seconds("pause", "pause of the shop", 1.0),
    ],
    predict: &[
        Question::Order,
        Question::Total,
        Question::Choice {
            ask: "When does the baker have to wait?",
            options: &[
                Choice::wrong(
                    "While the shelf is empty: there is nothing to do.",
                    "Then it is the shop that waits.",
                ),
                Choice::wrong(
                    "While the shop pauses: they share one thread.",
                    "The shop's pause leaves the thread free. The baker could run.",
                ),
                Choice::right(
                    "While the shelf is full: there is no place left.",
                    "Then `send` waits until the shop takes a bread.",
                ),
            ],
            shown_by: Some(Proof::Order),
        },
    ],
    compare: Some("semaphore"),
    diagnosed: &["growing-channel"],
    ..About::EMPTY
};
