use crate::scenario::{About, Param, Question};

pub const ABOUT: About = About {
    title: "A task that panics",
    summary: "A panic ends its own task; who awaits the handle gets an error, and everybody else runs on.",
    text: "A panic is Rust's way to say: this must not happen. With no guests, the first task panics. \
        That task ends there and then, and what it holds is dropped. The loop and the other task \
        run on.\n\n\
        Main learns of it when it awaits the handle: it gets an Err, a JoinError, in place of the \
        number. If nobody awaits the handle, nobody is told.\n\n\
        In Python any exception that leaves a task does the same: it is kept, and raised where \
        the task is awaited.\n\n\
        Were main itself to panic, the run would end. The page then says so, and the next run \
        begins anew.",
    params: &[
        Param::count("cakes", "cakes", 6, 0, 12),
        Param::count("guests", "guests", 0, 0, 6),
    ],
    predict: &[
        Question::Order,
        Question::Prints {
            text: "main: goes on",
        },
    ],
    compare: Some("errors"),
    ..About::EMPTY
};
