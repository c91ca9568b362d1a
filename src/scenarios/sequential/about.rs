use crate::scenario::{About, Param, Question};

pub const ABOUT: About = About {
    title: "Three tasks, one after another",
    summary: "Each task starts when the one before is done, so the total is the sum of the three waits.",
    text: "This is how plain code runs, and await alone changes nothing about it: B starts at the moment at which A is done. \
        The three are lines of one task, main, and main stands at one await at a time. \
        The total comes to the sum of all waits, which stands beside it.\n\n\
        What would a fourth task of 4 s make of the total? Say it first. Then add its 4 s to C, \
        which comes to the same: one after another, only the sum counts. \
        Then do that in the lesson where all run at once, where it does not come to the same.",
    params: &[
        Param::seconds("a", "A", 2.0),
        Param::seconds("b", "B", 1.0),
        Param::seconds("c", "C", 3.0),
    ],
    predict: &[Question::Order, Question::Total],
    compare: Some("gather"),
    ..About::EMPTY
};
