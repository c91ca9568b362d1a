use crate::scenario::{About, Choice, Exercise, Param, Proof, Question};

pub const ABOUT: About = About {
    title: "Breakfast, in turn and at once",
    summary: "Awaiting one thing after another adds up their waits: async alone makes nothing faster.",
    text: "The coffee machine needs nobody to watch it. Yet in the first half the toast starts \
        only when the coffee is ready. That is what the program says: main awaits the coffee, \
        and the line with the toast comes after it. To await is to run what is awaited and to \
        wait for it; it starts nothing else. So async alone makes nothing faster: the waits \
        add up.\n\n\
        The second half says `join!` (in Python `asyncio.gather`), which begins both and waits \
        until both are ready. Now the waits overlap.\n\n\
        Change the seconds: the first half takes their sum, the second as long as the longer \
        of them.",
    params: &[
        Param::seconds("coffee", "coffee", 2.0),
        Param::seconds("toast", "toast", 1.0),
    ],
    predict: &[
        Question::Order,
        Question::Total,
        Question::Choice {
            ask: "Which change makes the first half shorter?",
            options: &[
                Choice::wrong(
                    "Begin with the one that is ready sooner.",
                    "The sum of two waits is the same in either order.",
                ),
                Choice::right(
                    "Begin both before waiting for either.",
                    "Then their waits overlap. That is what the second half does.",
                ),
                Choice::wrong(
                    "Leave out the awaits: they hold it up.",
                    "Without its await, a call makes a future and nothing else: no coffee, no toast.",
                ),
            ],
            shown_by: Some(Proof::Total),
        },
    ],
    exercise: Some(Exercise {
        goal: "The kitchen has one plug: let the coffee start at once, and toast and eggs each \
            when the one before is ready; every wait stays an awaited `sleep`.",
        hints: [
            "`join!` begins all three together. How did the first half of the lesson make one \
             wait for the other?",
            "Take the three calls out of the `join!`, give each a line of its own, and put \
             `.await` behind each.",
        ],
        given: Some(include_str!("exercise/given.rs")),
        answer: include_str!("exercise/answer.rs"),
    }),
    ..About::EMPTY
};
