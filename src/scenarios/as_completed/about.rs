use crate::scenario::{About, Choice, Param, Proof, Question};

pub const ABOUT: About = About {
    title: "Results as they come",
    summary: "A `JoinSet` gives each result as soon as its task ends, whatever the order of spawning.",
    text: "`join!` gives all results at the end, in the order of its arguments. Often you want \
        each one as soon as it is there: to show it, or to begin the next step with it.\n\n\
        A `JoinSet` holds tasks. `join_next` waits until any of them ends, and gives that one's \
        result. So the lines come in the order of the waits, and main works between two results \
        instead of after the last.\n\n\
        When the set is empty, `join_next` gives `None`, and the `while` ends. The total is still \
        the longest wait.\n\n\
        In Python, `asyncio.as_completed` does the same for a list of tasks.",
    params: &[
        Param::seconds("a", "A", 2.0),
        Param::seconds("b", "B", 1.0),
        Param::seconds("c", "C", 3.0),
    ],
    predict: &[
        Question::Order,
        Question::Total,
        Question::Choice {
            ask: "What decides in which order `join_next` gives the results?",
            options: &[
                Choice::wrong(
                    "The order in which the tasks were spawned.",
                    "That is the order in which they begin. It does not matter here.",
                ),
                Choice::right(
                    "The order in which the tasks end.",
                    "Whichever ends next is given next.",
                ),
                Choice::wrong(
                    "The order of the names: A, B, C.",
                    "The set knows no names, and promises no order of its own.",
                ),
            ],
            shown_by: Some(Proof::Order),
        },
    ],
    compare: Some("spawn"),
    ..About::EMPTY
};
