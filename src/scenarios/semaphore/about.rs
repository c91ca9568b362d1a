use crate::scenario::{About, Choice, Exercise, Param, Proof, Question};

pub const ABOUT: About = About {
    title: "So many at a time",
    summary: "A semaphore holds a number of permits; a job without one waits until another job gives its own back.",
    text: "All jobs are spawned at once, but each needs a permit to begin. When no permit is \
        left, `acquire` waits. A job that ends drops its permit, and the job that has waited longest \
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
    predict: &[
        Question::Order,
        Question::Total,
        Question::Choice {
            ask: "What does a job do that finds no permit?",
            options: &[
                Choice::wrong(
                    "It fails, and has to be spawned again.",
                    "`acquire` gives no error here: it waits.",
                ),
                Choice::right(
                    "It waits in line for one to come back.",
                    "Whoever has waited longest gets the next permit.",
                ),
                Choice::wrong(
                    "It asks again and again for one.",
                    "It is not polled before a permit is there for it. Until then it takes no time.",
                ),
            ],
            shown_by: Some(Proof::Order),
        },
    ],
    compare: Some("channel"),
    exercise: Some(Exercise {
        goal: "Let `at_once` jobs run at a time, as long as there are so many, and let main \
            print each result as soon as its job is done.",
        hints: [
            "You need two things: what lets so many jobs begin and no more, and what gives \
             results in the order in which tasks end.",
            "As in the lesson, give each job an `Rc<Semaphore>` and let it hold a permit; \
             spawn the jobs into a `JoinSet`, and print what `join_next` gives.",
        ],
        given: Some(include_str!("exercise/given.rs")),
        answer: include_str!("exercise/answer.rs"),
    }),
    ..About::EMPTY
};
