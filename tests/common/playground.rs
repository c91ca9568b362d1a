//! The names of the playground, as the real tokio has them, on paused time.
//!
//! Paused time jumps to the next deadline when no task is ready, and never moves
//! otherwise. Lines are collected, a blocking wait moves the paused clock, and the
//! time of day counts from midnight of 1 January 1970, as it does in simulated runs.
//! What else is not tokio's own says why.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::future::{Future, poll_fn};
use std::ops::{Deref, DerefMut};
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};
use std::time::Duration;

use crate::oracle::Observed;

pub use tokio::runtime::Handle;
pub use tokio::task::{AbortHandle, JoinError, JoinHandle};
pub use tokio::time::error::Elapsed;
pub use tokio::time::{Instant, Sleep, Timeout, sleep, timeout};
pub use tokio::{join, select, sync, try_join};

/// Runs `main` on a runtime of its own.
///
/// `main` is a task among tasks, so that it waits for its turn as they do.
pub fn run<F>(main: F) -> Observed
where
    F: Future<Output = ()> + 'static,
{
    let mut builder = tokio::runtime::Builder::new_current_thread();
    let runtime = builder.enable_all().start_paused(true).build();
    let runtime = runtime.expect("a runtime on this thread needs nothing that could be missing");
    let tasks = tokio::task::LocalSet::new();
    runtime.block_on(async move {
        let started = Instant::now();
        RUN.set(Some(Run {
            started,
            log: Vec::new(),
            main_ended: false,
            spawned: 0,
            left: BTreeMap::new(),
        }));
        let main = async move {
            main.await;
            with_run(|run| run.main_ended = true);
            started.elapsed()
        };
        let main = async { tokio::task::spawn_local(main).await };
        let total = tasks.run_until(main).await;
        drop(tasks);
        // The guards of what was still alive may print.
        while let Some((_, left)) = with_run(|run| run.left.pop_first()) {
            drop(left);
        }
        let log = RUN.take().expect("set above").log;
        let total = total.expect("main does not panic");
        Observed { log, total }
    })
}

struct Run {
    started: Instant,
    log: Vec<String>,
    main_ended: bool,
    /// How many tasks there were.
    spawned: usize,
    /// What was alive when `main` ended, oldest first.
    left: BTreeMap<usize, Box<dyn Any>>,
}

thread_local! {
    /// The run of this thread, if it is not the thread of a worker.
    static RUN: RefCell<Option<Run>> = const { RefCell::new(None) };
    /// Who has yielded, in order.
    static YIELDED: RefCell<Vec<Waker>> = const { RefCell::new(Vec::new()) };
    /// For how long the worker of this thread has blocked.
    static BLOCKED: Cell<Duration> = const { Cell::new(Duration::ZERO) };
}

fn with_run<R>(act: impl FnOnce(&mut Run) -> R) -> R {
    RUN.with_borrow_mut(|run| act(run.as_mut().expect("called from inside of a run")))
}

/// A task that is neither polled nor dropped after `main` has ended, until all are dropped.
///
/// So it is where `main` is what `block_on` is given. Here it is a task, and tokio
/// would finish its round of the tasks that stand behind it on the queue.
struct WhileMainRuns<F: Future + 'static> {
    spawned: usize,
    future: Option<Pin<Box<F>>>,
}

impl<F: Future + 'static> WhileMainRuns<F> {
    fn new(future: F) -> Self {
        WhileMainRuns {
            spawned: with_run(|run| {
                run.spawned += 1;
                run.spawned
            }),
            future: Some(Box::pin(future)),
        }
    }
}

impl<F: Future + 'static> Future for WhileMainRuns<F> {
    type Output = F::Output;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<F::Output> {
        let future = self.future.as_mut().expect("taken when dropped");
        match with_run(|run| run.main_ended) {
            true => Poll::Pending,
            false => future.as_mut().poll(cx),
        }
    }
}

impl<F: Future + 'static> Drop for WhileMainRuns<F> {
    fn drop(&mut self) {
        if with_run(|run| run.main_ended) {
            let future = Box::new(self.future.take());
            with_run(|run| run.left.insert(self.spawned, future));
        }
    }
}

