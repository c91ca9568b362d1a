use crate::scenario::{About, Question};

pub const ABOUT: About = About {
    title: "Ready, running, waiting",
    summary: "Three tasks take turns on one thread: the loop runs whoever is ready, until it waits again.",
    text: "main spawns three tasks: `spawn_local` (in Python `asyncio.create_task`) puts each at \
        the end of the ready queue, where those stand that could run now. So main's own line \
        still comes first. When main awaits, the loop polls A, then B, then C: here the first \
        in is the first out.\n\n\
        Each runs up to its sleep, which sets a timer. When the timer fires, it wakes its \
        task, which is ready again. Every later turn is alike, and two never run at once.\n\n\
        Step through the events and watch both lists. (A task that waits for another task \
        stands in neither: that one will wake it. A real loop also watches sockets.)",
    predict: &[Question::Order, Question::Total],
    ..About::EMPTY
};
