use crate::scenario::{About, Choice, Exercise, Param, Proof, Question};

pub const ABOUT: About = About {
    title: "Waiting overlaps, computing does not",
    summary: "Three computations joined take as long as one after another: one thread uses one processor.",
    text: "`join!` (in Python `gather`) begins A, B and C together. But counting primes never \
        awaits, and only an await can hand back the thread. So A counts to its end before B begins, \
        and B before C. One thread does all the work: the total is the sum, not the longest.\n\n\
        In the timeline the three branches stand one behind the other inside a single poll of main. \
        The page's heartbeat stops until that poll has ended.\n\n\
        On the simulated clock, where time passes only in waits, it takes 0 s.\n\n\
        To use more processors takes more threads; in ordinary CPython more processes \
        (`ProcessPoolExecutor`), for there the GIL lets only one thread compute at a time.",
    params: &[Param::count("work", "primes below", 800, 1, 2000).unit("thousand")],
    predict: &[
        Question::Order,
        Question::Choice {
            ask: "Which change makes the three counts end sooner?",
            options: &[
                Choice::wrong(
                    "Spawn each of them as a task.",
                    "Tasks of one loop share its thread: they too would count one after another.",
                ),
                Choice::wrong(
                    "Let each of them pause in between.",
                    "Then they take turns, and there is as much to compute in one thread as before.",
                ),
                Choice::right(
                    "Give each of them a processor.",
                    "That takes threads; in ordinary CPython processes, for there one thread computes at \
                     a time.",
                ),
            ],
            shown_by: Some(Proof::Order),
        },
    ],
    compare: Some("gather"),
    exercise: Some(Exercise {
        goal: "Let A, B and C take turns, one count each, and let the page have its turn \
            between two rounds.",
        hints: [
            "Counting never waits, so nobody else runs before the last count. The function has \
             to offer a pause by itself.",
            "Import `tokio::task::yield_now`, and write `yield_now().await;` at the end of the \
             loop in `count`.",
        ],
        given: Some(include_str!("exercise/given.rs")),
        answer: include_str!("exercise/answer.rs"),
    }),
    ..About::EMPTY
};
