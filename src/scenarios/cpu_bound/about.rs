use crate::scenario::{About, Param, Question};

pub const ABOUT: About = About {
    title: "Waiting overlaps, computing does not",
    summary: "Three computations joined take as long as one after another: one thread has one processor.",
    text: "`join!` (in Python `gather`) begins A, B and C together. But counting primes never \
        awaits, and only an await can hand back the thread. So A counts to its end before B \
        begins, and B before C. One thread does all the work: the total is the sum, not the \
        longest.\n\n\
        In the timeline the three branches stand one behind the other inside a single poll of \
        main. The page's heartbeat stops until that poll has ended.\n\n\
        On the simulated clock, where time passes only in waits, it takes 0 s.\n\n\
        More processors take more threads, as in tokio's default runtime; in ordinary CPython \
        more processes (`ProcessPoolExecutor`), for there the GIL lets only one thread \
        compute.",
    params: &[Param::count("work", "primes below", 800, 1, 2000).unit("thousand")],
    predict: &[Question::Order],
    compare: Some("gather"),
    ..About::EMPTY
};
