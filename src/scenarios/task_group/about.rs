use crate::scenario::{About, Choice, Param, Proof, Question};

pub const ABOUT: About = About {
    title: "A group that ends together",
    summary: "Tasks of a group do not outlive it: who waits for the group waits for all, or cancels all.",
    text: "dinner spawns two tasks in a group, and continues only when both have ended. So when \
        dinner returns, nothing of it is still running.\n\n\
        What if the guests lose patience? The time limit drops dinner, and dinner holds the group. \
        In Rust, a `JoinSet` that is dropped aborts its tasks; in Python, a `TaskGroup` that is \
        cancelled cancels its own. No pot is left on the stove, and no later line of dinner is \
        printed.\n\n\
        Tasks from `spawn_local` or `create_task` alone would go on cooking for nobody. To keep \
        tasks within the function that began them is called structured concurrency.\n\n\
        Give the guests less patience, and see where the lanes end.",
    params: &[
        Param::seconds("soup", "soup takes", 2.0),
        Param::seconds("rice", "rice takes", 1.0),
        Param::seconds("patience", "the guests wait for", 3.0),
    ],
    predict: &[
        Question::Order,
        Question::Prints {
            text: "dinner is served",
        },
        Question::Choice {
            ask: "If the guests leave while a pot is on the stove, what becomes of it?",
            options: &[
                Choice::wrong(
                    "It cooks on: a task needs nobody to await it.",
                    "So would a task that was spawned by itself. This one belongs to the group.",
                ),
                Choice::right(
                    "Its task is aborted, together with the group.",
                    "The limit drops dinner, dinner holds the group, and the group holds the tasks.",
                ),
                Choice::wrong(
                    "The group finishes cooking, and ends after that.",
                    "So it does when it is awaited to its end. Here dinner is dropped before.",
                ),
            ],
            shown_by: Some(Proof::Prints {
                text: "dinner is served",
            }),
        },
    ],
    compare: Some("end-of-main"),
    ..About::EMPTY
};
