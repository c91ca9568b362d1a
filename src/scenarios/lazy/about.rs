use crate::scenario::{About, Choice, Exercise, Proof, Question, Words};

pub const ABOUT: About = About {
    title: "Calling is not running",
    summary: "Calling an async function only makes a future; awaiting the future runs the body.",
    text: "Calling `greet` prints nothing. It makes a future (in Python a coroutine): a value that \
        holds the work still to be done. The greeting appears only when main awaits that value.\n\n\
        The second greeting and the sleep are made and thrown away. Nobody is greeted, and no time \
        passes: the whole log falls into one moment, and main is polled only once. A diagnosis names \
        the sleep that nobody awaited. (When you have changed the program, also the greeting.)\n\n\
        Forgetting an await is a common slip. Of a bare call, without the `drop`, rustc warns before \
        the program runs, in the words shown here. CPython runs the program, and says on stderr: \
        `RuntimeWarning: coroutine 'greet' was never awaited`.",
    predict: &[
        Question::Order,
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
    exercise: Some(Exercise {
        goal: "Greet Ada and Grace, pause for one second and no more, greet Barbara, and only \
            then say that all are greeted; no diagnosis is to be left.",
        hints: [
            "Main makes four values that could run. Which of them does it await?",
            "Put `.await` behind each of the calls, in the lines where they are made; nothing \
             has to be kept in a variable or thrown away.",
        ],
        given: Some(include_str!("exercise/given.rs")),
        answer: include_str!("exercise/answer.rs"),
    }),
    compare: Some("schedule-or-await"),
    words: Some(Words {
        title: "What rustc says to a call without an await",
        text: include_str!("mistake.txt"),
    }),
    diagnosed: &["never-awaited"],
    ..About::EMPTY
};
