use crate::scenario::{About, Param, Question};

pub const ABOUT: About = About {
    title: "So many at a time",
    summary: "A semaphore holds a number of permits; a job without one waits until another job gives its own back.",
    text: "All jobs are spawned at once, but each needs a permit to begin. When no permit is left, \
        acquire waits. A job that ends drops its permit, and the job that has waited longest \
        gets it.\n\n\
        So never more jobs run at a time than there are permits: kind to a server that takes only \
        a few connections, and to your own memory.\n\n\
        Each job takes one second. With four jobs and two permits that is two rounds. Predict the \
        total for ten jobs and three permits, then set them.\n\n\
        In Python: asyncio.Semaphore, used with async with. In both languages the permit is given \
        back however the job ends, by an error or by being cancelled, too.",
    params: &[
        Param::count("jobs", "jobs", 4, 1, 10),
        Param::count("at_once", "permits", 2, 1, 10),
    ],
    predict: &[Question::Order, Question::Total],
    compare: Some("channel"),
    ..About::EMPTY
};
