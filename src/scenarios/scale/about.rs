use crate::scenario::{About, Choice, Param, Proof, Question};

pub const ABOUT: About = About {
    title: "Ten thousand tasks, one thread",
    summary: "Tasks that sleep at once take as long as one of them, and the little work that each one makes.",
    text: "Each task (`spawn_local`, in Python `create_task`) sleeps for one second, and all sleep \
        at once. A sleeping task needs no processor: it is a deadline and a little memory. So the \
        waits take one second in all. What comes on top is real work, and grows with their number: \
        every task is spawned, polled, woken and polled again.\n\n\
        Try 1000, then 1000000. The memory of a task was measured in this run and stands among its \
        figures. Set it beside that of a worker in the lesson on threads: a million threads would \
        not fit.\n\n\
        So many tasks cannot be drawn one by one. The first 10,000 are recorded event by event, the \
        others only counted.",
    params: &[Param::count("tasks", "tasks", 10_000, 1, 1_000_000)],
    predict: &[
        Question::Total,
        Question::Choice {
            ask: "What does a task need while it sleeps?",
            options: &[
                Choice::wrong(
                    "A thread that sleeps with it.",
                    "All of them share one thread, which waits for the next deadline.",
                ),
                Choice::wrong(
                    "Now and then a look at the clock.",
                    "The loop looks, and only for the deadline that comes first.",
                ),
                Choice::right(
                    "A deadline and a little memory.",
                    "Nothing of it runs until the deadline has come.",
                ),
            ],
            shown_by: Some(Proof::Total),
        },
    ],
    compare: Some("threads"),
    ..About::EMPTY
};
