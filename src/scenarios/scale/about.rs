use crate::scenario::{About, Param, Question};

pub const ABOUT: About = About {
    title: "Ten thousand tasks, one thread",
    summary: "However many tasks sleep at once, the whole takes about as long as one of them.",
    text: "Each task (`spawn_local`, in Python `create_task`) sleeps for one second, and all \
        sleep at once. A sleeping task needs no processor: it is a deadline and a little \
        memory. So the total stays close to one second. What comes on top is real work: every \
        task has to be spawned, polled, woken and polled again.\n\n\
        Try 1000, then 1000000. The memory of a task was measured in this run and stands among \
        its figures. Set it beside that of a worker in the lesson on threads: a million \
        threads would not fit.\n\n\
        So many tasks cannot be drawn one by one. The first 10,000 are recorded event by \
        event, the others only counted.",
    params: &[Param::count("tasks", "tasks", 10_000, 1, 1_000_000)],
    predict: &[Question::Total],
    compare: Some("threads"),
    ..About::EMPTY
};
