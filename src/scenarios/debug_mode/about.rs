use crate::scenario::{About, Question};

pub const ABOUT: About = About {
    title: "Find three mistakes",
    summary: "Three mistakes that no compiler stops, and what a tool that watches the loop says of each.",
    text: "This program compiles, runs and prints what its author wanted to read. Three mistakes \
        are hidden in it. Look for them first: one holds up everybody, one skips something, one \
        wastes time.\n\n\
        Then compare with the diagnoses under the loop. Each was read off the recorded events: a \
        poll that took too long, a future dropped before its first poll, a task spawned only \
        after the one before had ended.\n\n\
        This page watches every run like that. Python watches for the first on request, with \
        asyncio's debug mode (steps over 100 ms; this page names those over 50 ms), and warns of \
        the second on its own. The third has to be seen: look at the timeline.",
    predict: &[Question::Order, Question::Total],
    ..About::EMPTY
};
