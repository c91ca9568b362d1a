use crate::scenario::{About, Param, Question};

pub const ABOUT: About = About {
    title: "Down to the deepest await",
    summary: "Control goes down through each await to the innermost wait, and results come back up.",
    text: "On the way down, `outer` awaits `middle`, `middle` awaits `inner`, and `inner` awaits \
        a sleep (`tokio::time::sleep`, in Python `asyncio.sleep`): only there does anything \
        have to wait. On the way back each function adds one to what it was given, so \
        `inner`'s line comes first and `outer`'s last.\n\n\
        The three functions wait together, yet the timeline has one lane and one wait in it. \
        However long a chain of awaits is, the loop has one thing to run, main, and the \
        deepest await decides when it continues. The source marks that line.",
    params: &[Param::seconds("seconds", "inner waits", 1.0)],
    predict: &[Question::Order, Question::Total],
    ..About::EMPTY
};
