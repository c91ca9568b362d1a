use crate::scenario::{About, Choice, Param, Proof, Question};

pub const ABOUT: About = About {
    title: "From a callback to an await",
    summary: "What calls back can be awaited: the callback completes a oneshot, or resolves a promise.",
    text: "The browser does not know Rust's await. It calls back: `setTimeout`, events and sockets all take a \
        function. So the callback has to complete something that main awaits.\n\n\
        First it sends into a `oneshot`, whose other end main awaits. Then it resolves a promise, which \
        a `JsFuture` awaits. In Python one thing is for both: a `Future`, with `set_result` as the \
        callback.\n\n\
        A closure must live until it is called. `Timeout` keeps it: dropped, it takes the timer back, and \
        the sender with it, so main hears that nobody will answer. `forget` gives the closure away. In \
        Python nobody tells: a `Future` without its callback waits for ever.",
    params: &[Param::seconds("wait", "callback after", 0.5)],
    predict: &[
        Question::Prints {
            text: "received: never",
        },
        Question::Choice {
            ask: "What if `timeout` is dropped before `receiver.await`?",
            options: &[
                Choice::wrong(
                    "The callback comes all the same.",
                    "Only after `forget`: what is dropped takes its timer back.",
                ),
                Choice::wrong(
                    "Main waits for ever.",
                    "In Python it would. Here the closure is dropped, and with it the sender: that completes the receiver, with an error.",
                ),
                Choice::right(
                    "Main gets an error at once.",
                    "The sender was dropped with the closure, and the receiver is told. The last part of the program shows it.",
                ),
            ],
            shown_by: Some(Proof::Prints {
                text: "nobody will ever call back",
            }),
        },
    ],
    compare: Some("awaitables"),
    browser_only: Some("it is the browser that calls back"),
    ..About::EMPTY
};
