use crate::scenario::{About, Param, Question};

pub const ABOUT: About = About {
    title: "Results keep their places",
    summary: "Results come back in the order of the arguments, whatever finishes first.",
    text: "Three sums begin together and wait 0.3 s, 0.1 s and 0.2 s. So the second pair is ready \
        first, and the first pair last: see the order of the log and of the lanes' ends.\n\n\
        The last line has the sums in the order in which the calls stand in the source. \
        `join!` gives a tuple, Python's `gather` a list, and in both each branch has its \
        place; a result that is early waits there until all are in. No line after the `join!` \
        runs before that, not even one that needs only the second sum.\n\n\
        Change the numbers, and every sum stays in its place.",
    params: &[
        Param::count("a", "first pair: a", 1, 0, 1000),
        Param::count("b", "first pair: b", 2, 0, 1000),
        Param::count("c", "second pair: c", 3, 0, 1000),
        Param::count("d", "second pair: d", 4, 0, 1000),
        Param::count("e", "third pair: e", 5, 0, 1000),
        Param::count("f", "third pair: f", 6, 0, 1000),
    ],
    predict: &[Question::Order, Question::Total],
    ..About::EMPTY
};
