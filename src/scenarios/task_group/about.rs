use crate::scenario::{About, Param, Question};

pub const ABOUT: About = About {
    title: "A group that ends together",
    summary: "Tasks of a group do not outlive it: who waits for the group waits for all, or cancels all.",
    text: "dinner spawns two tasks in a group, and continues only when both have ended. So when dinner \
        returns, nothing of it is still running.\n\n\
        What if the guests lose patience? The time limit drops dinner, and dinner holds the group. In \
        Rust, a `JoinSet` that is dropped aborts its tasks; in Python, a `TaskGroup` that is \
        cancelled cancels its own. No pot is left on the stove, and no later line is printed.\n\n\
        Tasks from `spawn_local` or `create_task` alone would go on cooking for nobody. To keep tasks \
        within the function that began them is called structured concurrency.\n\n\
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
        Question::Total,
    ],
    compare: Some("end-of-main"),
    ..About::EMPTY
};
