use crate::scenario::{About, Param, Question};

pub const ABOUT: About = About {
    title: "A value comes back",
    summary: "What an async function returns comes back through await.",
    text: "The call `add(a, b)` does not return a number, but a future that will produce one (in \
        Python a coroutine). The await gives the number, once the wait inside `add` is over: \
        the only line of the log comes after 0.1 s.\n\n\
        Look at the timeline: it has one lane, a row for each thing that the loop can run. \
        Here that is main alone. An async function that is awaited gets no lane of its own: it \
        runs as a part of the one that awaits it. So while `add` waits, main waits, and the \
        source marks the sleep in `add` as the line on which main stands.",
    params: &[
        Param::count("a", "a", 3, 0, 1000),
        Param::count("b", "b", 4, 0, 1000),
    ],
    predict: &[Question::Total],
    ..About::EMPTY
};
