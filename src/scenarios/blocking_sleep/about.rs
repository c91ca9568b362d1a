use crate::scenario::{About, Param, Question};

pub const ABOUT: About = About {
    title: "A sleep that blocks",
    summary: "While one task blocks the thread, no other task runs, and the page stands still.",
    text: "A heartbeat prints every 0.2 s. Then main calls `thread::sleep` (in Python \
        `time.sleep`), an ordinary blocking call: it keeps the thread, which is the loop's \
        only one, until the time is up.\n\n\
        Read the log: no beat while main sleeps. One that falls due meanwhile comes late, \
        right after main lets go, and missed beats are never made up. In the timeline main is \
        running all the time, in one long poll, doing nothing.\n\n\
        The page lives on the same thread, so its own heartbeat stops as well, and Stop cannot \
        be pressed. The diagnosis names the line and the measured time.\n\n\
        The total is that of the sleep which awaits. What is lost is everybody else's time.",
    params: &[Param::seconds("seconds", "main sleeps for", 1.0)],
    predict: &[
        Question::Order,
        Question::Prints {
            text: "heartbeat 6",
        },
    ],
    compare: Some("async-sleep"),
    ..About::EMPTY
};
