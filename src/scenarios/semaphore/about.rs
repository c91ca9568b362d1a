use crate::scenario::{About, Param, Question};

pub const ABOUT: About = About {
    title: "So many at a time",
    summary: "A semaphore holds a number of permits; a job without one waits until another job gives its own back.",
    text: "All jobs are spawned at once, but each needs a permit to begin. When no permit is left, \
        `acquire` waits. A job that ends drops its permit, and the job that has waited longest \
        gets it.\n\n\
        So there are never more jobs at work than permits: kind to a server that takes only a few \
        connections, and to your own memory.\n\n\
        Each job takes one second. Four jobs and two permits make two rounds. Predict the total of \
        ten jobs with three permits, then set them.\n\n\
        In Python it is `asyncio.Semaphore`, used with `async with`. In both languages the permit is \
        given back however the job ends, also by an error or by being cancelled.",
    params: &[
        Param::count("jobs", "jobs", 4, 1, 10),
        Param::count("at_once", "permits", 2, 1, 10),
    ],
    predict: &[Question::Order, Question::Total],
    compare: Some("channel"),
    ..About::EMPTY
};
