use crate::scenario::{About, Choice, Proof, Question};

pub const ABOUT: About = About {
    title: "Ready, running, waiting",
    summary: "Three tasks take turns on one thread: the loop runs whoever is ready, until it waits again.",
    text: "main spawns three tasks: `spawn_local` (in Python `asyncio.create_task`) puts each at the \
        end of the ready queue, where those stand that could run now. So main's own line still comes \
        first. When main awaits, the loop polls A, then B, then C: here the first in is the first \
        out.\n\n\
        Each runs up to its sleep, which sets a timer. When the timer fires, it wakes its task, \
        which is ready again. Every later turn is alike, and two never run at once.\n\n\
        Step through the events and watch who is ready, who waits, and for what. (Main waits for a \
        task: no timer wakes it, but that task's end. A real loop also watches sockets.)",
    predict: &[
        Question::Order,
        Question::Total,
        Question::Choice {
            ask: "What does the event loop do?",
            options: &[
                Choice::wrong(
                    "It gives each task an equal share of time, and then stops it.",
                    "It cannot stop a task: each runs until it has to wait, or ends.",
                ),
                Choice::right(
                    "It runs whoever is first in the ready queue, until that one waits.",
                    "Then the next one. Whoever is woken goes to the end of the queue. (Main is the \
                        exception: once woken, it has the next round's first turn.)",
                ),
                Choice::wrong(
                    "It runs each task to its end, and then begins the next one.",
                    "Then A would be home before B's first step. The log shows that they take turns.",
                ),
            ],
            shown_by: Some(Proof::Order),
        },
    ],
    ..About::EMPTY
};
