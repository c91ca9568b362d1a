use crate::scenario::{About, Choice, Exercise, Param, Proof, Question};

pub const ABOUT: About = About {
    title: "An await that does not pause",
    summary: "Only an await that has to wait lets others run; `yield_now` always does.",
    text: "Anna is ready from the beginning. Main awaits `compute` once for each piece, and yet \
        Anna is served only after the last.\n\n\
        An await is a place where a task may pause. It does so only if what it awaits is not ready. \
        `compute` waits for nothing: it runs to its end, and main continues in the same poll. The \
        timeline shows one long poll, and a diagnosis names it.\n\n\
        With Ben, main also awaits `yield_now()`, in Python `asyncio.sleep(0)`. That is not ready at \
        once, so main pauses, and Ben is served after the first piece.\n\n\
        An await in a loop does not by itself let others run. Ask what it waits for.",
    params: &[Param::count("pieces", "pieces", 5, 3, 20)],
    predict: &[
        Question::Order,
        Question::Total,
        Question::Choice {
            ask: "Main awaits `compute` again and again. Why is Anna not served meanwhile?",
            options: &[
                Choice::right(
                    "`compute` never has to wait, so main never pauses.",
                    "An await gives way only if what it awaits is not ready.",
                ),
                Choice::wrong(
                    "Anna is spawned too late to have a turn before.",
                    "She is on the ready queue before the first piece.",
                ),
                Choice::wrong(
                    "The loop prefers main to all that it has spawned.",
                    "It runs whoever is ready. At `yield_now` main gives way, and Ben has his turn.",
                ),
            ],
            shown_by: Some(Proof::Order),
        },
    ],
    compare: Some("schedule-or-await"),
    diagnosed: &["never-yields"],
    exercise: Some(Exercise {
        goal: "Let Anna, who stays a task of her own, be served right after the first piece; \
            all pieces are still computed, in their order.",
        hints: [
            "`compute(piece).await` is ready at once, so main never pauses. What did the \
             lesson await for Ben's sake?",
            "Import `yield_now` from `tokio::task`, and write `yield_now().await;` behind the \
             line with `compute`, within the loop.",
        ],
        given: Some(include_str!("exercise/given.rs")),
        answer: include_str!("exercise/answer.rs"),
    }),
    ..About::EMPTY
};
