use crate::scenario::{About, Choice, Param, Proof, Question};

pub const ABOUT: About = About {
    title: "A pizza and a burger",
    summary: "Two kitchens cook at the same time, unless you stand in front of one until it is done.",
    text: "A minute is shown as 0.1 s. In the first half you order a pizza and stand there: the \
        burger is ordered only when the pizza is served, and the minutes add up. `thread::sleep` (in \
        Python `time.sleep`) blocks: it keeps the thread until the time is up. Even this page stands \
        still meanwhile.\n\n\
        The second half is async: you order both, and leave the waiting to the event loop, which \
        comes back to each in time. `join!` (in Python `asyncio.gather`) says: both at once. All is \
        done when the slower dish is.\n\n\
        The kitchens are as fast as before. You are the loop: one person, who waits for everything \
        at once, unless one wait holds you.",
    params: &[
        Param::count("pizza", "pizza", 5, 1, 60).unit("min"),
        Param::count("burger", "burger", 3, 1, 60).unit("min"),
    ],
    predict: &[
        Question::Order,
        Question::Total,
        Question::Choice {
            ask: "In the first half, why is the burger not ordered while the pizza is made?",
            options: &[
                Choice::wrong(
                    "The kitchen of the burger is closed until then.",
                    "There are two kitchens, and that of the burger has nothing to do.",
                ),
                Choice::wrong(
                    "The event loop has decided that the pizza comes first.",
                    "The loop is not asked: a plain call does not go through it.",
                ),
                Choice::right(
                    "The call for the pizza keeps the thread until it is served.",
                    "`thread::sleep` blocks. The line with the burger comes after it, in the same thread.",
                ),
            ],
            shown_by: Some(Proof::Order),
        },
    ],
    diagnosed: &["blocked-loop"],
    ..About::EMPTY
};
