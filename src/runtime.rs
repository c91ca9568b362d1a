//! One [`Runtime`] per run: its tasks, deadlines and trace, and who drives it.
//!
//! A runtime knows nothing of scenarios: it runs a future. What a program calls
//! (`sleep`, `spawn_local`) finds its runtime by the `context` that is
//! set around each poll, so that two runs on one page never meet.
//!
//! The order in which tasks are polled is tokio's, on every clock: see `scheduler.rs`.

use std::cell::{Cell, RefCell};
use std::future::Future;
use std::rc::{Rc, Weak};
use std::time::Duration;

use tokio::sync::oneshot;

use crate::speed::Speed;
use crate::trace::{Cause, Location, TaskId, Trace};

mod branch;
#[cfg(target_arch = "wasm32")]
pub mod browser;
mod context;
mod deadlock;
mod driver;
mod growth;
mod held;
mod id;
mod instant;
mod interpreted;
mod interval;
mod join_error;
mod join_handle;
mod join_set;
#[cfg(target_arch = "wasm32")]
mod js_future;
mod lane_name;
pub mod limits;
mod lock;
mod never_awaited;
mod outside;
mod owned_tasks;
mod pages;
mod recording;
mod scheduler;
#[cfg(target_arch = "wasm32")]
pub mod set_timeout;
mod shutdown;
pub mod simulated;
mod sleep;
mod spawn;
mod task;
mod timeout;
mod timer;
mod unbounded;
mod waker;
mod wheel;
mod worker;
mod yield_now;

pub use branch::{Branch, branch};
pub(crate) use context::{Context, Entered};
pub use id::Id;
pub use instant::Instant;
pub use interpreted::panic_in_task;
pub use interval::{Interval, MissedTickBehavior, interval, interval_at};
pub use join_error::JoinError;
pub use join_handle::{AbortHandle, JoinHandle};
pub use join_set::JoinSet;
#[cfg(target_arch = "wasm32")]
pub use js_future::JsFuture;
pub use lock::{Mutex, MutexGuard};
pub(crate) use never_awaited::{Made, NeverAwaited, never_awaited};
pub use outside::Outside;
pub use recording::log;
pub use sleep::{Sleep, sleep, sleep_until};
pub use spawn::{spawn, spawn_local};
pub use timeout::{Elapsed, Timeout, timeout, timeout_at};
pub(crate) use timer::Timer;
pub use unbounded::{UnboundedReceiver, UnboundedSender, unbounded_channel};
pub(crate) use worker::block_in;
pub(crate) use worker::interpreted::{self as interpreted_worker, Piece};
pub use worker::{block, spawn_blocking};
#[cfg(target_arch = "wasm32")]
pub use worker::{set_worker_factory, work};
pub use yield_now::Yield;

use driver::Driver;
use interpreted::Interpreted;
use scheduler::Scheduler;
use wheel::Wheel;

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
    time: Cell<Time>,
    trace: RefCell<Trace>,
    scheduler: Scheduler,
    timers: RefCell<Wheel>,
    /// How much memory spawning its tasks took, and how many they were.
    spawned: Cell<(usize, u32)>,
    workers: RefCell<worker::Workers>,
    /// How much the browser does for the program that may wake a task.
    outside: Cell<u32>,
    worker_bytes: Cell<Option<u64>>,
    waited: Cell<Duration>,
    elapsed_timeouts: Cell<u32>,
    /// What `wake` says when no task of this run is being polled.
    cause: Cell<Cause>,
    ending: RefCell<Option<(Duration, Outcome)>>,
    ended: RefCell<Option<oneshot::Sender<()>>>,
    interpreted: Interpreted,
}

/// What is known of the time of the next event. To ask the browser for it costs more than most of what the runtime does,
/// which takes no time that could be told.
#[derive(Clone, Copy, Default)]
enum Time {
    /// A program runs, or the browser: each event has a time of its own.
    #[default]
    Passes,
    /// The runtime has gone on: the next event has a time of its own.
    Unknown,
    /// Nothing but the runtime has run since the time was last looked at.
    Seen,
}

thread_local! {
    /// The runs that have not ended, by id.
    static RUNS: RefCell<Vec<(u32, Weak<Shared>)>> = const { RefCell::new(Vec::new()) };
    static NEXT_RUN: Cell<u32> = const { Cell::new(0) };
}

/// The id that the next run on this thread will have.
fn next_run() -> u32 {
    let id = NEXT_RUN.get();
    NEXT_RUN.replace((id + 1) % waker::RUNS)
}

impl Runtime {
    fn new(driver: Box<dyn Driver>, speed: Speed) -> Self {
        let id = next_run();
        let shared = Rc::new(Shared {
            id,
            driver,
            speed,
            seen: Cell::default(),
            time: Cell::default(),
            trace: RefCell::default(),
            scheduler: Scheduler::default(),
            timers: RefCell::default(),
            spawned: Cell::default(),
            workers: RefCell::default(),
            outside: Cell::default(),
            worker_bytes: Cell::default(),
            waited: Cell::default(),
            elapsed_timeouts: Cell::default(),
            cause: Cell::new(Cause::Js),
            ending: RefCell::default(),
            ended: RefCell::default(),
            interpreted: Interpreted::default(),
        });
        RUNS.with_borrow_mut(|runs| runs.push((id, Rc::downgrade(&shared))));
        Runtime { shared }
    }

    /// The live run with this id, if it is of this thread.
    pub(crate) fn find(id: u32) -> Option<Runtime> {
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
    fn start<F>(&self, main: F, location: Location) -> oneshot::Receiver<()>
    where
        F: Future<Output = ()> + 'static,
    {
        let (ended, receiver) = oneshot::channel();
        *self.shared.ended.borrow_mut() = Some(ended);
        drop(self.spawn(main, None, location));
        receiver
    }

    /// Since the run began, on the wall clock.
    pub fn now(&self) -> Duration {
        let now = self.shared.driver.now();
        self.shared.seen.set(now);
        now
    }

    /// Since the run began, when the event happened that is told now.
    fn event_time(&self) -> Duration {
        let time = &self.shared.time;
        match time.get() {
            Time::Passes => self.now(),
            Time::Unknown => {
                time.set(Time::Seen);
                self.now()
            }
            Time::Seen => self.shared.seen.get(),
        }
    }

    fn set_time(&self, time: Time) {
        self.shared.time.set(time);
    }

    /// Since the run began, as the program sees it: at speed 2 its seconds last half as long.
    pub fn program_now(&self) -> Duration {
        self.shared.driver.program_at(self.now())
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

    /// The number of the task with this lane: what [`Id`] shows.
    pub(crate) fn task_number(&self, lane: TaskId) -> Option<u32> {
        self.shared.scheduler.owned.borrow_mut().number_of(lane)
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

    /// How many futures ran out of time, so far.
    fn elapsed_timeouts(&self) -> u32 {
        self.shared.elapsed_timeouts.get()
    }

    fn add_elapsed_timeout(&self) {
        let before = self.elapsed_timeouts();
        self.shared.elapsed_timeouts.set(before.wrapping_add(1));
    }

    /// How much memory a worker of this run took: all of its wasm instance's, in bytes.
    pub fn worker_bytes(&self) -> Option<u64> {
        self.shared.worker_bytes.get()
    }

    /// Makes `lane` the one that is being polled, until what is returned is dropped.
    pub(crate) fn enter(&self, lane: TaskId) -> Entered {
        let runtime = self.clone();
        Context { runtime, lane }.enter()
    }
}
