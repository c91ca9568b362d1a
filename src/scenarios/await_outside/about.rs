use crate::scenario::{About, Choice, Proof, Question, Words};

pub const ABOUT: About = About {
    title: "From plain code into async",
    summary: "A plain function cannot await, but it can spawn a task and hand back its handle.",
    text: "To await, one must be able to pause, and a plain function cannot: it runs to its end. So \
        `.await` in it does not compile. rustc says which function is not async, in the words shown \
        here; in Python it is a `SyntaxError: 'await' outside async function`.\n\n\
        Where a loop already runs, the bridge is to spawn: with `spawn_local` (in Python \
        `create_task`) the plain function gives the work to the loop and returns at once, and \
        whoever is async awaits the handle. (Where none runs, `block_on` or `asyncio.run` starts \
        one.) In the log, the work starts only after main's second line: to spawn is to make ready, \
        and it runs when main waits.",
    predict: &[
        Question::Order,
        Question::Total,
        Question::Choice {
            ask: "A plain function needs the result of async work. What can it do?",
            options: &[
                Choice::wrong(
                    "Await it: that works wherever a loop runs.",
                    "A plain function cannot pause. Neither rustc nor CPython accepts an await in it.",
                ),
                Choice::wrong(
                    "Spawn it, and look again and again until it is done.",
                    "While it looks, it keeps the thread. So the task never has its turn, and is never done.",
                ),
                Choice::right(
                    "Spawn it, and hand on the task's handle.",
                    "Whoever is async awaits the handle, and has the result.",
                ),
            ],
            shown_by: Some(Proof::Order),
        },
    ],
    compare: Some("schedule-or-await"),
    words: Some(Words {
        title: "What rustc says to an await in a plain function",
        text: include_str!("mistake.txt"),
    }),
    ..About::EMPTY
};
