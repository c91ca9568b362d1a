use crate::scenario::{About, Choice, Exercise, Param, Proof, Question};

pub const ABOUT: About = About {
    title: "Three waits, at once",
    summary: "The waits of A, B and C overlap, so the whole takes as long as the longest of them.",
    text: "All three begin before any of them is done. From then on nothing computes: three \
        deadlines stand in the loop's list, and the loop sleeps until the first of them.\n\n\
        Whoever waits shortest is done first, not whoever began first. The results still stand \
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
                    "A: it began first, and keeps its lead.",
                    "It began a moment earlier, and that is all. What counts is when its deadline comes.",
                ),
                Choice::right(
                    "Whoever waits shortest: its deadline is first.",
                    "All have begun when the loop looks for the first deadline. The order of the \
                     arguments shows in the results alone.",
                ),
                Choice::wrong(
                    "None: they are all done with the longest.",
                    "That is when the last line is printed. Each one continues as soon as its own \
                     deadline has come.",
                ),
            ],
            shown_by: Some(Proof::Order),
        },
    ],
    exercise: Some(Exercise {
        goal: "Let `B done` come before `A done`, whatever the waits are; keep all lines, \
            shorten no wait, and let the whole take no longer than the longest wait.",
        hints: [
            "A is to wait for two things before it says that it is done: for its own time and \
             for B. Can it wait for both at once?",
            "Write an async function for A that prints its first line, awaits `join!(sleep(a), \
             work(\"B\", b))`, and prints its last; main joins it with C.",
        ],
        given: None,
        answer: include_str!("exercise/answer.rs"),
    }),
    compare: Some("sequential"),
    ..About::EMPTY
};
