use crate::scenario::{About, Choice, Param, Proof, Question};

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
    predict: &[
        Question::Order,
        Question::Total,
        Question::Choice {
            ask: "The second sum is ready first. When can main use it?",
            options: &[
                Choice::wrong(
                    "At once: main has its name already.",
                    "The three names are given their values together, when the `join!` has ended.",
                ),
                Choice::wrong(
                    "After the first sum: they come in order.",
                    "Here the first sum is ready last, so it looks like that. But `join!` waits for \
                     all of them.",
                ),
                Choice::right(
                    "When all three are ready, not before.",
                    "`join!` gives its results together. What is early waits in its place.",
                ),
            ],
            shown_by: Some(Proof::Order),
        },
    ],
    ..About::EMPTY
};
