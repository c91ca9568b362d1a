use crate::scenario::{About, Choice, Param, Proof, Question};

pub const ABOUT: About = About {
    title: "Cancelling a task",
    summary: "A cancelled task ends at the await where it stands: no later line runs, but its cleanup does.",
    text: "A takes a step every half second. After the time you choose, main cancels it. If A is \
        not done by then, it stands at an await, and prints none of the lines below.\n\n\
        But A holds a bell, and puts it away however it ends. In Rust, `abort` drops the future, and \
        with it all that it holds: the bell's `drop` runs. In Python, `cancel` raises \
        `CancelledError` at the await, and the `finally` block runs.\n\n\
        B is cancelled before its first poll. Its body never began, so it has no bell to put away. A \
        diagnosis names B.\n\n\
        A task is cancelled at an await or before it begins, never in between. One that is done \
        stays done.",
    params: &[Param::seconds("moment", "cancel A after", 0.7)],
    predict: &[
        Question::Order,
        Question::Prints {
            text: "A takes step 3",
        },
        Question::Choice {
            ask: "If A is cancelled while it stands at an await, what of it still runs?",
            options: &[
                Choice::wrong(
                    "Nothing: it is gone at that moment.",
                    "The bell is put away all the same: whatever A holds is cleaned up.",
                ),
                Choice::right(
                    "Its cleanup, and no line after it.",
                    "In Rust what it holds is dropped, in Python `finally` runs. Then it has ended.",
                ),
                Choice::wrong(
                    "Its lines up to the next await.",
                    "It does not continue after the await at which it stands.",
                ),
            ],
            shown_by: Some(Proof::Prints {
                text: "the bell is put away",
            }),
        },
    ],
    compare: Some("timeout"),
    diagnosed: &["never-started"],
    ..About::EMPTY
};
