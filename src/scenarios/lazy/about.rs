use crate::scenario::{About, Choice, Proof, Question, Words};

pub const ABOUT: About = About {
    title: "Calling is not running",
    summary: "Calling an async function only makes a future; awaiting the future runs the body.",
    text: "Calling `greet` prints nothing. It makes a future (in Python a coroutine): a value \
        that holds the work still to be done. The greeting appears only when main awaits that \
        value.\n\n\
        The last two are made and thrown away. No greeting comes, and no time passes: the \
        whole log falls into one moment, and main is polled only once. A diagnosis names the \
        sleep that nobody awaited.\n\n\
        Forgetting an await is a common slip. Of a bare call, without the `drop`, rustc warns \
        before the program runs, in the words shown here. CPython runs the program, and says \
        on stderr: `RuntimeWarning: coroutine 'greet' was never awaited`.",
    predict: &[
        Question::Order,
        Question::Prints {
            text: "Hello, nobody!",
        },
        Question::Total,
        Question::Choice {
            ask: "What does the call `greet(\"nobody\")`, without an await, give?",
            options: &[
                Choice::wrong(
                    "The greeting, at once.",
                    "That is what a plain function would do. Of an async function, a call runs \
                     nothing.",
                ),
                Choice::wrong(
                    "The greeting, a little later.",
                    "Nobody ever runs it: the loop does not even know of it.",
                ),
                Choice::right(
                    "A value that could run, and does not.",
                    "Rust calls it a future, Python a coroutine object. It is thrown away before \
                     anybody awaits it.",
                ),
            ],
            shown_by: Some(Proof::Prints {
                text: "Hello, nobody!",
            }),
        },
    ],
    compare: Some("schedule-or-await"),
    words: Some(Words {
        title: "What rustc says to a call without an await",
        text: include_str!("mistake.txt"),
    }),
    ..About::EMPTY
};
