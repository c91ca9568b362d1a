use crate::scenario::{About, Choice, Param, Proof, Question};

pub const ABOUT: About = About {
    title: "Three waits, at once",
    summary: "The waits of A, B and C overlap, so the whole takes as long as the longest of them.",
    text: "All three begin before any of them is done. From then on nothing computes: three \
        deadlines stand in the loop's list, and the loop sleeps until the first of them.\n\n\
        Who is done first is who waits shortest, not who began first. The results still stand \
        in the order of the arguments. (Equal waits may end in another order in Python than in \
        Rust.)\n\n\
        A, B and C are branches, parts of main that `join!` (in Python `asyncio.gather`) runs \
        side by side. Each has a lane. In Rust, main is what the loop knows: each deadline has \
        main polled, and main polls every branch that is not done.",
    params: &[
        Param::seconds("a", "A", 2.0),
        Param::seconds("b", "B", 1.0),
        Param::seconds("c", "C", 3.0),
    ],
    predict: &[
        Question::Order,
        Question::Total,
        Question::Choice {
            ask: "Which of A, B and C is done first, and why?",
            options: &[
                Choice::wrong(
                    "A: it began first.",
                    "To begin first gains nothing: A's deadline comes no earlier for it.",
                ),
                Choice::right(
                    "The one that waits shortest: its deadline comes first.",
                    "All have begun when the loop looks for the first deadline. The order of the \
                     arguments shows in the results alone.",
                ),
                Choice::wrong(
                    "None: they are done together, when the longest is.",
                    "That is when the last line is printed. Each one continues as soon as its own \
                     deadline has come.",
                ),
            ],
            shown_by: Some(Proof::Order),
        },
    ],
    compare: Some("sequential"),
    ..About::EMPTY
};
