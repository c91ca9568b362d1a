use crate::scenario::{About, Choice, Param, Proof, Question};

pub const ABOUT: About = About {
    title: "Down to the deepest await",
    summary: "Control goes down through each await to the innermost wait, and results come back up.",
    text: "On the way down, `outer` awaits `middle`, `middle` awaits `inner`, and `inner` awaits a \
        sleep (`tokio::time::sleep`, in Python `asyncio.sleep`): only there does anything have to \
        wait. On the way back `inner` returns 1, and each of the others adds one to what came back \
        to it: `inner` ends first, and `outer` last.\n\n\
        The three functions wait together, yet the timeline has one lane and one wait in it. However \
        long a chain of awaits is, the loop has one thing to run, main, and the deepest await \
        decides when it continues. The source marks that line.",
    params: &[Param::seconds("seconds", "inner waits", 1.0)],
    predict: &[
        Question::Order,
        Question::Total,
        Question::Choice {
            ask: "Which of the functions wait while the sleep lasts?",
            options: &[
                Choice::wrong(
                    "Only `inner`: the others have done their part.",
                    "Each of them still needs the result of the one that it awaits.",
                ),
                Choice::right(
                    "All three: each waits for the one that it awaits.",
                    "And main waits with them. For the loop it is all one wait, that of main.",
                ),
                Choice::wrong(
                    "None of them: the loop waits in their place.",
                    "The loop keeps the deadline, but none of the three can print another line before it.",
                ),
            ],
            shown_by: Some(Proof::Order),
        },
    ],
    ..About::EMPTY
};
