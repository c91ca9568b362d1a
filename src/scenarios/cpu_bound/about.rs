use crate::scenario::{About, Param, Question};

pub const ABOUT: About = About {
    title: "Waiting overlaps, computing does not",
    summary: "Three computations joined take as long as one after another: async adds no processors.",
    text: "join! begins A, B and C together, as in gather. But counting primes never awaits, \
        and only an await hands back the thread. So A counts to its end before B begins, and B before C. \
        One thread does all the work: the total is the sum, not the longest.\n\n\
        In the timeline the three branches stand one behind the other inside a single poll of main. \
        Nobody waits, and the page's heartbeat stops until that poll has ended.\n\n\
        On the simulated clock computing takes no time, so it expects a total of 0 s. \
        Its order is the real one.\n\n\
        More processors are what threads can give, each at its price.",
    params: &[Param::count("work", "primes below", 800, 1, 2000).unit("thousand")],
    predict: &[Question::Order],
    compare: Some("gather"),
    ..About::EMPTY
};
