use crate::scenario::{About, Choice, Proof, Question};

pub const ABOUT: About = About {
    title: "Three things to await",
    summary: "One can await an async function's future, a task's handle, and a oneshot that a callback completes.",
    text: "What can be awaited is an awaitable, and main has three kinds.\n\n\
        The function runs inside main. The task has a lane of its own and starts at main's first \
        pause. The `oneshot` carries one value: a callback sends it, and main awaits it. Here \
        another task plays the timer that calls back; in Python the loop's own `call_later` does.\n\n\
        The results come at 0.1 s, 0.2 s and 0.3 s, not at 0.1 s, 0.3 s and 0.6 s: while main awaits \
        the first, the others are under way.\n\n\
        Python awaits a coroutine, a `Task` and a `Future`. Its `Future` is both ends of Rust's \
        `oneshot` in one; what Rust calls a future is nearest to Python's coroutine.",
    predict: &[
        Question::Order,
        Question::Total,
        Question::Choice {
            ask: "If main only slept instead of awaiting the three, which of them would not run?",
            options: &[
                Choice::right(
                    "The function: only an await runs it.",
                    "Nobody but main knows its future. The task and the callback are known to the loop.",
                ),
                Choice::wrong(
                    "The task: its handle has to be awaited.",
                    "The loop runs a task as soon as main waits for anything at all.",
                ),
                Choice::wrong(
                    "The callback: nobody takes its result.",
                    "Its timer fires all the same. The result would wait in vain.",
                ),
            ],
            shown_by: Some(Proof::Order),
        },
    ],
    ..About::EMPTY
};
