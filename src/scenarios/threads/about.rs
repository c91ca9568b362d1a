use crate::scenario::{About, Param, Question};

pub const ABOUT: About = About {
    title: "Threads that block, tasks that block",
    summary: "Blocking calls overlap on threads of their own; in tasks they come one after another.",
    text: "spawn_blocking gives a blocking call a thread of its own: here a Web Worker. \
        All workers block at the same time, so this part lasts about one second, \
        and the page's heartbeat goes on.\n\n\
        Then as many tasks make the same call. They share the loop's thread: \
        each holds up the rest, the seconds add up, the page stands still, \
        and every task earns a diagnosis.\n\n\
        Threads have a price. A worker takes a moment to start, \
        and brings an instance of the whole program with memory of its own; \
        a task is one small object in memory that is there already. \
        Compare the bytes of a worker with those of a task, both measured in this run.",
    params: &[Param::count("workers", "threads, then tasks", 3, 1, 8)],
    predict: &[Question::Total],
    compare: Some("cpu-bound"),
    ..About::EMPTY
};
