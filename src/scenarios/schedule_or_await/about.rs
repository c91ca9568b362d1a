use crate::scenario::{About, Question};

pub const ABOUT: About = About {
    title: "Spawning schedules, awaiting waits",
    summary: "A spawned task is only put on the ready queue, and runs once its spawner waits.",
    text: "The line after the spawn comes before the first line of the task. `spawn_local` (in \
        Python `create_task`) puts the task at the end of the ready queue and returns; there \
        is one thread, and main still has it. On the timeline the task is ready until main's \
        poll ends.\n\n\
        Main's first await is a sleep. It has nothing to do with the task, but it suspends \
        main, and that is what counts: while main sleeps, the task runs. An await that has \
        nothing to wait for would let nobody run. When main later awaits the task, it waits \
        only for what is left of it, so the total is 0.3 s, not 0.4 s.",
    predict: &[Question::Order, Question::Total],
    compare: Some("lazy"),
    ..About::EMPTY
};
