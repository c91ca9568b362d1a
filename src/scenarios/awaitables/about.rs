use crate::scenario::{About, Question};

pub const ABOUT: About = About {
    title: "Three things to await",
    summary: "One can await an async function's future, a task's handle, and a oneshot that a callback completes.",
    text: "What can be awaited is an awaitable, and main has three kinds.\n\n\
        The function runs inside main. The task has a lane of its own and starts at main's \
        first pause. The `oneshot` is where callbacks meet await: whoever holds the sender \
        completes it. Here another task plays the timer that calls back; in Python the loop's \
        own `call_later` does.\n\n\
        The results come at 0.1 s, 0.2 s and 0.3 s, not at 0.1 s, 0.3 s and 0.6 s: while main \
        awaits the first, the others are under way.\n\n\
        Python awaits a coroutine, a `Task` and a `Future`. Its `Future` is both ends of \
        Rust's `oneshot` in one; what Rust calls a future is nearest to Python's coroutine.",
    predict: &[Question::Order, Question::Total],
    ..About::EMPTY
};
