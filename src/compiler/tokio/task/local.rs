//! Tasks that stay on their thread, as all of them do here.

use std::cell::RefCell;
use std::fmt;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use crate::runtime::{Id, Runtime};

use super::{AbortHandle, JoinHandle, spawn::start};

#[track_caller]
pub fn spawn_local<F>(future: F) -> JoinHandle<F::Output>
where
    F: Future + 'static,
    F::Output: 'static,
{
    match unsafe { (*(&raw const CURRENT)).clone() } {
        Some(set) => set.start(future),
        None => start(future),
    }
}

/// The set whose task is being polled.
static mut CURRENT: Option<Rc<Shared>> = None;

/// Tasks that end with it: what is left of them when it is dropped is aborted.
///
/// They are on the queue of the run as all tasks are, from the set's first poll on.
pub struct LocalSet {
    id: Id,
    shared: Rc<Shared>,
}

struct Shared {
    state: RefCell<State>,
}

struct State {
    /// Whether the set was polled.
    begun: bool,
    /// Wakers of those of its tasks that wait for that.
    waiting: Vec<Waker>,
    tasks: Vec<(AbortHandle, Rc<dyn Slot>)>,
    /// How many are not over.
    running: usize,
    /// Who waits for all of them.
    waiter: Option<Waker>,
}

impl Shared {
    fn start<F>(self: Rc<Self>, future: F) -> JoinHandle<F::Output>
    where
        F: Future + 'static,
        F::Output: 'static,
    {
        self.state.borrow_mut().running += 1;
        let future = Rc::new(Place(RefCell::new(Some(future))));
        let slot: Rc<dyn Slot> = future.clone();
        let handle = start(Member {
            future,
            set: self.clone(),
        });
        let mut state = self.state.borrow_mut();
        state.tasks.push((handle.abort_handle(), slot));
        // Half of them are over: to forget those costs no more than it did to note them.
        if state.tasks.len() > 2 * state.running {
            state.tasks.retain(|(task, _)| !task.is_finished());
        }
        drop(state);
        handle
    }

    fn begin(&self) {
        let mut state = self.state.borrow_mut();
        state.begun = true;
        let waiting = std::mem::take(&mut state.waiting);
        drop(state);
        waiting.into_iter().for_each(Waker::wake);
    }
}

/// Where a task's future stands, so that it can be dropped with the set.
struct Place<F>(RefCell<Option<F>>);

trait Slot {
    fn clear(&self);
}

impl<F> Slot for Place<F> {
    /// Does nothing if the future itself is what drops the set.
    fn clear(&self) {
        if let Ok(mut future) = self.0.try_borrow_mut() {
            *future = None;
        }
    }
}

/// A task of a set. What it spawns is of the set, too.
struct Member<F> {
    future: Rc<Place<F>>,
    set: Rc<Shared>,
}

impl<F: Future> Future for Member<F> {
    type Output = F::Output;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<F::Output> {
        let this = unsafe { self.get_unchecked_mut() };
        let mut state = this.set.state.borrow_mut();
        if !state.begun {
            state.waiting.push(cx.waker().clone());
            return Poll::Pending;
        }
        drop(state);
        let _entered = Entered::new(&this.set);
        let mut place = this.future.0.borrow_mut();
        let Some(future) = &mut *place else {
            // It went with its set, and is about to be aborted.
            return Poll::Pending;
        };
        let polled = unsafe { Pin::new_unchecked(future) }.poll(cx);
        if polled.is_ready() {
            *place = None;
        }
        polled
    }
}

impl<F> Drop for Member<F> {
    fn drop(&mut self) {
        self.future.clear();
        let mut state = self.set.state.borrow_mut();
        state.running -= 1;
        let waiter = match state.running {
            0 => state.waiter.take(),
            _ => None,
        };
        drop(state);
        waiter.into_iter().for_each(Waker::wake);
    }
}

/// Makes a set the current one as long as it lives.
struct Entered {
    before: Option<Rc<Shared>>,
}

impl Entered {
    fn new(set: &Rc<Shared>) -> Self {
        let before = unsafe { std::mem::replace(&mut *(&raw mut CURRENT), Some(set.clone())) };
        Entered { before }
    }
}

impl Drop for Entered {
    fn drop(&mut self) {
        unsafe { *(&raw mut CURRENT) = self.before.take() };
    }
}

impl LocalSet {
    /// Returns a new local task set.
    pub fn new() -> LocalSet {
        let state = State {
            begun: false,
            waiting: Vec::new(),
            tasks: Vec::new(),
            running: 0,
            waiter: None,
        };
        LocalSet {
            id: Id::next(),
            shared: Rc::new(Shared {
                state: RefCell::new(state),
            }),
        }
    }

    /// Spawns a `!Send` task onto the local task set.
    #[track_caller]
    pub fn spawn_local<F>(&self, future: F) -> JoinHandle<F::Output>
    where
        F: Future + 'static,
        F::Output: 'static,
    {
        self.shared.clone().start(future)
    }

    /// Returns the `Id` of the current `LocalSet`.
    pub fn id(&self) -> Id {
        self.id
    }

    /// Runs a future to completion on the provided runtime, driving any local futures spawned on this set.
    #[track_caller]
    pub fn block_on<F: Future>(&self, rt: &Runtime, future: F) -> F::Output {
        rt.block_on(self.run_until(future))
    }

    pub(crate) async fn drive<F: Future>(&self, rt: &Runtime, future: F) -> F::Output {
        rt.drive(self.run_until(future)).await
    }

    /// Runs a future to completion on the local set, returning its output.
    pub async fn run_until<F>(&self, future: F) -> F::Output
    where
        F: Future,
    {
        let mut future = std::pin::pin!(future);
        let shared = self.shared.clone();
        poll_fn(move |cx| {
            let _entered = Entered::new(&shared);
            let polled = future.as_mut().poll(cx);
            shared.begin();
            polled
        })
        .await
    }
}

impl Future for LocalSet {
    type Output = ();

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        self.shared.begin();
        let mut state = self.shared.state.borrow_mut();
        if state.running == 0 {
            return Poll::Ready(());
        }
        state.waiter = Some(cx.waker().clone());
        Poll::Pending
    }
}

impl Default for LocalSet {
    fn default() -> LocalSet {
        LocalSet::new()
    }
}

impl Drop for LocalSet {
    fn drop(&mut self) {
        let tasks = std::mem::take(&mut self.shared.state.borrow_mut().tasks);
        for (task, slot) in &tasks {
            slot.clear();
            task.abort();
        }
    }
}

impl fmt::Debug for LocalSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LocalSet").finish()
    }
}
