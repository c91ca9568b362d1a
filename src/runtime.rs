//! One [`Runtime`] per run: its tasks, deadlines and trace, and who drives it.
//!
//! A runtime knows nothing of scenarios: it runs a future. What a program calls
//! (`sleep`, `spawn_local`) finds its runtime by the [context](context::Context) that is
//! set around each poll, so that two runs on one page never meet.
//!
//! The order in which tasks are polled is tokio's, on every clock: see [`scheduler`].

use std::cell::{Cell, RefCell};
use std::future::Future;
use std::panic::Location;
use std::rc::{Rc, Weak};
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::oneshot;

use crate::memory;
use crate::speed::Speed;
use crate::trace::{Cause, Event, Site, TaskId, TaskKind, Trace};

mod branch;
#[cfg(target_arch = "wasm32")]
pub mod browser;
mod context;
mod deadlock;
mod driver;
mod id;
mod instant;
mod interval;
mod join_error;
mod join_handle;
mod join_set;
pub mod limits;
mod never_awaited;
mod owned_tasks;
mod scheduler;
mod shutdown;
pub mod simulated;
mod sleep;
mod task;
mod timeout;
mod timer;
mod waker;
mod worker;
mod yield_now;

pub use branch::{Branch, branch};
pub use id::Id;
pub use instant::Instant;
pub use interval::{Interval, MissedTickBehavior, interval, interval_at};
pub use join_error::JoinError;
pub use join_handle::{AbortHandle, JoinHandle};
pub use join_set::JoinSet;
pub use sleep::{Sleep, sleep, sleep_until};
pub use timeout::{Elapsed, Timeout, timeout, timeout_at};
pub use worker::{block, spawn_blocking};
#[cfg(target_arch = "wasm32")]
pub use worker::{set_worker_factory, work};
pub use yield_now::Yield;

use context::{Context, Entered};
use driver::Driver;
use join_handle::Join;
use owned_tasks::OwnedTask;
use scheduler::Scheduler;
use task::Task;
use timer::Timers;
use waker::TaskWaker;

/// How a run ended.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// `main` returned.
    Completed,
    /// The caller stopped it.
    Stopped,
    /// `main` panicked, nothing could ever have woken it, or the run has reached one of
    /// its [limits].
    Failed(String),
}

/// A run. Clones are handles to the same one; dropping them stops nothing.
#[derive(Clone)]
pub struct Runtime {
    shared: Rc<Shared>,
}

struct Shared {
    id: u32,
    driver: Box<dyn Driver>,
    speed: Speed,
    /// The time when it was last looked at.
    seen: Cell<Duration>,
    trace: RefCell<Trace>,
    scheduler: Scheduler,
    timers: RefCell<Timers>,
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
    /// The runs that have not ended, by id.
    static RUNS: RefCell<Vec<(u32, Weak<Shared>)>> = const { RefCell::new(Vec::new()) };
    static NEXT_RUN: Cell<u32> = const { Cell::new(0) };
}

/// The id that the next run on this thread will have.
fn next_run() -> u32 {
    NEXT_RUN.replace(NEXT_RUN.get() + 1)
}

impl Runtime {
    fn new(driver: Box<dyn Driver>, speed: Speed) -> Self {
        let id = next_run();
        let shared = Rc::new(Shared {
            id,
            driver,
            speed,
            seen: Cell::default(),
            trace: RefCell::default(),
            scheduler: Scheduler::default(),
            timers: RefCell::default(),
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
        let number = self.shared.scheduler.owned.borrow_mut().next_number();
        let waker = Arc::new(TaskWaker::new(self.shared.id, id, number));
        let join = Join::new();
        let handle = JoinHandle {
            join: join.clone(),
            task: waker.clone(),
            site,
        };
        let future = Box::pin(Task::new(future, join));
        self.own(OwnedTask { future, waker });
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

    /// Puts a new task on the ready queue; or drops it, if the run is being shut down.
    fn own(&self, task: OwnedTask) {
        let scheduler = &self.shared.scheduler;
        let waker = task.waker.clone();
        let owned = scheduler.owned.borrow_mut().insert(task);
        match owned {
            Ok(()) => scheduler.push(waker),
            Err(task) => self.cancel(task),
        }
    }

    /// Since the run began, on the wall clock.
    pub fn now(&self) -> Duration {
        let now = self.shared.driver.now();
        self.shared.seen.set(now);
        now
    }

    /// Since the run began, as the program sees it: at speed 2 its seconds last half as long.
    pub fn program_now(&self) -> Duration {
        self.shared.driver.program_now()
    }

    /// The time of day at which the run began, since the Unix epoch.
    pub fn started(&self) -> Duration {
        self.shared.driver.started()
    }

    /// By what every wait is divided.
    pub fn speed(&self) -> Speed {
        self.shared.speed
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
        self.shared.scheduler.owned.borrow().alive()
    }

    /// How many deadlines are set.
    pub fn armed_timers(&self) -> usize {
        self.shared.timers.borrow().len()
    }

    fn add_wait(&self, program: Duration) {
        let waited = self.shared.waited.get();
        self.shared.waited.set(waited.saturating_add(program));
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

    /// Ends the poll that spawns if there are too many already.
    fn record_spawn(
        &self,
        parent: Option<TaskId>,
        kind: TaskKind,
        name: Option<&'static str>,
        site: Site,
    ) -> TaskId {
        self.check_spawned(site.line);
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

    /// Adds an event that a program may cause as often as it likes in one poll.
    fn record_of_program(&self, task: TaskId, event: Event, line: u32) {
        if task.is_recorded() && self.may_record(line) {
            self.record(task, event);
        }
    }

    fn record_wake(&self, task: TaskId) {
        if task.is_recorded() {
            let by = match Context::current() {
                Some(context) if context.runtime.id() == self.id() => Cause::Task(context.lane),
                // What another run does comes from outside of this one.
                _ => self.shared.cause.get(),
            };
            self.record(task, Event::Wake { by });
        }
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

/// Spawns a task, as [`spawn_local`] does: all tasks of a run are on one thread.
///
/// It takes what tokio's `spawn` takes, so that a program which runs here runs there.
#[track_caller]
pub fn spawn<F>(future: F) -> JoinHandle<F::Output>
where
    F: Future + Send + 'static,
    F::Output: Send + 'static,
{
    spawn_local(future)
}

/// Adds a line to the log of the run that is being polled.
#[track_caller]
pub fn log(text: String) {
    let line = Location::caller().line();
    let Context { runtime, lane } = Context::expect();
    let text = text.into_boxed_str();
    runtime.record_of_program(lane, Event::Log { text, line }, line);
}
