use crate::scenario::{About, Param, Question};

pub const ABOUT: About = About {
    title: "A pizza and a burger",
    summary: "Two kitchens cook at the same time, unless you stand in front of one until it is done.",
    text: "A minute is shown as 0.1 s. In the first half you order a pizza and stand there: the \
        burger is ordered only when the pizza is served, and the minutes add up. \
        `thread::sleep` (in Python `time.sleep`) blocks: it keeps the thread until the time is \
        up. Even this page stands still meanwhile.\n\n\
        The second half is async: you order both, and leave the waiting to the event loop, which \
        comes back to each when its time is up. `join!` (in Python `asyncio.gather`) says: \
        both at once. All is done with the slower dish.\n\n\
        The kitchens are as fast as before. You are the loop: one person, who waits for \
        everything at once as long as no wait holds you.",
    params: &[
        Param::count("pizza", "pizza", 5, 1, 60).unit("min"),
        Param::count("burger", "burger", 3, 1, 60).unit("min"),
    ],
    predict: &[Question::Order, Question::Total],
    ..About::EMPTY
};
