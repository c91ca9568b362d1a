use crate::scenario::{About, Choice, Exercise, Param, Proof, Question};

pub const ABOUT: About = About {
    title: "Hello, with a pause",
    summary: "An async function runs until it has to wait, and later continues from there.",
    text: "One line comes at once, the other after the pause. During the pause nothing computes. \
        At `sleep(seconds).await` (in Python `await asyncio.sleep(seconds)`) main gives the \
        loop a deadline and is suspended: it leaves the thread free. When the deadline has \
        come, the loop resumes main, which continues after the await as if it had never been \
        away.\n\n\
        Each turn that the loop gives is called a poll. The timeline has two very short polls, \
        and a long wait between them.\n\n\
        Calling an async main does not run it. Here the page gives it to its loop; elsewhere \
        `#[tokio::main]` starts a loop for it, in Python `asyncio.run(main())`.",
    params: &[Param::seconds("seconds", "pause", 1.0)],
    predict: &[
        Question::Total,
        Question::Choice {
            ask: "Who lets main continue after the pause?",
            options: &[
                Choice::wrong(
                    "Main itself: it looks at the clock again and again.",
                    "Then the timeline would show many polls of main. It shows two: between them main \
                     does nothing.",
                ),
                Choice::right(
                    "The event loop: it polls main when the deadline has come.",
                    "Main left the deadline with the loop and gave back the thread. When it comes back is the loop's business.",
                ),
                Choice::wrong(
                    "The operating system: it switches to another thread.",
                    "There is one thread. Main leaves it at its own await, and nobody takes it away.",
                ),
            ],
            shown_by: Some(Proof::Order),
        },
    ],
    exercise: Some(Exercise {
        goal: "Count down: print `3` at once, then `2`, `1` and `lift-off`, and await a pause \
            of `seconds` between two lines.",
        hints: [
            "Calling an async function runs nothing. See how `count_down` waits for its pause: \
             main can wait for `count_down` in the same way.",
            "Write `count_down(seconds).await;` in main, and in `count_down` a loop, `for number in \
             [3, 2, 1] { … }`, around its two lines, and print `{number}` in place of `3`.",
        ],
        given: Some(include_str!("exercise/given.rs")),
        answer: include_str!("exercise/answer.rs"),
    }),
    ..About::EMPTY
};
