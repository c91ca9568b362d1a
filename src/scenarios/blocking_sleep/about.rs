use crate::scenario::{About, Param, Question};

pub const ABOUT: About = About {
    title: "A sleep that blocks",
    summary: "While one task blocks the thread, no other task runs, and the page stands still.",
    text: "x",
    params: &[Param::seconds("seconds", "block for", 1.0)],
    predict: &[Question::Total],
    compare: Some("async-sleep"),
    ..About::EMPTY
};
