use crate::scenario::{About, Param, Question};

pub const ABOUT: About = About {
    title: "The lost update",
    summary: "Read, await, write: what others write meanwhile is lost. A lock keeps them out.",
    text: "Two payments go to one account. Each reads the balance, waits for the bank, and writes the sum. \
        The second reads before the first has written, so both write the same sum, and one payment \
        is lost: a race, on one thread.\n\n\
        Between two awaits nobody else runs, so code without an await needs no lock. But what you \
        read before an await may be out of date after it.\n\n\
        Then the same with a `Mutex`, in Python `asyncio.Lock`. The second payment waits at `lock` \
        until the first has written. The sum is right, and the price is time: the two take turns. So \
        hold a lock no longer than you must.",
    params: &[
        Param::count("amount", "each pays in", 10, 1, 100),
        Param::seconds("wait", "the bank takes", 0.5),
    ],
    predict: &[Question::Order, Question::Total],
    compare: Some("threads-or-tasks"),
    ..About::EMPTY
};
