use crate::scenario::{About, Question};

pub const ABOUT: About = About {
    title: "Ready, running, waiting",
    summary: "Three tasks take turns on one thread: the loop runs whoever is ready, until it waits again.",
    text: "On the ready queue stand tasks that could run now; here the first in is the first out. \
        Among the timers stand tasks that wait for a moment, the earliest first. (A task that \
        waits for another task stands in neither: that one will wake it. A real loop also \
        watches sockets.)\n\n\
        main spawns A, B and C, and its own line still comes first: to spawn is to join the \
        queue. When main awaits, the loop polls A, then B, then C. Each runs up to its sleep.\n\n\
        Step through the events and watch. Every later turn is alike: a deadline comes, its task \
        becomes ready, the loop polls it, it waits once more. Two never run at once.",
    predict: &[Question::Order, Question::Total],
    ..About::EMPTY
};
