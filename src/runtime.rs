//! One [`Runtime`] per run: its tasks, deadlines, trace and clock.
//!
//! A runtime knows nothing of scenarios: it runs a future. What a program calls
//! (`sleep`, `spawn_local`) finds its runtime by the context that the wrapper of
//! each task sets around a poll, so that two runs on one page never meet.
//!
//! Order is tokio's and asyncio's: one ready queue, first in, first out. A task
//! that is woken while it is polled goes to the end of the queue after the poll.
//! Deadlines fire in order, equal ones in the order in which they were set.
//!
//! A run ends with its `main`: what is still alive then is dropped when its turn
//! comes, who is ready before who waits, and only when nothing is left does the
//! receiver that `start` gives hear of it.

use std::cell::{Cell, RefCell};
use std::future::Future;
use std::panic::Location;
use std::rc::{Rc, Weak};
use std::sync::Arc;
use std::task::Waker;
use std::time::Duration;

use tokio::sync::oneshot;

use crate::clock::Clock;
use crate::memory;
use crate::trace::{Cause, Event, Site, State, TaskId, TaskKind, Trace};

mod branch;
#[cfg(target_arch = "wasm32")]
pub mod browser;
mod executor;
mod instant;
mod interval;
mod join_error;
mod join_handle;
mod join_set;
mod never_awaited;
pub mod simulated;
mod sleep;
mod task;
mod timeout;
mod timer;
mod waker;
mod worker;
mod yield_now;

pub use branch::{Branch, branch};
pub use instant::Instant;
pub use interval::{Interval, interval};
pub use join_error::JoinError;
pub use join_handle::{AbortHandle, JoinHandle};
pub use join_set::JoinSet;
pub use sleep::Sleep;
pub use timeout::{Elapsed, Timeout, timeout};
pub use worker::{block, spawn_blocking};
#[cfg(target_arch = "wasm32")]
pub use worker::{set_worker_factory, work};
pub use yield_now::Yield;

use executor::Executor;
use timer::Timers;
use waker::TaskWaker;

/// How a run ended.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// `main` returned.
    Completed,
    /// The caller stopped it.
    Stopped,
    /// `main` panicked, or nothing could ever have woken it.
    Failed(String),
}

/// A run. Clones are handles to the same one; dropping them stops nothing.
#[derive(Clone)]
pub struct Runtime {
    shared: Rc<Shared>,
}

struct Shared {
    id: u32,
    clock: Box<dyn Clock>,
    executor: Executor,
    /// In thousandths, so that no wait is a nanosecond short.
    speed: u32,
    trace: RefCell<Trace>,
    timers: RefCell<Timers>,
    /// Tasks that let the event loop have its turn.
    yielded: RefCell<Vec<Waker>>,
    /// Tasks not yet over, by id: slots are emptied, never removed.
    live: RefCell<Vec<Option<Arc<TaskWaker>>>>,
    live_count: Cell<usize>,
    /// No slot of `live` before this one is taken.
    oldest: Cell<usize>,
    /// How much memory spawning its tasks took, and how many they were.
    spawned: Cell<(usize, u32)>,
    workers: RefCell<worker::Workers>,
    worker_bytes: Cell<Option<u64>>,
    waited: Cell<Duration>,
    /// What `wake` says when no task of this run is being polled.
    cause: Cell<Cause>,
    ending: RefCell<Option<(Duration, Outcome)>>,
    ended: RefCell<Option<oneshot::Sender<()>>>,
}

thread_local! {
    static CONTEXT: RefCell<Option<Context>> = const { RefCell::new(None) };
    /// The runs that have not ended, by id.
    static RUNS: RefCell<Vec<(u32, Weak<Shared>)>> = const { RefCell::new(Vec::new()) };
    static NEXT_RUN: Cell<u32> = const { Cell::new(0) };
}

/// What is being polled on this thread.
#[derive(Clone)]
struct Context {
    runtime: Runtime,
    /// The innermost lane: a branch, or the task itself.
    lane: TaskId,
}

