use crate::scenario::{About, Param, Question};

pub const ABOUT: About = About {
    title: "The end of main",
    summary: "When main ends, tasks that are still under way end with it, unfinished.",
    text: "Main spawns three tasks, and awaits only the photo. The notes take as long as the photo, so \
        they are done in time: by luck. The video takes half a second more. When main ends, the \
        loop ends, and the video is never saved. No error tells you.\n\n\
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
        Question::Total,
    ],
    compare: Some("spawn"),
    ..About::EMPTY
};
