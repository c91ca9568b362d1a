use crate::scenario::{About, Choice, Exercise, Param, Proof, Question};

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
        Question::Choice {
            ask: "Which change keeps the heart beating while main sleeps?",
            options: &[
                Choice::wrong(
                    "Give the heartbeat a shorter pause.",
                    "Its timer is due sooner then, but while main keeps the thread nobody can be polled.",
                ),
                Choice::right(
                    "Await `sleep(seconds)` instead.",
                    "Then main waits without the thread, and the loop can run the heartbeat.",
                ),
                Choice::wrong(
                    "Move `thread::sleep` into an `async fn`.",
                    "It blocks there as well. `async` alone makes no call give way.",
                ),
            ],
            shown_by: Some(Proof::Diagnoses),
        },
    ],
    compare: Some("async-sleep"),
    diagnosed: &["blocked-loop"],
    exercise: Some(Exercise {
        goal: "Keep the heart beating every 0.2 s while main sleeps as long as before.",
        hints: [
            "While main sleeps, who has the thread? There is a sleep that gives it back, and a \
             place where blocking harms nobody.",
            "Write `sleep(seconds).await;` in place of the `thread::sleep`; or leave it to \
             another thread: `spawn_blocking(move || thread::sleep(seconds)).await.unwrap();`.",
        ],
        given: None,
        answer: include_str!("exercise/answer.rs"),
    }),
    ..About::EMPTY
};
