use crate::scenario::{About, Question, Words};

pub const ABOUT: About = About {
    title: "From plain code into async",
    summary: "A plain function cannot await, but it can spawn a task and hand back its handle.",
    text: "To await is to pause, and a plain function has no way to pause: it runs to its end. So \
        `.await` in it does not compile. rustc says which function is not async, in the words \
        shown here; in Python it is a `SyntaxError: 'await' outside async function`.\n\n\
        Where a loop already runs, the bridge is to spawn: with `spawn_local` (in Python \
        `create_task`) the plain function gives the work to the loop and returns at once, and \
        whoever is async awaits the handle. (Where none runs, `block_on` or `asyncio.run` \
        starts one.) In the log, the work starts only after main's second line: to spawn is to \
        make ready, and it runs when main waits.",
    predict: &[Question::Order, Question::Total],
    compare: Some("schedule-or-await"),
    words: Some(Words {
        title: "What rustc says to an await in a plain function",
        text: include_str!("mistake.txt"),
    }),
    ..About::EMPTY
};
