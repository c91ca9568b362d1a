//! What the macros are made of.

pub use std::future::{Future, IntoFuture, poll_fn};
pub use std::pin::Pin;
pub use std::result::Result;
pub use std::task::{Context, Poll};

use std::intrinsics;

/// A branch of a macro: the learner sees it as a lane of its own, named after its expression. Never moved once polled.
pub struct Branch<F: Future> {
    lane: u32,
    state: State<F, F::Output>,
}

enum State<F, O> {
    Running(F),
    Done(O),
    Gone,
}

pub fn branch<F: IntoFuture>(name: &'static str, future: F) -> Branch<F::IntoFuture> {
    let lane = intrinsics::branch_new(name.as_ptr(), name.len());
    Branch {
        lane,
        state: State::Running(future.into_future()),
    }
}

impl<F: Future> Branch<F> {
    /// Polls it unless it is done; whether it is.
    pub fn poll(&mut self, cx: &mut Context<'_>) -> bool {
        if !matches!(self.state, State::Running(_)) {
            return true;
        }
        let mut entered = Entered::new(self, true);
        let State::Running(future) = &mut entered.branch.state else {
            return true;
        };
        match unsafe { Pin::new_unchecked(future) }.poll(cx) {
            Poll::Pending => {
                entered.how = PENDING;
                false
            }
            Poll::Ready(output) => {
                // What it drops belongs to its poll.
                entered.branch.state = State::Gone;
                entered.how = READY;
                drop(entered);
                self.state = State::Done(output);
                true
            }
        }
    }

    /// What it has given.
    pub fn take(&mut self) -> F::Output {
        match std::mem::replace(&mut self.state, State::Gone) {
            State::Done(output) => output,
            _ => panic!("expected completed future"),
        }
    }
}

impl<F: Future<Output = Result<T, E>>, T, E> Branch<F> {
    pub fn has_failed(&self) -> bool {
        matches!(self.state, State::Done(Err(_)))
    }

    pub fn take_ok(&mut self) -> T {
        self.take().ok().expect("expected Ok(_)")
    }

    pub fn take_err(&mut self) -> E {
        self.take().err().unwrap()
    }
}

impl<F: Future> Drop for Branch<F> {
    fn drop(&mut self) {
        if matches!(self.state, State::Running(_)) {
            let mut entered = Entered::new(self, false);
            entered.branch.state = State::Gone;
            entered.how = DROPPED;
        }
    }
}

const PENDING: u8 = 0;
const READY: u8 = 1;
const DROPPED: u8 = 2;
const PANICKED: u8 = 3;

/// The lane of a branch, as long as it is entered; a panic leaves it, too.
struct Entered<'a, F: Future> {
    branch: &'a mut Branch<F>,
    how: u8,
}

impl<'a, F: Future> Entered<'a, F> {
    fn new(branch: &'a mut Branch<F>, polled: bool) -> Self {
        intrinsics::branch_enter(branch.lane, polled);
        Entered {
            branch,
            how: PANICKED,
        }
    }
}

impl<F: Future> Drop for Entered<'_, F> {
    fn drop(&mut self) {
        if self.how == PANICKED {
            self.branch.state = State::Gone;
        }
        intrinsics::branch_leave(self.branch.lane, self.how);
    }
}

/// Which branch of `join!` a poll begins with: another one each time, unless it is biased.
pub struct Rotator {
    biased: bool,
    count: u32,
    next: u32,
}

impl Rotator {
    pub fn new(biased: bool, count: u32) -> Rotator {
        Rotator {
            biased,
            count,
            next: 0,
        }
    }

    pub fn round(&mut self) -> Round {
        let skip = self.next;
        if !self.biased {
            self.next += 1;
            if self.next == self.count {
                self.next = 0;
            }
        }
        Round {
            skip,
            left: self.count,
        }
    }
}

/// A poll of all branches. It goes over them twice, leaving out those before the first at first.
pub struct Round {
    skip: u32,
    left: u32,
}

pub enum Turn {
    Skip,
    Poll,
    End,
}

impl Round {
    pub fn next(&mut self) -> Turn {
        if self.skip > 0 {
            self.skip -= 1;
            Turn::Skip
        } else if self.left == 0 {
            Turn::End
        } else {
            self.left -= 1;
            Turn::Poll
        }
    }
}

/// Which branches of `select!` are out, and with which one a poll begins.
pub struct Selection {
    pub disabled: u64,
    biased: bool,
    count: u32,
}

impl Selection {
    pub fn new(biased: bool, count: u32) -> Selection {
        Selection {
            disabled: 0,
            biased,
            count,
        }
    }

    pub fn start(&self) -> u32 {
        match self.biased {
            true => 0,
            false => intrinsics::random(self.count),
        }
    }

    pub fn is_disabled(&self, branch: u32) -> bool {
        self.disabled & (1 << branch) != 0
    }

    pub fn disable(&mut self, branch: u32) {
        self.disabled |= 1 << branch;
    }
}

/// A place for what a branch of `select!` may give.
pub fn place<T>(_skip: &str) -> Option<T> {
    None
}
