use crate::scenario::{About, Choice, Param, Proof, Question};

pub const ABOUT: About = About {
    title: "Threads that block, tasks that block",
    summary: "Blocking calls overlap on threads of their own; in tasks they come one after another.",
    text: "`spawn_blocking` (in Python `asyncio.to_thread`) hands a blocking call to another \
        thread: here a Web Worker, elsewhere one of a pool (in Python of 4 more than there are \
        processors, and at most 32; when all are busy, a call waits). All block at once: this lasts \
        about one second, and the page's heartbeat goes on.\n\n\
        Then as many tasks make the same call. They share the loop's thread: the seconds add up, and \
        every task earns a diagnosis.\n\n\
        Threads have a price. A worker brings an instance of the whole program with memory of its \
        own. (An ordinary thread shares memory, and costs a stack.) A task is one small object. \
        Compare their bytes, measured in this run.",
    params: &[Param::count("workers", "threads, then tasks", 3, 1, 8)],
    predict: &[
        Question::Total,
        Question::Choice {
            ask: "Why do the same calls overlap in threads and not in tasks?",
            options: &[
                Choice::right(
                    "Each thread blocks only itself; each task blocks the loop's.",
                    "There is one thread for all tasks. Blocked by one, it cannot run another.",
                ),
                Choice::wrong(
                    "A thread is polled at once, but a task only when awaited.",
                    "A thread is not polled at all. And a task has its turn as soon as main waits.",
                ),
                Choice::wrong(
                    "A thread sleeps more deeply, but a task keeps watching.",
                    "Both make the same blocking call. What differs is whom it stops.",
                ),
            ],
            shown_by: Some(Proof::Diagnoses),
        },
    ],
    compare: Some("cpu-bound"),
    diagnosed: &["blocked-loop"],
    ..About::EMPTY
};
