use crate::scenario::{About, Param, Question};

pub const ABOUT: About = About {
    title: "Hello, with a pause",
    summary: "An async function runs until it has to wait, and later continues from there.",
    text: "Two lines come at once, the third after the pause.\n\n\
        During the pause nothing computes. At the await, main gives the loop a deadline and \
        leaves the thread free; when the deadline has come, the loop resumes main, and it \
        continues after the await as if it had never been away. On the timeline that is two very \
        short polls with a long wait between them.\n\n\
        The time of day is UTC. Calling an async main does not run it: here the page's loop \
        does, in Python asyncio.run does.",
    params: &[Param::seconds("seconds", "pause", 1.0)],
    predict: &[Question::Total],
    ..About::EMPTY
};
