use crate::scenario::{About, Choice, Param, Proof, Question};

pub const ABOUT: About = About {
    title: "A lock held too long",
    summary: "Whoever holds a lock while it waits makes all who want the lock wait as well.",
    text: "Each letter takes the next number and goes to the post. The number is in a `Mutex`. (A \
        plain number would do here: no await stands between reading and writing.)\n\n\
        `hold` holds the lock until its letter is posted. The next letter only wants a number, and \
        waits for the post of the one before. A diagnosis says who held it, and who waited.\n\n\
        In `let_go` a block ends before the wait, and there the lock is free, as in Python where \
        `async with lock:` ends. All three are posted at once.\n\n\
        Holding a lock while you wait is no mistake by itself: the lost update needs it, to read \
        before and write after. Here nothing is left to write.",
    params: &[Param::seconds("post", "the post takes", 0.5)],
    predict: &[
        Question::Order,
        Question::Total,
        Question::Choice {
            ask: "What does letter B wait for?",
            options: &[
                Choice::wrong(
                    "For the thread: A's wait blocks it.",
                    "A's wait is an await. The thread is free all the time.",
                ),
                Choice::right(
                    "For the lock, which A holds while it waits for the post.",
                    "A needs it for its number alone, and keeps it until the end of `hold`.",
                ),
                Choice::wrong(
                    "For the post, which takes one letter at a time.",
                    "D, E and F are posted at once. The post takes as many as there are.",
                ),
            ],
            shown_by: Some(Proof::Diagnoses),
        },
    ],
    compare: Some("lost-update"),
    diagnosed: &["held-lock"],
    ..About::EMPTY
};
