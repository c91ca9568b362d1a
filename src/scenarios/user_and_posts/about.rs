use crate::scenario::{About, Choice, Exercise, Param, Question};

pub const ABOUT: About = About {
    title: "A user and their posts",
    summary: "Two calls that do not need each other are made at once, and each gives back a result of its own kind.",
    text: "A page needs a user and the user's posts. The first half awaits one call, then the \
        other. But neither needs the other's result. So the second half makes both at once, \
        with `join!` (in Python `asyncio.gather`), and waits half as long.\n\n\
        The two results have different types, a user and a list, and each lands in its own \
        name. On the timeline main first waits twice, end to end; then two lanes wait side by \
        side.\n\n\
        Ask the same of your own code: which awaits stand one below the other without needing \
        each other?",
    params: &[Param::seconds("seconds", "each call", 1.0)],
    predict: &[
        Question::Order,
        Question::Total,
        Question::Choice {
            ask: "When would it be right to await one call after the other?",
            options: &[
                Choice::wrong(
                    "When the two results have different types.",
                    "`join!` does not mind: each result has its own place, and its own type.",
                ),
                Choice::right(
                    "When the second call needs the user's id.",
                    "Then it needs the first one's result, and has to wait for it.",
                ),
                Choice::wrong(
                    "When both calls take equally long.",
                    "So they do here, and at once it takes half the time.",
                ),
            ],
            shown_by: None,
        },
    ],
    exercise: Some(Exercise {
        goal: "Print the page after twice `seconds`, with all lines and waits kept: the posts \
            take that long, and the friends can be asked for as soon as the user is here.",
        hints: [
            "Who needs whose result? Only the friends need something; so two chains can run \
             side by side.",
            "Put the user and then the friends into one async function, and `join!` that \
             function with `fetch_posts(seconds)`.",
        ],
        given: Some(include_str!("exercise/given.rs")),
        answer: include_str!("exercise/answer.rs"),
    }),
    ..About::EMPTY
};
