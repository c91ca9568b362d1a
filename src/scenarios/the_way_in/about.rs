use crate::scenario::{About, Param, Question};

pub const ABOUT: About = About {
    title: "The way in",
    summary: "An async function is a function, calling it makes a future, and something must run that future.",
    text: "`greet` is a function like any other. Calling it does not run its body. It makes a value that \
        holds the work still to be done: Rust calls it a future, Python a coroutine. (This is the \
        only line in which the two programs differ.) Await it, and the body runs.\n\n\
        But only async code may await. So who awaits main? A program begins in plain code and needs a \
        door: in Python `asyncio.run(main())`, in Rust `#[tokio::main]` above main. Both start an \
        event loop, hand it main's future, and return when main has ended.\n\n\
        One door, at the start, is enough. Here the page opens it for you.",
    params: &[Param::seconds("wait", "pause of greet", 0.5)],
    predict: &[Question::Order, Question::Total],
    compare: Some("lazy"),
    python_differs: Some("a coroutine where Rust has a future"),
    ..About::EMPTY
};
