use crate::scenario::{About, Question, Words};

pub const ABOUT: About = About {
    title: "From plain code into async",
    summary: "A plain function cannot await, but it can spawn a task and hand back its handle.",
    text: "To await is to pause, and a plain function has no way to pause: it runs to its end. \
        So await in it does not compile. rustc says which function is not async, in the words shown here; \
        in Python it is a SyntaxError: 'await' outside async function.\n\n\
        The bridge is to spawn. The plain function puts the work on the loop and returns at once; \
        whoever is async awaits the handle. In the log, the work starts only after main's second line: \
        spawning has scheduled it, and main's await lets it run.",
    predict: &[Question::Order, Question::Total],
    compare: Some("schedule-or-await"),
    words: Some(Words {
        title: "What rustc says to an await in a plain function",
        text: include_str!("mistake.txt"),
    }),
    ..About::EMPTY
};