/// Puts the context back that was there before, when dropped.
struct Entered {
    before: Option<Context>,
}

impl Context {
    fn enter(self) -> Entered {
        Entered {
            before: CONTEXT.replace(Some(self)),
        }
    }

    fn current() -> Option<Context> {
        CONTEXT.with_borrow(Clone::clone)
    }

    /// The context that every name of the playground needs.
    #[track_caller]
    fn expect() -> Context {
        Context::current().expect("there is no run here: call this from inside a running program")
    }
}

impl Drop for Entered {
    fn drop(&mut self) {
        CONTEXT.set(self.before.take());
    }
}

/// The id that the next run on this thread will have.
fn next_run() -> u32 {
    NEXT_RUN.replace(NEXT_RUN.get() + 1)
}

impl Runtime {
    fn new(id: u32, clock: Box<dyn Clock>, executor: Executor, speed: f64) -> Self {
        let shared = Rc::new(Shared {
            id,
            clock,
            executor,
            speed: (speed * 1e3).round() as u32,
            trace: RefCell::default(),
            timers: RefCell::default(),
            yielded: RefCell::default(),
            live: RefCell::default(),
            live_count: Cell::new(0),
            oldest: Cell::new(0),
            spawned: Cell::default(),
            workers: RefCell::default(),
            worker_bytes: Cell::default(),
            waited: Cell::default(),
            cause: Cell::new(Cause::Js),
            ending: RefCell::default(),
            ended: RefCell::default(),
        });
        RUNS.with_borrow_mut(|runs| runs.push((id, Rc::downgrade(&shared))));
        Runtime { shared }
    }

    /// The live run with this id, if it is of this thread.
    fn find(id: u32) -> Option<Runtime> {
        RUNS.with_borrow(|runs| {
            let (_, shared) = runs.iter().find(|(run, _)| *run == id)?;
            let shared = shared.upgrade()?;
            Some(Runtime { shared })
        })
    }

    /// All runs of this thread that have not ended.
    pub fn all() -> Vec<Runtime> {
        RUNS.with_borrow(|runs| {
            let live = runs.iter().filter_map(|(_, shared)| shared.upgrade());
            live.map(|shared| Runtime { shared }).collect()
        })
    }

    /// Its number among the runs of this thread.
    pub fn id(&self) -> u32 {
        self.shared.id
    }

    /// The run whose program is being polled now.
    pub fn current() -> Option<Runtime> {
        Context::current().map(|context| context.runtime)
    }

    /// Spawns `main` as task 0. The receiver hears when the run has ended and nothing of it is alive.
    fn start<F>(&self, main: F, site: Site) -> oneshot::Receiver<()>
    where
        F: Future<Output = ()> + 'static,
    {
        let (ended, receiver) = oneshot::channel();
        *self.shared.ended.borrow_mut() = Some(ended);
        drop(self.spawn(main, None, site));
        receiver
    }

    fn spawn<F>(&self, future: F, parent: Option<TaskId>, site: Site) -> JoinHandle<F::Output>
    where
        F: Future + 'static,
    {
        let kind = match parent {
            None => TaskKind::Main,
            Some(_) => TaskKind::Task,
        };
        let id = self.record_spawn(parent, kind, None, site);
        // From here on, because the trace is no part of the task.
        let before = memory::live();
        let waker = Arc::new(TaskWaker::new(self.shared.id, id));
        let mut live = self.shared.live.borrow_mut();
        live.resize(id.0 as usize, None);
        live.push(Some(waker.clone()));
        drop(live);
        self.shared.live_count.update(|count| count + 1);
        let (task, handle) = task::task(future, self.clone(), waker, site);
        self.shared.executor.spawn(task);
        self.count_task(before);
        handle
    }

    /// Adds a task to those whose memory is measured; so much was allocated before it was spawned.
    fn count_task(&self, before: usize) {
        let taken = memory::live().saturating_sub(before);
        let spawned = &self.shared.spawned;
        spawned.update(|(bytes, tasks)| (bytes + taken, tasks + 1));
    }

