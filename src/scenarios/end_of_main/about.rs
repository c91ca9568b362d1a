use crate::scenario::{About, Choice, Exercise, Param, Proof, Question};

pub const ABOUT: About = About {
    title: "The end of main",
    summary: "When main ends, tasks that are still under way end with it, unfinished.",
    text: "Main spawns three tasks, and awaits only the photo. The notes take as long as the \
        photo, so they are done in time: by luck. The video takes half a second more. When main \
        ends, the loop ends, and the video is never saved. No error tells you.\n\n\
        A spawned task runs without being awaited, but only while main lives. So keep the handles, \
        and await them before the end.\n\n\
        In Python there is a second reason to keep them: the loop holds tasks only weakly. One that \
        nothing else refers to may be collected before it is done.\n\n\
        Groups keep handles for you: `JoinSet` in Rust, `TaskGroup` in Python.",
    params: &[Param::seconds("wait", "photo takes", 1.0)],
    predict: &[
        Question::Order,
        Question::Prints {
            text: "video: saved",
        },
        Question::Choice {
            ask: "Which change saves the video?",
            options: &[
                Choice::wrong(
                    "Spawn it first, before the notes and the photo.",
                    "It still takes half a second longer than main lives.",
                ),
                Choice::wrong(
                    "Spawn one more task, which awaits its handle.",
                    "That task is cut short by the end of main as well.",
                ),
                Choice::right(
                    "Await its handle in main, as it does the photo's.",
                    "Then main lives as long as the video takes.",
                ),
            ],
            shown_by: Some(Proof::Prints {
                text: "video: saved",
            }),
        },
    ],
    compare: Some("spawn"),
    exercise: Some(Exercise {
        goal: "Save all three files at once, each with its wait, and let main end as soon as \
            all are saved, however long the photo takes.",
        hints: [
            "Main has a handle of the photo alone. What would tell it that the notes and the \
             video are saved?",
            "Keep all three handles, `let notes = spawn_local(…);` and so on, and await each \
             of them before `main ends`.",
        ],
        given: Some(include_str!("exercise/given.rs")),
        answer: include_str!("exercise/answer.rs"),
    }),
    ..About::EMPTY
};
