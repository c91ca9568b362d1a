use crate::scenario::{About, Question, Words};

pub const ABOUT: About = About {
    title: "Calling is not running",
    summary: "Calling an async function only makes a future; awaiting the future runs the body.",
    text: "Calling greet prints nothing. It makes a future: a value that holds the work still to be \
        done. The greeting appears only when main awaits that future.\n\n\
        The last two futures are made and dropped. No greeting comes, and no time passes: the \
        whole log falls into one moment, and main is polled only once. A diagnosis names the \
        sleep that nobody awaited.\n\n\
        Forgetting an await is a common slip. Of a bare call, without the drop, rustc warns \
        before the program runs, in the words shown here. CPython runs the program, and says on \
        stderr: RuntimeWarning: coroutine 'greet' was never awaited.",
    predict: &[
        Question::Order,
        Question::Prints {
            text: "Hello, nobody!",
        },
        Question::Total,
    ],
    compare: Some("schedule-or-await"),
    words: Some(Words {
        title: "What rustc says to a call without an await",
        text: include_str!("mistake.txt"),
    }),
    ..About::EMPTY
};
