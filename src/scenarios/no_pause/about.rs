use crate::scenario::{About, Param, Question};

pub const ABOUT: About = About {
    title: "An await that does not pause",
    summary: "Only an await that has to wait lets others run; `yield_now` always does.",
    text: "Anna is ready from the beginning. Main awaits `compute` once for each piece, and yet Anna is \
        served only after the last.\n\n\
        An await is a place where a task may pause. It does so only if what it awaits is not ready. \
        `compute` waits for nothing: it runs to its end, and main continues in the same poll. The \
        timeline shows one long poll, and a diagnosis names it.\n\n\
        With Ben, main also awaits `yield_now()`, in Python `asyncio.sleep(0)`. That is not ready at \
        once, so main pauses, and Ben is served after the first piece.\n\n\
        An await in a loop does not by itself let others run. Ask what it waits for.",
    params: &[Param::count("pieces", "pieces", 5, 3, 20)],
    predict: &[Question::Order, Question::Total],
    compare: Some("schedule-or-await"),
    ..About::EMPTY
};
