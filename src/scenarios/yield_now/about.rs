use crate::scenario::{About, Choice, Param, Proof, Question};

pub const ABOUT: About = About {
    title: "A long job that lets others pass",
    summary: "`yield_now` gives up the thread for one turn: everybody who is ready runs, then the job continues.",
    text: "A long job computes, piece by piece. Computing never waits, so without help Anna and Ben \
        would stand in the ready queue until the last piece.\n\n\
        `yield_now().await`, in Python `await asyncio.sleep(0)`, is a pause without a time: all who \
        are ready run before the job continues. So Anna and Ben are served after the first piece, \
        however many pieces there are. (So it is on one thread. In general, tokio promises no \
        order.)\n\n\
        The job is no faster for it, and the thread has no rest. What is gained: nobody who is ready \
        waits for more than one piece. So make pieces small.\n\n\
        Where a piece cannot be small, use another thread: `spawn_blocking`, in Python \
        `asyncio.to_thread`.",
    params: &[Param::count("pieces", "pieces", 4, 1, 20)],
    predict: &[
        Question::Order,
        Question::Total,
        Question::Choice {
            ask: "What is gained by `yield_now`?",
            options: &[
                Choice::right(
                    "Others run between two pieces.",
                    "Nobody who is ready has to wait for more than one piece.",
                ),
                Choice::wrong(
                    "The job is done in less time.",
                    "It has as much to compute as before, and lets others run besides.",
                ),
                Choice::wrong(
                    "The thread can rest in between.",
                    "There is no rest: whoever is ready runs at once, and then the job continues.",
                ),
            ],
            shown_by: Some(Proof::Order),
        },
    ],
    compare: Some("no-pause"),
    ..About::EMPTY
};
