use crate::scenario::{About, Question};

pub const ABOUT: About = About {
    title: "Calling is not running",
    summary: "Calling an async function makes a future; only awaiting it runs the body.",
    text: "x",
    predict: &[Question::Order, Question::Total],
    ..About::EMPTY
};
