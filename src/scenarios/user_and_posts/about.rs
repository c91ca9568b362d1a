use crate::scenario::{About, Param, Question};

pub const ABOUT: About = About {
    title: "A user and their posts",
    summary: "Two calls that do not need each other are made at once, and each gives back a result of its own kind.",
    text: "A page needs a user and the user's posts. The first half awaits one call, then the \
        other. But neither needs the other's result. So the second half makes both at once, \
        with `join!` (in Python `asyncio.gather`), and waits half as long.\n\n\
        The two results have different types, a user and a list, and each lands in its own \
        name. On the timeline main first waits twice, end to end; then two lanes wait side by \
        side.\n\n\
        Ask the same of your own code: which awaits stand one below the other without needing \
        each other?",
    params: &[Param::seconds("seconds", "each call", 1.0)],
    predict: &[Question::Order, Question::Total],
    ..About::EMPTY
};
