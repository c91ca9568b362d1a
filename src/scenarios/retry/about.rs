use crate::scenario::{About, Param, Question};

pub const ABOUT: About = About {
    title: "Try again, and wait longer",
    summary: "A call that may fail is tried again, after a pause that doubles each time.",
    text: "The call fails as often as you choose, then succeeds. After each failure main sleeps, and the \
        next pause is twice as long: a server in trouble is given more and more time to recover. \
        This is called exponential back-off.\n\n\
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
    predict: &[Question::Order, Question::Total],
    compare: Some("timeout"),
    ..About::EMPTY
};
