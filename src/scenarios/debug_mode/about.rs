use crate::scenario::{About, Choice, Exercise, Proof, Question};

pub const ABOUT: About = About {
    title: "Find three mistakes",
    summary: "Three mistakes that no compiler stops, and what a tool that watches the loop says of each.",
    text: "This program compiles, runs and prints what its author wanted to read. Three mistakes are \
        hidden in it. Look for them first: one holds up everybody, one skips something, one wastes \
        time.\n\n\
        Then compare with the diagnoses of the run. Each was read off the recorded events: a poll \
        that took too long, a future thrown away before its first poll, a task spawned only after \
        the one before had ended.\n\n\
        This page watches every run like that. Python watches for the first on request, with \
        asyncio's debug mode (`debug=True`; it names steps over 100 ms, this page those over 50 ms), \
        and warns of the second on its own. The third has to be seen: look at the timeline.",
    predict: &[
        Question::Order,
        Question::Total,
        Question::Choice {
            ask: "Three of these four are mistakes. Which one is not?",
            options: &[
                Choice::wrong(
                    "`thread::sleep(…)` in `read_settings` (in Python `time.sleep`)",
                    "It blocks: until it is over, the loop can run nobody else.",
                ),
                Choice::wrong(
                    "`let _pause = sleep(…)` (in Python `asyncio.sleep(2)`)",
                    "Nobody awaits it, so there is no pause.",
                ),
                Choice::right(
                    "`sleep(…).await` in `fetch`",
                    "It is awaited, and while it waits the loop is free for others.",
                ),
                Choice::wrong(
                    "`spawn_local(fetch(\"user\")).await` (in Python `await create_task(…)`)",
                    "The posts are not asked for before the user is there, and neither needs the \
                     other.",
                ),
            ],
            shown_by: Some(Proof::Diagnoses),
        },
    ],
    diagnosed: &["blocked-loop", "never-awaited", "sequential-tasks"],
    exercise: Some(Exercise {
        goal: "Mend the three mistakes: keep the four lines, their order and all waits, leave \
            no diagnosis, and let the whole take 2.8 s.",
        hints: [
            "Ask of each wait: does it let others run? is it awaited? does it have to wait for \
             the one before?",
            "Let `read_settings` be async and await a `sleep`; await the pause; spawn both \
             fetches before you await the first handle.",
        ],
        given: None,
        answer: include_str!("exercise/answer.rs"),
    }),
    ..About::EMPTY
};
