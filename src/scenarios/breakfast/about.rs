use crate::scenario::{About, Param, Question};

pub const ABOUT: About = About {
    title: "Breakfast, one thing after another",
    summary: "Awaiting one thing after another adds up their waits: async alone makes nothing faster.",
    text: "The coffee machine needs nobody to watch it, and yet the toast starts only when the \
        coffee is ready. That is what the program says: main awaits the coffee, and the line \
        with the toast comes after it.\n\n\
        The timeline has one lane with two waits in it, end to end. While main waits, the loop \
        is free to run something else, but nothing else is there. To await is to run what is \
        awaited and to wait for it; it starts nothing else.\n\n\
        Change the seconds, and the total stays their sum.",
    params: &[
        Param::seconds("coffee", "coffee", 2.0),
        Param::seconds("toast", "toast", 1.0),
    ],
    predict: &[Question::Order, Question::Total],
    ..About::EMPTY
};