    /// How much memory spawning a task took on average, in bytes: its future, its waker, its
    /// handle and its places in the lists of the run.
    pub fn bytes_per_task(&self) -> Option<f64> {
        let (bytes, tasks) = self.shared.spawned.get();
        (bytes > 0).then(|| bytes as f64 / f64::from(tasks))
    }

    /// A task is over: with the last one, the run is.
    fn retire(&self, task: TaskId) {
        let waker = self.shared.live.borrow_mut()[task.0 as usize].take();
        debug_assert!(waker.is_some(), "{task:?} retired twice");
        self.shared.live_count.update(|count| count - 1);
        if self.shared.live_count.get() == 0 {
            self.close();
        } else if self.is_ending() {
            self.cancel_oldest();
        }
    }

    /// Drops all that is left of the run, as when the caller has lost interest. The outcome is [`Outcome::Stopped`].
    ///
    /// Does nothing to a run that is ending or has ended.
    pub fn stop(&self) {
        self.end(Outcome::Stopped);
    }

    /// Begins to end the run: every task still alive is cancelled, oldest first, as tokio does it.
    fn end(&self, outcome: Outcome) {
        if self.is_ending() {
            return;
        }
        *self.shared.ending.borrow_mut() = Some((self.now(), outcome));
        self.terminate_workers();
        self.cancel_oldest();
    }

    /// The next one follows when this one has been dropped.
    fn cancel_oldest(&self) {
        if let Some(task) = self.oldest() {
            task.abort();
        }
    }

    /// The first task that is not over.
    fn oldest(&self) -> Option<Arc<TaskWaker>> {
        let live = self.shared.live.borrow();
        let before = self.shared.oldest.get();
        let at = before + live[before..].iter().position(Option::is_some)?;
        self.shared.oldest.set(at);
        live[at].clone()
    }

    fn is_ending(&self) -> bool {
        self.shared.ending.borrow().is_some()
    }

    /// Ends the run here and now, because the instance that it lives in is lost: nothing is dropped any more but its workers.
    pub fn fail(&self, message: &str) {
        if let Some(context) = Context::current()
            && context.runtime.shared.id == self.shared.id
        {
            let state = self.trace(|trace| trace.state(context.lane));
            // A drop guard may panic outside of any poll.
            if let Some(State::Busy { .. }) = state {
                self.record(context.lane, Event::PollEnd { ready: true });
                let message = message.into();
                self.record(context.lane, Event::Panic { message });
            }
        }
        let mut ending = self.shared.ending.borrow_mut();
        ending.get_or_insert_with(|| (self.now(), Outcome::Failed(message.to_string())));
        drop(ending);
        self.terminate_workers();
        self.close();
    }

    fn close(&self) {
        RUNS.with_borrow_mut(|runs| runs.retain(|(run, _)| *run != self.shared.id));
        self.shared.clock.arm(None);
        // What is still set belongs to workers that were ended.
        self.shared.timers.take();
        if let Some(ended) = self.shared.ended.borrow_mut().take() {
            // Nobody listens to a run whose handle was dropped.
            let _ = ended.send(());
        }
    }

    /// Since the run began, on the wall clock.
    pub fn now(&self) -> Duration {
        self.shared.clock.now()
    }

    /// Since the run began, as the program sees it: at speed 2 its seconds last half as long.
    pub fn program_now(&self) -> Duration {
        self.now() * self.shared.speed / 1000
    }

    /// The time of day at which the run began, since the Unix epoch.
    pub fn started(&self) -> Duration {
        self.shared.clock.started()
    }

    /// How long a wait of the program lasts on the wall clock, rounded up: never less than was asked for.
    fn wall(&self, program: Duration) -> Duration {
        let (speed, program) = (self.shared.speed, program.saturating_mul(1000));
        let wall = program / speed;
        match wall * speed < program {
            true => wall + Duration::from_nanos(1),
            false => wall,
        }
    }

    /// By what every wait is divided.
    pub fn speed(&self) -> f64 {
        f64::from(self.shared.speed) / 1e3
    }

