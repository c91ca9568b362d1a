use crate::scenario::{About, Param, Question};

pub const ABOUT: About = About {
    title: "One of three fails",
    summary: "try_join! gives up at the first error and drops the rest; join! waits for all and keeps every result.",
    text: "B fails after the time you choose; A needs 0.45 s and C 1.35 s. try_join! ends with B's \
        error at once. Who was not done by then is dropped, and never prints. Who was done has \
        printed, but its result is lost.\n\n\
        Then join! runs the same three. It waits for all of them and keeps every result, each an \
        Ok or an Err, in the order of the arguments. It ends when the slowest has.\n\n\
        In Python, a TaskGroup cancels the rest when one task fails, as try_join! does, and \
        gather(…, return_exceptions=True) keeps all, as join! does. Plain gather does neither: it \
        raises the first error, and the others run on.",
    params: &[Param::seconds("wait", "B fails after", 0.8)],
    predict: &[Question::Order, Question::Total],
    compare: Some("gather"),
    ..About::EMPTY
};
