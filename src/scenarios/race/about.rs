use crate::scenario::{About, Choice, Param, Proof, Question};

pub const ABOUT: About = About {
    title: "The first one wins",
    summary: "`select!` awaits several futures at once, takes the first that is ready, and drops the others.",
    text: "Three servers are asked the same. `select!` polls all three, as `join!` does, but ends \
        with the first that is ready, and gives that one's result. The total is the shortest wait \
        and main's last second.\n\n\
        The losers are dropped at that moment, at the await where they stand. On the timeline their \
        lanes end, and their answers are never printed.\n\n\
        `biased;` means: poll from top to bottom. Without it, `select!` begins anywhere, so that no \
        branch is preferred when two are ready.\n\n\
        In Python, `asyncio.wait(…, return_when=FIRST_COMPLETED)` says who is done. It cancels \
        nobody: the losers are tasks, and run on until you cancel them.",
    params: &[Param::seconds("wait", "A needs", 1.2)],
    predict: &[
        Question::Order,
        Question::Total,
        Question::Choice {
            ask: "What becomes of the requests that lose?",
            options: &[
                Choice::wrong(
                    "They run on, and their answers are thrown away.",
                    "In Python they would, until somebody cancels them. `select!` does not leave them \
                     running.",
                ),
                Choice::wrong(
                    "They are paused until somebody asks for them.",
                    "What is dropped is gone, and cannot be continued.",
                ),
                Choice::right(
                    "They are dropped at the await where they stand.",
                    "Main waits one more second, and no other answer comes.",
                ),
            ],
            shown_by: Some(Proof::Prints {
                text: "nobody else answers",
            }),
        },
    ],
    compare: Some("gather"),
    ..About::EMPTY
};
