use crate::scenario::{About, Param, Question};

pub const ABOUT: About = About {
    title: "Threads or tasks?",
    summary: "A thread can be interrupted anywhere, a task only at an await; a call that blocks needs a thread.",
    text: "An old library blocks. On the loop's thread it would stop everybody, so it gets another one: \
        `spawn_blocking`, in Python `asyncio.to_thread`. Meanwhile two tasks count visitors.\n\n\
        They share a counter without a lock, and never miscount. A task gives way only at an await, \
        and none stands between reading and writing: tasks cooperate. Threads are pre-empted: the \
        system may switch between any two steps, and shared data then needs a lock.\n\n\
        Use tasks for much waiting, threads for calls that block, and for computing threads in Rust, \
        processes in Python. Better than a thread is a library that awaits: `aiohttp` instead of \
        `requests`.",
    params: &[Param::count("number", "visitors at each gate", 5, 1, 15)],
    predict: &[Question::Order, Question::Total],
    compare: Some("lost-update"),
    ..About::EMPTY
};
