use crate::scenario::{About, Param, Question};

pub const ABOUT: About = About {
    title: "A shelf between two tasks",
    summary: "A bounded channel passes values from task to task, and makes the fast one wait for the slow one.",
    text: "The baker puts bread on a shelf, the shop takes it off: two tasks that share a channel. `recv` \
        waits while the shelf is empty, `send` while it is full.\n\n\
        The baker bakes in no time, and the shop needs a pause for each bread. So the shelf fills up, \
        and then the baker waits until a place is free. This is back-pressure: the slow side sets \
        the pace, and no heap of bread builds up.\n\n\
        Make the shelf larger, and the baker goes home earlier. The shop closes when it did \
        before.\n\n\
        In Python it is `asyncio.Queue(maxsize=…)`, `put` and `get`. A channel ends when its last \
        sender is dropped; of a queue, a `None` says so here.",
    params: &[
        Param::count("room", "places on the shelf", 2, 1, 6),
        Param::seconds("pause", "pause of the shop", 1.0),
    ],
    predict: &[Question::Order, Question::Total],
    compare: Some("semaphore"),
    ..About::EMPTY
};
