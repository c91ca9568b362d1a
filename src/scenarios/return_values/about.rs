use crate::scenario::{About, Choice, Exercise, Param, Proof, Question};

pub const ABOUT: About = About {
    title: "A value comes back",
    summary: "What an async function returns comes back through await.",
    text: "The call `add(a, b)` does not return a number, but a future that will produce one (in \
        Python a coroutine). The await gives the number, once the wait inside `add` is over: the \
        only line of the log comes after 0.1 s.\n\n\
        Look at the timeline: it has one lane, a row that shows when something runs and when it \
        waits. Here that is main alone. An async function that is awaited gets no lane of its own: \
        it runs as a part of the one that awaits it. So while `add` waits, main waits, and the \
        source marks the sleep in `add` as the line on which main stands.",
    params: &[
        Param::count("a", "a", 3, 0, 1000),
        Param::count("b", "b", 4, 0, 1000),
    ],
    predict: &[
        Question::Total,
        Question::Choice {
            ask: "What does the call `add(a, b)` give before it is awaited?",
            options: &[
                Choice::wrong(
                    "The sum, which the await only hands over.",
                    "The sum is computed in the last line of `add`, and that line runs after the wait.",
                ),
                Choice::wrong(
                    "Nothing, until `add` has come to its end.",
                    "A call gives a value at once. It is just not a number.",
                ),
                Choice::right(
                    "A future, which does not know the sum yet.",
                    "In Python a coroutine. The await runs it, and gives what it returns.",
                ),
            ],
            shown_by: Some(Proof::Total),
        },
    ],
    exercise: Some(Exercise {
        goal: "Let main await another 0.2 s after the sum, and then print its double, as in \
            `doubled: 14`; a second async function can wait and return it.",
        hints: [
            "`add` is a model for it: a pause, and then a last line without a semicolon, which \
             is the value.",
            "Write `async fn double(number: u32) -> u32`, and in main `println!(\"doubled: \
             {}\", double(sum).await);`.",
        ],
        given: None,
        answer: include_str!("exercise/answer.rs"),
    }),
    ..About::EMPTY
};
