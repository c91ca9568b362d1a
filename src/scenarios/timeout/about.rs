use crate::scenario::{About, Choice, Exercise, Param, Proof, Question};

pub const ABOUT: About = About {
    title: "A time limit",
    summary: "`timeout` awaits a future until its time is up, then drops it; what was done stays done.",
    text: "`timeout` gives the download a limit; in Python, `asyncio.wait_for` does. If all pages \
        come in time, main gets the result. If not, the download is cancelled at the await where it \
        stands, and main gets an error instead: `Elapsed`, in Python `TimeoutError`.\n\n\
        What was printed before stays printed. A time limit undoes nothing: half a download, or half \
        a payment, is what you have then.\n\n\
        Main waits one more second to show that nothing goes on in secret: the future is gone.\n\n\
        Only code that awaits can be stopped like this. If the download blocked the thread, nobody \
        would look at the clock before it ended.",
    params: &[
        Param::seconds("limit", "time limit", 1.5),
        Param::seconds("each", "each page takes", 0.6),
    ],
    predict: &[
        Question::Order,
        Question::Prints {
            text: "page 3 is here",
        },
        Question::Choice {
            ask: "If time runs out during the download, what becomes of the pages that have come?",
            options: &[
                Choice::wrong(
                    "They are taken back, as if it had not begun.",
                    "What is printed is printed: to drop a future undoes nothing.",
                ),
                Choice::right(
                    "They stay, and only what is missing is dropped.",
                    "A time limit ends the work where it stands. What to do with one half is yours to \
                     decide.",
                ),
                Choice::wrong(
                    "They stay, and the missing ones follow later.",
                    "Nobody runs the download any more: main waits one more second, and no page comes.",
                ),
            ],
            shown_by: Some(Proof::Order),
        },
    ],
    compare: Some("cancel"),
    exercise: Some(Exercise {
        goal: "When the time is up, give up the download for good: at that moment the bell is \
            put away, no page comes later, and main runs on to its end.",
        hints: [
            "`timeout` drops what it was given. Here that is a handle, and a task runs on \
             without its handle.",
            "Give the download itself to `timeout`, without a task: `timeout(limit, \
             download(each))`.",
        ],
        given: Some(include_str!("exercise/given.rs")),
        answer: include_str!("exercise/answer.rs"),
    }),
    ..About::EMPTY
};
