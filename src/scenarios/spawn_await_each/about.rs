use crate::scenario::{About, Choice, Exercise, Param, Proof, Question};

pub const ABOUT: About = About {
    title: "Spawned, but one after another",
    summary: "Awaiting each handle as soon as it is made undoes what spawning is for.",
    text: "There are three tasks here, as in the lesson before, and the total is that of no tasks \
        at all. main awaits A's handle in the line that spawns A (in Python `await \
        asyncio.create_task(…)`), so it comes to B's line only when A is done. A task can run \
        beside others only if the others have been spawned.\n\n\
        On the timeline the lanes of A, B and C form a staircase: none begins before the one \
        above it ends. The diagnosis names them.\n\n\
        The cure is only a matter of order: spawn all, then await. If B needed A's result, \
        this staircase would be right, and a plain await would do.",
    params: &[
        Param::seconds("a", "A", 2.0),
        Param::seconds("b", "B", 1.0),
        Param::seconds("c", "C", 3.0),
    ],
    predict: &[
        Question::Order,
        Question::Total,
        Question::Choice {
            ask: "Each handle is awaited in the line that spawns its task. What changes?",
            options: &[
                Choice::wrong(
                    "Nothing: tasks always run side by side.",
                    "They do once they are spawned. While main waits for A, there is no B yet.",
                ),
                Choice::right(
                    "The waits add up: B is spawned only when A is done.",
                    "main stands at A's handle until then, and the line that spawns B comes after \
                     it.",
                ),
                Choice::wrong(
                    "It is faster: no handle waits for its turn.",
                    "A handle that waits for its turn costs nothing. Here the tasks wait for \
                     theirs.",
                ),
            ],
            shown_by: Some(Proof::Total),
        },
    ],
    exercise: Some(Exercise {
        goal: "Keep the three tasks with their lines and waits, but let the whole take only as \
            long as the longest wait.",
        hints: [
            "When main comes to the line that spawns B, what has it waited for already?",
            "Give each handle a name, `let task_a = spawn_local(do_task(\"A\", a));`, and \
             await the first one only when all three are spawned.",
        ],
        given: None,
        answer: include_str!("exercise/answer.rs"),
    }),
    compare: Some("spawn"),
    diagnosed: &["sequential-tasks"],
    ..About::EMPTY
};