    /// How and when the run ended, if it has begun to.
    pub fn outcome(&self) -> Option<(Duration, Outcome)> {
        self.shared.ending.borrow().clone()
    }

    /// What happened so far.
    pub fn trace<R>(&self, read: impl FnOnce(&Trace) -> R) -> R {
        read(&self.shared.trace.borrow())
    }

    /// How many tasks are not yet over.
    pub fn live_tasks(&self) -> usize {
        self.shared.live_count.get()
    }

    /// How many deadlines are set.
    pub fn armed_timers(&self) -> usize {
        self.shared.timers.borrow().len()
    }

    fn add_wait(&self, program: Duration) {
        self.shared.waited.update(|waited| waited + program);
    }

    /// All waits that were waited to the end, added up, as the program sees them.
    pub fn waited(&self) -> Duration {
        self.shared.waited.get()
    }

    /// How much memory a worker of this run took: all of its wasm instance's, in bytes.
    pub fn worker_bytes(&self) -> Option<u64> {
        self.shared.worker_bytes.get()
    }

    /// Makes `lane` the one that is being polled, until what is returned is dropped.
    fn enter(&self, lane: TaskId) -> Entered {
        let runtime = self.clone();
        Context { runtime, lane }.enter()
    }

    fn record_spawn(
        &self,
        parent: Option<TaskId>,
        kind: TaskKind,
        name: Option<&'static str>,
        site: Site,
    ) -> TaskId {
        let at = self.now();
        let mut trace = self.shared.trace.borrow_mut();
        trace.spawn(at, parent, kind, name, site)
    }

    /// Adds an event of `task`, now.
    fn record(&self, task: TaskId, event: Event) {
        if task.is_recorded() {
            let at = self.now();
            self.shared.trace.borrow_mut().push(at, task, event);
        }
    }

    fn record_wake(&self, task: TaskId) {
        if self.shared.trace.borrow().can_wake(task) {
            let by = match Context::current() {
                Some(context) if context.runtime.id() == self.id() => Cause::Task(context.lane),
                // What another run does comes from outside of this one.
                _ => self.shared.cause.get(),
            };
            self.record(task, Event::Wake { by });
        }
    }

    /// Wakes every sleeper whose deadline has come, in order, and arms the clock for the next one.
    fn fire_due(&self) {
        self.shared.clock.arm(None);
        self.shared.cause.set(Cause::Timer);
        let now = self.now();
        loop {
            // The borrow ends before anything is woken.
            let due = self.shared.timers.borrow_mut().pop_due(now);
            let Some((due, lane, waker)) = due else { break };
            if let Some(lane) = lane
                && self.is_alive(lane)
            {
                self.record(lane, Event::Fire { due });
            }
            waker.wake();
        }
        self.shared.cause.set(Cause::Js);
        self.arm();
    }

    fn arm(&self) {
        self.shared.clock.arm(self.next_deadline());
    }

    fn next_deadline(&self) -> Option<Duration> {
        self.shared.timers.borrow().next()
    }

    /// The event loop has had its turn: wakes who waited for that. Says whether anybody did.
    fn turn(&self) -> bool {
        let yielded = self.shared.yielded.take();
        let any = !yielded.is_empty();
        yielded.into_iter().for_each(Waker::wake);
        any
    }
}

/// Spawns a task in the run that is being polled, and returns its handle.
///
/// The task goes to the end of the ready queue; nothing of it runs before the
/// spawner's poll has ended. Dropping the handle lets the task run on.
#[track_caller]
pub fn spawn_local<F>(future: F) -> JoinHandle<F::Output>
where
    F: Future + 'static,
{
    let site = Location::caller().into();
    let context = Context::expect();
    context.runtime.spawn(future, Some(context.lane), site)
}

/// Adds a line to the log of the run that is being polled.
#[track_caller]
pub fn log(text: String) {
    let line = Location::caller().line();
    let context = Context::expect();
    let text = text.into_boxed_str();
    context
        .runtime
        .record(context.lane, Event::Log { text, line });
}
