use crate::scenario::{About, Choice, Exercise, Param, Question};

pub const ABOUT: About = About {
    title: "Try again, and wait longer",
    summary: "A call that may fail is tried again, after a pause that doubles each time.",
    text: "The call fails as often as you choose; after that it would succeed. Between two attempts \
        main sleeps, each time twice as long as before: a server in trouble is given more and more \
        time to recover. This is called exponential back-off.\n\n\
        Two things belong to it. A limit: main gives up after four attempts, for a call that never \
        succeeds must not be tried for ever. And a pause that awaits: `sleep(…).await`, in Python \
        `await asyncio.sleep(…)`, lets other tasks run meanwhile. `thread::sleep` and `time.sleep` \
        would hold up everybody.\n\n\
        Real programs also vary each pause a little by chance, so that many clients do not all come \
        back at the same moment.",
    params: &[
        Param::count("failures", "failures", 2, 0, 6),
        Param::seconds("first", "first pause", 0.5),
    ],
    predict: &[
        Question::Order,
        Question::Total,
        Question::Choice {
            ask: "Why is each pause longer than the one before?",
            options: &[
                Choice::right(
                    "A server in trouble is asked less and less often.",
                    "So it has time to recover. Calls without a pause would keep it in trouble.",
                ),
                Choice::wrong(
                    "Other tasks get more and more time for their work.",
                    "Every pause that awaits lets them run, a short one as well.",
                ),
                Choice::wrong(
                    "The loop needs more and more time for the next call.",
                    "A call takes as long as it did before. The pause is main's own decision.",
                ),
            ],
            shown_by: None,
        },
    ],
    compare: Some("timeout"),
    exercise: Some(Exercise {
        goal: "Make up to six attempts, and await a pause between two of them: each is twice \
            as long as the one before, but none is longer than 2 s.",
        hints: [
            "There are two places that know of the four attempts. And a pause can be too long \
             from the very first on.",
            "Write `6` in both places, begin with `first.min(longest)`, and double with `pause \
             = longest.min(pause * 2);`, where `longest` is `Duration::from_secs(2)`.",
        ],
        given: None,
        answer: include_str!("exercise/answer.rs"),
    }),
    ..About::EMPTY
};
