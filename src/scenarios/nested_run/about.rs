use crate::scenario::{About, Question, Words};

pub const ABOUT: About = About {
    title: "No loop inside a loop",
    summary: "Inside async code a second loop is refused; await is all that is needed.",
    text: "A loop runs main. A second one, started inside, would hold the thread until it is done, \
        and the first could not go on. So runtimes refuse.\n\n\
        Python's asyncio.run raises a RuntimeError, which the Python program catches and prints. \
        tokio's block_on panics with the words shown here. The Rust program asks first whether \
        it is within a runtime, and prints the first sentence of them. This is the only line in \
        which the two logs differ.\n\n\
        Then the run goes on: the same greeting, awaited, runs on the loop that is there. \
        asyncio.run and block_on are doors into async code. Once inside, you await.",
    predict: &[
        Question::Order,
        Question::Prints {
            text: "hello from inside the loop",
        },
    ],
    words: Some(Words {
        title: "tokio, to block_on inside of a runtime",
        text: include_str!("tokio.txt"),
    }),
    ..About::EMPTY
};
