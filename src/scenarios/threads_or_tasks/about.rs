use crate::scenario::{About, Choice, Param, Question};

pub const ABOUT: About = About {
    title: "Threads or tasks?",
    summary: "A thread can be interrupted anywhere, a task only at an await; a call that blocks needs a thread.",
    text: "An old library blocks. On the loop's thread it would stop everybody, so it gets \
        another one: `spawn_blocking`, in Python `asyncio.to_thread`. Meanwhile two tasks count \
        visitors.\n\n\
        They share a counter without a lock, and never miscount. A task gives way only at an await, \
        and none stands between reading and writing: the tasks of a thread cooperate. Threads are \
        pre-empted: the system may switch between any two steps, and shared data then needs a lock. \
        (The same holds for tasks on several threads, as with tokio's `spawn`.)\n\n\
        Use tasks for much waiting, threads for calls that block; for computing threads, in CPython \
        processes. Better than a thread is a library that awaits: `aiohttp` instead of `requests`.",
    params: &[Param::count("number", "visitors at each gate", 5, 1, 15)],
    predict: &[
        Question::Order,
        Question::Total,
        Question::Choice {
            ask: "Why does the counter need no lock here?",
            options: &[
                Choice::wrong(
                    "Adding one to a number is a single step.",
                    "Here it is two: one line reads, the next one writes.",
                ),
                Choice::right(
                    "No await stands between reading and writing.",
                    "So the other task, on the same thread, has no turn between them.",
                ),
                Choice::wrong(
                    "The loop locks what its tasks have in common.",
                    "The loop knows nothing of the counter. A later lesson shows what an await between the two does.",
                ),
            ],
            shown_by: None,
        },
    ],
    compare: Some("lost-update"),
    ..About::EMPTY
};
