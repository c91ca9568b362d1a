use crate::scenario::{About, Param, Question};

pub const ABOUT: About = About {
    title: "A value comes back",
    summary: "What an async function returns comes back through await.",
    text: "The call add(a, b) does not return a number, but a future that will produce one. The \
        await gives the number, once the wait inside add is over: the only line of the log comes \
        after 0.1 s.\n\n\
        Look at the timeline: there is one lane, main. A function that is awaited is no task of \
        its own; it runs inside the task that awaits it. So while add waits, main waits, and the \
        source marks the sleep in add as the line on which main stands.",
    params: &[
        Param::count("a", "a", 3, 0, 1000),
        Param::count("b", "b", 4, 0, 1000),
    ],
    predict: &[Question::Total],
    ..About::EMPTY
};
