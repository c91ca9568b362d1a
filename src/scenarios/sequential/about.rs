use crate::scenario::{About, Choice, Exercise, Param, Proof, Question};

pub const ABOUT: About = About {
    title: "Three waits, one after another",
    summary: "Each begins when the one before is done, so the total is the sum of the three waits.",
    text: "This is how plain code runs, and await alone changes nothing about it: B starts at the \
        moment at which A is done. The three are lines of main, in Rust (`work(…).await`) as \
        in Python (`await work(…)`), and main stands at one await at a time. The total comes \
        to the sum of all waits, which stands beside it.\n\n\
        None of the three needs what another one returns. Nothing but the way in which it is \
        written makes them wait for each other. The next lesson writes it in another way; \
        compare the two.",
    params: &[
        Param::seconds("a", "A", 2.0),
        Param::seconds("b", "B", 1.0),
        Param::seconds("c", "C", 3.0),
    ],
    predict: &[
        Question::Order,
        Question::Total,
        Question::Choice {
            ask: "A fourth wait, of 4 s, is put after C. How long does it take then?",
            options: &[
                Choice::right(
                    "4 s more: it comes after the others.",
                    "main comes to the new line when C is done, and stands there for 4 s. (Give 4 \
                     s more to C: it comes to the same.)",
                ),
                Choice::wrong(
                    "As long as the longest wait of the four.",
                    "That would be so if they waited at once. Here each begins when the one \
                     before it is done.",
                ),
                Choice::wrong(
                    "As long as now: the loop does the waiting.",
                    "It is main that stands at the await, and main is not done before its last \
                     line.",
                ),
            ],
            shown_by: Some(Proof::Total),
        },
    ],
    exercise: Some(Exercise {
        goal: "Keep all lines and all waits, but let the whole take only as long as the \
            longest wait.",
        hints: [
            "B needs nothing from A, and C needs nothing from B: all three can wait at once.",
            "Import `tokio::join`, and give it the three calls without their `.await`: \
             `join!(work(\"A\", a), …);`.",
        ],
        given: None,
        answer: include_str!("exercise/answer.rs"),
    }),
    compare: Some("gather"),
    ..About::EMPTY
};
