use crate::scenario::{About, Param, Question};

pub const ABOUT: About = About {
    title: "Hello, with a pause",
    summary: "An async function runs until it has to wait, and later continues from there.",
    text: "One line comes at once, the other after the pause. During the pause nothing computes. \
        At `sleep(seconds).await` (in Python `await asyncio.sleep(seconds)`) main gives the \
        loop a deadline and is suspended: it leaves the thread free. When the deadline has \
        come, the loop resumes main, which continues after the await as if it had never been \
        away.\n\n\
        Each turn that the loop gives is called a poll. The timeline has two very short polls, \
        and a long wait between them.\n\n\
        Calling an async main does not run it. Here the page gives it to its loop; elsewhere \
        `#[tokio::main]` starts a loop for it, in Python `asyncio.run(main())`.",
    params: &[Param::seconds("seconds", "pause", 1.0)],
    predict: &[Question::Total],
    ..About::EMPTY
};