/// tokio's, but a task ends with `main`.
pub fn spawn_local<F>(future: F) -> JoinHandle<F::Output>
where
    F: Future + 'static,
    F::Output: 'static,
{
    tokio::task::spawn_local(WhileMainRuns::new(future))
}

/// tokio's, but a task ends with `main`.
#[derive(Default)]
pub struct JoinSet<T>(tokio::task::JoinSet<T>);

impl<T: 'static> JoinSet<T> {
    pub fn new() -> Self {
        JoinSet(tokio::task::JoinSet::new())
    }

    pub fn spawn_local<F>(&mut self, future: F) -> AbortHandle
    where
        F: Future<Output = T> + 'static,
    {
        self.0.spawn_local(WhileMainRuns::new(future))
    }
}

impl<T> Deref for JoinSet<T> {
    type Target = tokio::task::JoinSet<T>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl<T> DerefMut for JoinSet<T> {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.0
    }
}

/// tokio's, but the first tick is ready at once.
///
/// tokio says so and leaves it to chance: that tick is a deadline, too, and waits for
/// the loop's next look at its timers unless this is the very moment of the last one.
pub fn interval(period: Duration) -> Interval {
    let first = Some(Instant::now());
    let rest = tokio::time::interval_at(Instant::now() + period, period);
    Interval { first, rest }
}

pub struct Interval {
    first: Option<Instant>,
    rest: tokio::time::Interval,
}

impl Interval {
    pub async fn tick(&mut self) -> Instant {
        match self.first.take() {
            Some(first) => first,
            None => self.rest.tick().await,
        }
    }

    pub fn reset(&mut self) {
        self.first = None;
        self.rest.reset();
    }

    pub fn period(&self) -> Duration {
        self.rest.period()
    }
}

/// tokio's: `work` runs on a thread of its own.
///
/// Real blocking does not move the paused clock. So the worker adds up how long it
/// would block, and its handle is ready that much later.
pub fn spawn_blocking(work: fn()) -> JoinHandle<()> {
    let worker = tokio::task::spawn_blocking(move || {
        BLOCKED.set(Duration::ZERO);
        work();
        BLOCKED.get()
    });
    spawn_local(async { sleep(worker.await.expect("the work does not panic")).await })
}

/// tokio's, in order: those who have yielded go on first in, first out.
///
/// tokio promises no order, and wakes the last one first.
pub fn yield_now() -> impl Future<Output = ()> {
    struct WakeAll;
    impl Wake for WakeAll {
        fn wake(self: Arc<Self>) {
            YIELDED.take().into_iter().for_each(Waker::wake);
        }
    }
    let mut yielded = false;
    poll_fn(move |cx| {
        if std::mem::replace(&mut yielded, true) {
            return Poll::Ready(());
        }
        YIELDED.with_borrow_mut(|wakers| wakers.push(cx.waker().clone()));
        let wake_all = Waker::from(Arc::new(WakeAll));
        pin!(tokio::task::yield_now()).poll(&mut Context::from_waker(&wake_all))
    })
}

pub mod thread {
    use super::*;

    /// Moves the paused clock; nothing else happens meanwhile.
    pub fn sleep(duration: Duration) {
        if RUN.with_borrow(Option::is_none) {
            return BLOCKED.set(BLOCKED.get() + duration);
        }
        // The first poll moves the clock; a second one would only let others run.
        let advance = pin!(tokio::time::advance(duration));
        let _ = advance.poll(&mut Context::from_waker(Waker::noop()));
    }
}

pub struct SystemTime(Duration);

pub const UNIX_EPOCH: SystemTime = SystemTime(Duration::ZERO);

impl SystemTime {
    pub fn now() -> Self {
        SystemTime(with_run(|run| run.started.elapsed()))
    }

    pub fn duration_since(&self, earlier: SystemTime) -> Result<Duration, Duration> {
        let since = self.0.checked_sub(earlier.0);
        since.ok_or_else(|| earlier.0 - self.0)
    }
}

/// Prints a line to the log of the run.
pub fn log(line: String) {
    with_run(|run| run.log.push(line));
}

macro_rules! println {
    ($($text:tt)*) => { $crate::playground::log(format!($($text)*)) };
}
pub(crate) use println;
