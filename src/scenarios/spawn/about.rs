use crate::scenario::{About, Choice, Exercise, Param, Proof, Question};

pub const ABOUT: About = About {
    title: "Three tasks with handles",
    summary: "Spawned tasks wait side by side, in whatever order their handles are awaited.",
    text: "main spawns all three, then awaits A's handle (a `JoinHandle`, in Python the `Task`). \
        For that time it waits for A alone, yet B and C run on: while main lives, a task runs \
        whether or not somebody awaits it. If B is done before A, its result lies ready when \
        main comes to it, and that await does not wait. So the total is that of `join!`.\n\n\
        Unlike the branches of `join!`, each task is woken and polled alone, as are the tasks \
        that Python's `gather` makes. A handle can be kept, awaited elsewhere, or used to \
        abort its task (`cancel`). In Python, keep it: asyncio's loop itself holds only a weak \
        reference.",
    params: &[
        Param::seconds("a", "A", 2.0),
        Param::seconds("b", "B", 1.0),
        Param::seconds("c", "C", 3.0),
    ],
    predict: &[
        Question::Order,
        Question::Total,
        Question::Choice {
            ask: "main awaits one handle after another. Why does it all take no longer than with `join!`?",
            options: &[
                Choice::wrong(
                    "Each task has a thread of its own.",
                    "There is one thread. A task that sleeps needs none: it is a deadline.",
                ),
                Choice::wrong(
                    "To await one handle is to await them all.",
                    "main continues as soon as A is done, whatever B and C do, and comes to their \
                     handles after that.",
                ),
                Choice::right(
                    "The loop runs what is spawned, awaited or not.",
                    "All three are spawned before main awaits any. While it waits for A, the deadlines of B and C come nearer as well.",
                ),
            ],
            shown_by: Some(Proof::Total),
        },
    ],
    exercise: Some(Exercise {
        goal: "Run all three ways from one main, each when the one before is done, and let the \
            last way run A, B and C at once, as a task each.",
        hints: [
            "Nothing runs yet: main calls three async functions, and `as_tasks` calls three \
             more. A task, too, has to be awaited by its handle.",
            "In main, put `.await` behind the three calls. In `as_tasks`, keep `let task_a = \
             spawn_local(work(\"A\", a));` and its like, then await the three handles.",
        ],
        given: Some(include_str!("exercise/given.rs")),
        answer: include_str!("exercise/answer.rs"),
    }),
    compare: Some("spawn-await-each"),
    ..About::EMPTY
};
