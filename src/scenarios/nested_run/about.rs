use crate::scenario::{About, Choice, Proof, Question, Words};

pub const ABOUT: About = About {
    title: "No loop inside a loop",
    summary: "Inside async code a second loop is refused; await is all that is needed.",
    text: "A loop runs main. A second one, started inside, would hold the thread until it is done, \
        and the first could not go on. So it is refused.\n\n\
        Python's `asyncio.run` raises a `RuntimeError`, which the program prints. \
        (`run_until_complete` on main's own loop: `This event loop is already running`.) tokio's \
        `block_on` refuses in the words shown here. The Rust program asks first whether it is within \
        a runtime, tokio's loop (`Handle::try_current`), and prints their first sentence. Only there \
        the logs differ.\n\n\
        Then the run goes on: the same greeting, awaited, runs on the loop that is there. \
        `asyncio.run` and `block_on` are doors into async code. Once inside, just await. So it is in \
        a Jupyter cell, where a loop already runs.",
    predict: &[
        Question::Order,
        Question::Prints {
            text: "hello from inside the loop",
        },
        Question::Choice {
            ask: "A loop runs main, and main starts a second loop. What happens?",
            options: &[
                Choice::right(
                    "The second loop is refused, in both languages.",
                    "It would hold the thread until its work is done, and the first loop needs \
                     that thread.",
                ),
                Choice::wrong(
                    "The second runs inside the first, which waits for it.",
                    "A loop that waits for a call to return is blocked: nothing of the first could run. So it is not allowed.",
                ),
                Choice::wrong(
                    "The two loops take turns on the one thread.",
                    "A loop shares its thread with its own tasks alone, at their awaits.",
                ),
            ],
            shown_by: Some(Proof::Prints {
                text: "hello from inside the loop",
            }),
        },
    ],
    python_differs: Some("the refusal in asyncio's words"),
    words: Some(Words {
        title: "tokio, to block_on inside of a runtime",
        text: include_str!("tokio.txt"),
    }),
    ..About::EMPTY
};
