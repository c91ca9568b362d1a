use crate::scenario::{About, Param, Question};

pub const ABOUT: About = About {
    title: "Three tasks with handles",
    summary: "Spawned tasks run side by side from the first await on, in whatever order their handles are awaited.",
    text: "main spawns all three, then awaits A's handle. For that time it waits for A alone, \
        yet B is done first: a task runs whether or not somebody awaits its handle. \
        When main comes to B's handle, the result lies ready, and that await does not wait. \
        So the total is that of gather.\n\n\
        Unlike the branches of gather, each task is woken and polled alone. \
        And a handle can do more: it can be kept, awaited elsewhere, or aborted.\n\n\
        What would change if main awaited each handle as soon as it has it? Predict, then compare.",
    params: &[
        Param::seconds("a", "A", 2.0),
        Param::seconds("b", "B", 1.0),
        Param::seconds("c", "C", 3.0),
    ],
    predict: &[Question::Order, Question::Total],
    compare: Some("spawn-await-each"),
    ..About::EMPTY
};
