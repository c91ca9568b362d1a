use crate::scenario::{About, Param, Question, Value};

pub const ABOUT: About = About {
    title: "A steady beat",
    summary: "A sleep in a loop drifts, because the work between two sleeps is added; an interval keeps its pace.",
    text: "Both loops want a beat each second, and do some work after it. The first then sleeps for a \
        second. So its beats come a second and the work apart, and each is later than the one \
        before: it drifts.\n\n\
        The second has an interval. Its ticks are moments fixed from the beginning: now, and then \
        one second after the other. tick waits for whatever is left until the next. The work is \
        done within the second, not added to it.\n\n\
        asyncio has no interval. The Python program counts the next moment itself, and sleeps until \
        then.\n\n\
        Compare the two ends. Then let the work take longer, and predict again.",
    params: &[Param {
        min: Value(50),
        max: Value(850),
        ..Param::seconds("work", "the work takes", 0.25)
    }],
    predict: &[Question::Order, Question::Total],
    ..About::EMPTY
};
