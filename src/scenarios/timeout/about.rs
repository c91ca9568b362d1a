use crate::scenario::{About, Param, Question};

pub const ABOUT: About = About {
    title: "A time limit",
    summary: "`timeout` awaits a future until its time is up, then drops it; what was done stays done.",
    text: "`timeout` gives the download a limit; in Python, `asyncio.wait_for` does. If all pages come in \
        time, main gets the result. If not, the download is cancelled at the await where it stands, \
        and main gets an error instead: `Elapsed`, in Python `TimeoutError`.\n\n\
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
        Question::Total,
    ],
    compare: Some("cancel"),
    ..About::EMPTY
};
