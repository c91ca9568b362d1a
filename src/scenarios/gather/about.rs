use crate::scenario::{About, Param, Question};

pub const ABOUT: About = About {
    title: "Three tasks, at once",
    summary: "The waits of A, B and C overlap, so the whole takes as long as the longest of them.",
    text: "All three start before any of them waits. From then on nobody works: \
        three deadlines stand in the loop's list of timers, and the loop sleeps until the first.\n\n\
        B started second and is done first, because its deadline comes first. \
        The results still come back in the order of the arguments.\n\n\
        Look at main: every wake polls all branches that are not done, and most polls find nothing to do.",
    params: &[
        Param::seconds("a", "A", 2.0),
        Param::seconds("b", "B", 1.0),
        Param::seconds("c", "C", 3.0),
    ],
    predict: &[Question::Order, Question::Total],
    compare: Some("sequential"),
    ..About::EMPTY
};
