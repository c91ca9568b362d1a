use crate::scenario::{About, Choice, Exercise, Param, Proof, Question};

pub const ABOUT: About = About {
    title: "The lost update",
    summary: "Read, await, write: what others write meanwhile is lost. A lock keeps them out.",
    text: "Two payments go to one account. Each reads the balance, waits for the bank, and writes \
        the sum. The second reads before the first has written, so both write the same sum, and one \
        payment is lost: a race, on one thread.\n\n\
        Between two awaits nobody else runs on this thread, so code without an await needs no lock \
        here. But what you read before an await may be out of date after it.\n\n\
        Then the same with a `Mutex`, in Python `asyncio.Lock`. The second payment waits at `lock` \
        until the first has written. The sum is right, and the price is time: the two take turns. So \
        hold a lock no longer than you must.",
    params: &[
        Param::count("amount", "each pays in", 10, 1, 100),
        Param::seconds("wait", "the bank takes", 0.5),
    ],
    predict: &[
        Question::Order,
        Question::Total,
        Question::Choice {
            ask: "There is one thread. How can a payment be lost?",
            options: &[
                Choice::right(
                    "The second reads while the first waits to write.",
                    "An await stands between reading and writing, and there the other one has its turn.",
                ),
                Choice::wrong(
                    "The second is interrupted in the middle of a line.",
                    "Nobody is interrupted: each gives way at its await alone.",
                ),
                Choice::wrong(
                    "The second comes when the account is still locked.",
                    "Without a lock nobody is kept out. That is the trouble.",
                ),
            ],
            shown_by: Some(Proof::Order),
        },
    ],
    compare: Some("threads-or-tasks"),
    exercise: Some(Exercise {
        goal: "Let all three payments arrive, each after awaiting the time that the bank takes.",
        hints: [
            "Between the reading and the writing stands an await. What can others do \
             meanwhile, and what could keep them from it?",
            "Put the balance into a `tokio::sync::Mutex`, lock it before you read, and keep \
             what `lock` gives until you have written.",
        ],
        given: Some(include_str!("exercise/given.rs")),
        answer: include_str!("exercise/answer.rs"),
    }),
    ..About::EMPTY
};
