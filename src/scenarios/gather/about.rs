use crate::scenario::{About, Param, Question};

pub const ABOUT: About = About {
    title: "Three tasks, at once",
    summary: "The waits of A, B and C overlap, so the whole takes as long as the longest of them.",
    text: "All three start before any of them is done. From then on nobody works: three deadlines \
        stand in the loop's list, and the loop sleeps until the first.\n\n\
        Who is done first is who waits shortest, not who started first. The results still stand \
        in the order of the arguments.\n\n\
        A, B and C are branches of one task, main: a deadline wakes main, which polls every \
        branch that is not done, though only one of them can go on. Python's gather makes a task \
        of each branch. The logs are equal unless two waits are: then Python ends the earlier \
        one first, while join! begins each poll with the next branch.",
    params: &[
        Param::seconds("a", "A", 2.0),
        Param::seconds("b", "B", 1.0),
        Param::seconds("c", "C", 3.0),
    ],
    predict: &[Question::Order, Question::Total],
    compare: Some("sequential"),
    ..About::EMPTY
};
