use crate::scenario::{About, Param, Question};

pub const ABOUT: About = About {
    title: "A user and their posts",
    summary: "Two different calls run at once, and each gives back a result of its own kind.",
    text: "A page needs a user and the user's posts, and each takes a while to come. \
        Neither call needs the other's result, so main makes both at once and waits as long as one of them, not two.\n\n\
        The two results have different types, a user and a list, and each lands in its own name. \
        On the timeline two lanes wait side by side, and the last line comes when both have ended.\n\n\
        Ask the same of your own code: which awaits stand one below the other without needing each other?",
    params: &[Param::seconds("seconds", "each call", 1.0)],
    predict: &[Question::Order, Question::Total],
    ..About::EMPTY
};
