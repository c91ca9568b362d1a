use crate::scenario::{About, Param, Question};

pub const ABOUT: About = About {
    title: "A long job that lets others pass",
    summary: "yield_now hands the thread back for one turn: everybody who is ready runs, then the job goes on.",
    text: "A long job computes, piece by piece. Computing never waits, so without help Anna and Ben \
        would stand in the queue until the last piece.\n\n\
        yield_now().await is a pause without a time: the job goes to the end of the ready queue, \
        and all who stand there run first. So Anna and Ben are served after the first piece, \
        however many pieces there are. In Python it is await asyncio.sleep(0).\n\n\
        The job takes no less time, and the thread is never idle: nothing is gained but that \
        others need not wait. The longest wait is now one piece. Make pieces small.\n\n\
        What truly takes long belongs on a thread of its own: spawn_blocking, or to_thread.",
    params: &[Param::count("pieces", "pieces", 4, 1, 20)],
    predict: &[Question::Order, Question::Total],
    compare: Some("no-pause"),
    ..About::EMPTY
};
