use crate::scenario::{About, Choice, Param, Proof, Question};

pub const ABOUT: About = About {
    title: "One of two fails",
    summary: "`try_join!` gives up at the first error and drops the rest; `join!` waits for all and keeps every result.",
    text: "A needs 0.85 s, and B fails after the time you choose. `try_join!` ends with B's \
        error. If A is not done by then, it is dropped before it prints. If it is done, it has \
        printed, but its result is lost.\n\n\
        Then `join!` runs the same two. It waits for both and keeps each result, an `Ok` or an \
        `Err`, in the order of the arguments. It ends when the slower one has.\n\n\
        In Python, a `TaskGroup` cancels the rest when one task fails, as `try_join!` does, and \
        `gather(…, return_exceptions=True)` keeps all, as `join!` does. Plain `gather` does neither: \
        it raises the first error, and the others run on.",
    params: &[Param::seconds("wait", "B fails after", 0.5)],
    predict: &[
        Question::Order,
        Question::Total,
        Question::Choice {
            ask: "If B fails while A still waits, what becomes of A in the first half?",
            options: &[
                Choice::wrong(
                    "It runs on, and its result is kept.",
                    "That is what `join!` does, in the second half.",
                ),
                Choice::wrong(
                    "It runs on, and its result is lost.",
                    "That is what plain `gather` in Python does. `try_join!` ends all of its branches.",
                ),
                Choice::right(
                    "It is dropped at its await, unfinished.",
                    "`try_join!` ends with the first error, and its other branches end with it.",
                ),
            ],
            shown_by: Some(Proof::Order),
        },
    ],
    compare: Some("gather"),
    ..About::EMPTY
};
