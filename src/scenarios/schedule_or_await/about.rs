use crate::scenario::{About, Choice, Proof, Question};

pub const ABOUT: About = About {
    title: "Spawning schedules, awaiting waits",
    summary: "A spawned task is only put on the ready queue, and runs as soon as its spawner waits.",
    text: "The line after the spawn comes before the first line of the task. `spawn_local` (in \
        Python `create_task`) puts the task at the end of the ready queue and returns; there \
        is one thread, and main still has it. On the timeline the task is ready until main's \
        poll ends.\n\n\
        Main's first await is a sleep. It has nothing to do with the task, but it suspends \
        main, and that is what counts: while main sleeps, the task runs. An await that has \
        nothing to wait for would let nobody run. When main later awaits the task, it waits \
        only for what is left of it, so the total is 0.3 s, not 0.4 s.",
    predict: &[
        Question::Order,
        Question::Total,
        Question::Choice {
            ask: "When does the first line of the task run?",
            options: &[
                Choice::wrong(
                    "At once, within the call that spawns it.",
                    "Main's next line comes first: the task only stands on the ready queue.",
                ),
                Choice::wrong(
                    "When main awaits the task itself.",
                    "By then it has long begun: it ran while main was asleep.",
                ),
                Choice::right(
                    "When main first has to wait for something.",
                    "Whatever main waits for, it leaves the thread, and the loop takes the next from the \
                     ready queue.",
                ),
            ],
            shown_by: Some(Proof::Order),
        },
    ],
    compare: Some("lazy"),
    ..About::EMPTY
};
