use crate::scenario::{About, Question};

pub const ABOUT: About = About {
    title: "Ready, running, waiting",
    summary: "Three tasks take turns on one thread: the loop runs whoever is ready, until it waits again.",
    text: "The loop keeps two lists. On the ready queue stand tasks that could run now, first in, first out. \
        Among the timers stand tasks that wait for a moment, the earliest first.\n\n\
        main spawns A, B and C, and its own line still comes first: to spawn is only to join the queue. \
        When main awaits, the loop polls A, then B, then C. Each runs up to its sleep and joins the timers.\n\n\
        Step through the events and watch both lists. Every later turn is alike: \
        a deadline comes, its task becomes ready, the loop polls it, and it waits once more. \
        Never are two of them running.",
    predict: &[Question::Order, Question::Total],
    ..About::EMPTY
};
