use crate::scenario::{About, Choice, Param, Question, Value};

pub const ABOUT: About = About {
    title: "Real requests",
    summary: "`fetch` asks this page's own server, three times in turn and three times at once.",
    text: "These waits are real: `fetch` gives a promise, and main waits until the server has \
        answered. How long that takes, nobody knows before. At once, they take about as long as the \
        slowest.\n\n\
        404 is an answer, and no error: the promise resolves, and `status` says it. It is rejected \
        where no answer came, as without a network, or the page may not read it. Python's `urlopen` \
        raises for 404.\n\n\
        With the time limit, `select!` drops the request if the timer is first. Dropping a future \
        stops only Rust's side, so `Request` tells the browser by an `AbortController`. In Python, \
        cancelling `to_thread` leaves the thread at work.",
    params: &[
        Param::count("missing", "pages that are missing", 1, 0, 3),
        Param {
            min: Value::whole(0),
            ..Param::seconds("limit", "time limit", 1.0)
        },
    ],
    predict: &[
        Question::Choice {
            ask: "A page is not there: what does an await of the browser's `fetch` give?",
            options: &[
                Choice::wrong(
                    "An error, because 404 is one.",
                    "For `fetch`, every answer of a server is a result. Look at its status.",
                ),
                Choice::right(
                    "A response, with the status 404.",
                    "The server has answered. An error says that there was no answer at all.",
                ),
                Choice::wrong(
                    "Nothing: it waits until the time limit.",
                    "A server that has no such page says so at once.",
                ),
            ],
            shown_by: None,
        },
        Question::Prints {
            text: "time is up: aborted",
        },
    ],
    compare: Some("user-and-posts"),
    browser_only: Some("it takes a network and the browser's `fetch`"),
    ..About::EMPTY
};
