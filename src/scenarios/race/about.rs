use crate::scenario::{About, Param, Question};

pub const ABOUT: About = About {
    title: "The first one wins",
    summary: "`select!` awaits several futures at once, takes the first that is ready, and drops the others.",
    text: "Three servers are asked the same. `select!` polls all three, as `join!` does, but ends with the \
        first that is ready, and gives that one's result. The total is the shortest wait and main's \
        last second.\n\n\
        The losers are dropped at that moment, at the await where they stand. On the timeline their \
        lanes end, and their answers are never printed.\n\n\
        `biased;` means: poll from top to bottom. Without it, `select!` begins anywhere, so that no \
        branch is preferred when two are ready.\n\n\
        In Python, `asyncio.wait(…, return_when=FIRST_COMPLETED)` says who was first. It cancels \
        nobody: the losers are tasks, and run on until you cancel them.",
    params: &[Param::seconds("wait", "A needs", 1.2)],
    predict: &[Question::Order, Question::Total],
    compare: Some("gather"),
    ..About::EMPTY
};
