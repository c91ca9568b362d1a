use crate::scenario::{About, Choice, Param, Proof, Question};

pub const ABOUT: About = About {
    title: "A sleep that awaits",
    summary: "While one task awaits its sleep, every other task runs on, and so does the page.",
    text: "The same program but for one line: main awaits `sleep(seconds)` (in Python \
        `asyncio.sleep`) where the other one calls `thread::sleep` (`time.sleep`).\n\n\
        To await a sleep is to leave a deadline with the loop and to hand back the thread. The \
        heartbeat uses it: it beats every 0.2 s from the first line to the last. In the \
        timeline main is waiting, not running, and all polls are short. The page's own \
        heartbeat never stops, and Stop works at any moment.\n\n\
        Nothing is diagnosed, and the total is the same. Both programs sleep equally long; \
        only this one lets others run meanwhile.",
    params: &[Param::seconds("seconds", "main sleeps for", 1.0)],
    predict: &[
        Question::Order,
        Question::Prints {
            text: "heartbeat 6",
        },
        Question::Choice {
            ask: "What does the await of `sleep(seconds)` pause?",
            options: &[
                Choice::wrong(
                    "The thread, until the time is up.",
                    "The thread is free: the heartbeat runs on it meanwhile.",
                ),
                Choice::right(
                    "Main alone, until its deadline.",
                    "Main hands back the thread, and the loop runs the others.",
                ),
                Choice::wrong(
                    "Every task, until main continues.",
                    "The heart beats on while main sleeps.",
                ),
            ],
            shown_by: Some(Proof::Order),
        },
    ],
    compare: Some("blocking-sleep"),
    ..About::EMPTY
};
