use crate::scenario::{About, Choice, Exercise, Param, Question};

pub const ABOUT: About = About {
    title: "Microtasks before timers",
    summary: "A promise goes on in a microtask, a timer in a macrotask, and the browser does all microtasks first.",
    text: "The browser's loop has two kinds of queue. When a promise, JavaScript's future, is \
        resolved, who awaits it continues in a microtask. A timer, a click or a message is a \
        macrotask. After each macrotask, it does all microtasks, also those that come meanwhile. \
        Only then can a timer fire, or the page be drawn.\n\n\
        Here a timer of 0 ms is set before a job in pieces. An await of a resolved promise after \
        each piece lets other tasks run, but no timer: that is starved to the last piece. A timer \
        after each piece lets it in.\n\n\
        asyncio has one ready queue, and an await of something done does not even suspend: \
        `asyncio.sleep` lets the timers in.",
    params: &[Param::count("pieces", "pieces", 5, 1, 20)],
    predict: &[
        Question::Choice {
            ask: "The timer is due at once. When does it fire, if each piece ends with an await of a resolved promise?",
            options: &[
                Choice::wrong(
                    "After the first piece, at the first await.",
                    "That await does pause main. But main continues in a microtask, which comes before every timer.",
                ),
                Choice::right(
                    "After the last piece.",
                    "Each await makes one more microtask, and no timer fires before there is none left.",
                ),
                Choice::wrong(
                    "In the middle of the first piece.",
                    "Nothing interrupts code that runs: neither a timer nor a microtask.",
                ),
            ],
            shown_by: None,
        },
        Question::Choice {
            ask: "Which await gives the browser time to draw the page?",
            options: &[
                Choice::wrong(
                    "Any await.",
                    "An await of a resolved promise goes on in a microtask, and the page is drawn after all of these.",
                ),
                Choice::wrong(
                    "An await of a promise.",
                    "It depends on what resolves it: a timer or an answer of the network comes in a macrotask, so then it does.",
                ),
                Choice::right(
                    "One of something that comes in a macrotask.",
                    "Between two macrotasks the browser may draw, and hears of clicks.",
                ),
            ],
            shown_by: None,
        },
    ],
    exercise: Some(Exercise {
        goal: "Let the timer of 30 ms fire as soon as the piece that runs at that moment has \
            ended; the job begins at once, and computes all pieces in their order.",
        hints: [
            "Each piece wakes the job, and the job spawns the next piece: somebody is always ready. When does the loop \
             look at its timers?",
            "Write `yield_now().await;`, from `tokio::task`, behind the line that awaits a piece: the job is ready \
             again only after the loop has looked.",
        ],
        given: Some(include_str!("exercise/given.rs")),
        answer: include_str!("exercise/answer.rs"),
    }),
    compare: Some("yield-now"),
    diagnosed: &["starved-timer"],
    browser_only: Some("the two queues of its loop are what the program shows"),
    ..About::EMPTY
};
