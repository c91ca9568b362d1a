use crate::scenario::{About, Param, Question};

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
    predict: &[Question::Order, Question::Total],
    ..About::EMPTY
};
