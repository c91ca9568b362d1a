use crate::scenario::{About, Param, Question};

pub const ABOUT: About = About {
    title: "A pizza and a burger",
    summary: "Two kitchens cook at the same time, unless you stand in front of one until it is done.",
    text: "A minute is shown as 0.1 s. In the first half you order a pizza and stand there: the \
        burger is ordered only when the pizza is served, and the minutes add up. Meanwhile the \
        loop is blocked: the page itself stands still, and the diagnosis says for how long.\n\n\
        In the second half you order both and let go of the thread. The quicker dish is served \
        first, and all is done with the slower one.\n\n\
        The kitchens are as fast as before. You are the loop: one person, who waits for \
        everything at once as long as no wait holds you. Both results are measured by the \
        program itself.",
    params: &[
        Param::count("pizza", "pizza", 5, 1, 60).unit("min"),
        Param::count("burger", "burger", 3, 1, 60).unit("min"),
    ],
    predict: &[Question::Order, Question::Total],
    ..About::EMPTY
};
