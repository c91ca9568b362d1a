use crate::scenario::{About, Param, Question};

pub const ABOUT: About = About {
    title: "Cancelling a task",
    summary: "A cancelled task ends at the await where it stands: no later line runs, but its cleanup does.",
    text: "A takes a step every half second. After the time you choose, main cancels it. A stands at an \
        await then, and does not continue after it: the lines below are not printed.\n\n\
        But A holds a bell, and puts it away however it ends. In Rust, `abort` drops the future, and \
        with it all that it holds: the bell's `drop` runs. In Python, `cancel` raises \
        `CancelledError` at the await, and the `finally` block runs.\n\n\
        B is cancelled before its first poll. Its body never began, so it has no bell to put away. A \
        diagnosis names B.\n\n\
        A task can only be cancelled where it waits. One that is done stays done.",
    params: &[Param::seconds("moment", "cancel A after", 0.7)],
    predict: &[
        Question::Order,
        Question::Prints {
            text: "A takes step 3",
        },
    ],
    compare: Some("timeout"),
    ..About::EMPTY
};
