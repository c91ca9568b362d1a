use crate::scenario::{About, Choice, Param, Proof, Question};

pub const ABOUT: About = About {
    title: "A task that panics",
    summary: "A panic ends its own task; who awaits the handle gets an error, and everybody else runs on.",
    text: "A panic is Rust's way to say: this must not happen. With no guests, the first task \
        panics. It ends there and then, and what it holds is dropped. The loop and the other task \
        run on.\n\n\
        Main learns of it when it awaits the handle: it gets an `Err`, with a `JoinError`, instead \
        of the number. Main chooses what to do, and here continues.\n\n\
        In Python an exception that leaves a task is kept, too, and raised where the task is \
        awaited.\n\n\
        If nobody awaits such a task, main never learns of it, and only stderr tells you: one more \
        reason to keep handles. A panic in main itself ends the run, in Python an exception in main \
        does.",
    params: &[
        Param::count("cakes", "cakes", 6, 0, 12),
        Param::count("guests", "guests", 0, 0, 6),
    ],
    predict: &[
        Question::Order,
        Question::Prints {
            text: "main: continues",
        },
        Question::Choice {
            ask: "If a task panics, who learns of it?",
            options: &[
                Choice::wrong(
                    "Everybody: the whole program ends.",
                    "A panic ends its own task. The other task and main run on.",
                ),
                Choice::right(
                    "Whoever awaits the handle of the task.",
                    "It gets an error in place of the result, and decides what to do.",
                ),
                Choice::wrong(
                    "Nobody: the loop starts the task again.",
                    "A task runs once. Whoever wants another try has to spawn another task.",
                ),
            ],
            shown_by: Some(Proof::Prints {
                text: "main: continues",
            }),
        },
    ],
    compare: Some("errors"),
    ..About::EMPTY
};
