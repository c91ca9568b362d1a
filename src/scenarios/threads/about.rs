use crate::scenario::{About, Param, Question};

pub const ABOUT: About = About {
    title: "Threads that block, tasks that block",
    summary: "Blocking calls overlap on threads of their own; in tasks they come one after another.",
    text: "`spawn_blocking` (in Python `asyncio.to_thread`) hands a blocking call to another \
        thread: here a Web Worker, elsewhere one of a pool (in Python of 4 more than there are \
        processors, and at most 32). All block at the same time, so this part lasts about one \
        second, and the page's heartbeat goes on.\n\n\
        Then as many tasks make the same call. They share the loop's thread: the seconds add \
        up, and every task earns a diagnosis.\n\n\
        Threads have a price. A worker brings an instance of the whole program with memory of \
        its own. (An ordinary thread shares memory, and costs a stack.) A task is one small \
        object. Compare their bytes, both measured in this run.",
    params: &[Param::count("workers", "threads, then tasks", 3, 1, 8)],
    predict: &[Question::Total],
    compare: Some("cpu-bound"),
    ..About::EMPTY
};
