use crate::scenario::{About, Choice, Param, Proof, Question};

pub const ABOUT: About = About {
    title: "The way in",
    summary: "An async function is a function, calling it makes a future, and something must run that future.",
    text: "`greet` is a function like any other. Calling it does not run its body. It makes a \
        value that holds the work still to be done: Rust calls it a future, Python a coroutine. \
        (This is the only line in which the two logs differ.) Await it, and the body runs.\n\n\
        But only async code may await. So who awaits main? A program begins in plain code and needs \
        a door: in Python `asyncio.run(main())`, in Rust `#[tokio::main]` above main. Both start an \
        event loop, hand it main's future, and return when main has ended.\n\n\
        One door, at the start, is enough. Here the page opens it for you.",
    params: &[Param::seconds("wait", "pause of greet", 0.5)],
    predict: &[
        Question::Order,
        Question::Total,
        Question::Choice {
            ask: "What does the word `async` before `greet` change?",
            options: &[
                Choice::wrong(
                    "It runs in the background as soon as it is called.",
                    "A call runs nothing of it: “no greeting yet” comes before the greeting.",
                ),
                Choice::wrong(
                    "It runs in a thread of its own when it is called.",
                    "There is one thread, and in it `greet` runs when it is awaited.",
                ),
                Choice::right(
                    "A call of it makes a future, and its body may pause.",
                    "The call only makes the value. Awaited, the body runs, and may pause at each await \
                     in it.",
                ),
            ],
            shown_by: Some(Proof::Order),
        },
    ],
    compare: Some("lazy"),
    python_differs: Some("a coroutine where Rust has a future"),
    ..About::EMPTY
};
