use crate::scenario::{About, Param, Question};

pub const ABOUT: About = About {
    title: "The lost update",
    summary: "Read, await, write: what others write meanwhile is lost. A lock keeps them out.",
    text: "Two payments into one account. Each reads the balance, waits (for a bank, say), and writes \
        the sum. The second reads before the first has written. So both write the same, and one \
        payment is lost: a race, on one thread.\n\n\
        Between two awaits nobody else runs, so code without an await needs no lock. What you read \
        before an await may be out of date after it.\n\n\
        Then the same with a Mutex, in Python asyncio.Lock. The second payment waits at lock until \
        the first has written. The sum is right, and the price is time: the two take turns. A \
        diagnosis names how long the lock was held. Hold it only as long as you must.",
    params: &[
        Param::count("amount", "each pays in", 10, 1, 100),
        Param::seconds("wait", "the bank takes", 0.5),
    ],
    predict: &[Question::Order, Question::Total],
    ..About::EMPTY
};
