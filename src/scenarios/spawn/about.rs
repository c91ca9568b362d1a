use crate::scenario::{About, Param, Question};

pub const ABOUT: About = About {
    title: "Three tasks with handles",
    summary: "Spawned tasks wait side by side, in whatever order their handles are awaited.",
    text: "main spawns all three, then awaits A's handle. For that time it waits for A alone, yet B \
        and C run on: while main lives, a task runs whether or not somebody awaits its handle. \
        If B is done before A, its result lies ready when main comes to B's handle, and that \
        await does not wait. So the total is that of join!.\n\n\
        Unlike the branches of join!, each task is woken and polled alone, as are the tasks that \
        Python's gather makes. And a handle can do more: it can be kept, awaited elsewhere, or \
        aborted.\n\n\
        What would change if main awaited each handle as soon as it has it? Predict, then \
        compare.",
    params: &[
        Param::seconds("a", "A", 2.0),
        Param::seconds("b", "B", 1.0),
        Param::seconds("c", "C", 3.0),
    ],
    predict: &[Question::Order, Question::Total],
    compare: Some("spawn-await-each"),
    ..About::EMPTY
};
