use crate::scenario::{About, Choice, Param, Proof, Question, Value};

pub const ABOUT: About = About {
    title: "A steady beat",
    summary: "A sleep in a loop drifts, because the work between two sleeps is added; an interval keeps its pace.",
    text: "Both functions want a beat each second, and work a little after each. The first then \
        sleeps for a second. So its beats are a second and the work apart, and each comes later than \
        it should: it drifts.\n\n\
        The second has an `interval`. Its ticks are fixed from the beginning: now, and then one \
        second after the other. `tick` waits for what is left until the next. The work is done \
        within the second, and not added to it.\n\n\
        asyncio has no interval. The Python program computes the next moment itself, and sleeps \
        until then.\n\n\
        Compare the two ends. Then let the work take longer, and predict again.",
    params: &[Param {
        min: Value(50),
        max: Value(850),
        ..Param::seconds("work", "the work takes", 0.25)
    }],
    predict: &[
        Question::Order,
        Question::Total,
        Question::Choice {
            ask: "Why do the beats with `sleep` come later and later?",
            options: &[
                Choice::wrong(
                    "Each timer is a little late.",
                    "On the simulated clock no timer is late, and the beats drift all the same.",
                ),
                Choice::wrong(
                    "The other one runs first.",
                    "Both wait most of the time, and neither holds up the other.",
                ),
                Choice::right(
                    "Each sleep follows the work.",
                    "So from beat to beat it takes the work and a second more.",
                ),
            ],
            shown_by: Some(Proof::Order),
        },
    ],
    compare: Some("async-sleep"),
    ..About::EMPTY
};
