use crate::scenario::{About, Param, Question};

pub const ABOUT: About = About {
    title: "Threads that block, tasks that block",
    summary: "Blocking calls overlap on threads of their own; in tasks they come one after another.",
    text: "spawn_blocking hands a blocking call to another thread: here a Web Worker, in tokio and \
        in Python's to_thread one from a pool of limited size. All block at the same time, so \
        this part lasts about one second, and the page's heartbeat goes on.\n\n\
        Then as many tasks make the same call. They share the loop's thread: the seconds add up, \
        the page stands still, and every task earns a diagnosis.\n\n\
        Threads have a price. A worker takes a moment to start, and brings an instance of the \
        whole program with memory of its own. (An ordinary thread shares its program's memory \
        and costs a stack.) A task is one small object. Compare their bytes, both measured in \
        this run.",
    params: &[Param::count("workers", "threads, then tasks", 3, 1, 8)],
    predict: &[Question::Total],
    compare: Some("cpu-bound"),
    ..About::EMPTY
};
