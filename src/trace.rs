//! What happened in a run: an append-only list of [`Entry`]s, and the table of
//! what may happen to a task in which state.
//!
//! The trace knows no clock and no JavaScript. Times are [`Duration`]s since the
//! run began; ids are handed out in the order in which tasks were spawned, so
//! task 0 is always the program's `main`.
//!
//! A run may have a million tasks. The first [`RECORDED_TASKS`] are recorded
//! event by event; the rest are counted, and the record says so.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::panic;
use std::time::Duration;

mod packed;

use packed::Packed;
pub(crate) use packed::nanos;

/// How many tasks of a run are recorded event by event.
pub const RECORDED_TASKS: u32 = 10_000;

/// A task, a branch of a `join!` or `select!`, or a worker: one lane of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TaskId(pub u32);

impl TaskId {
    /// The program's `main`.
    pub const MAIN: TaskId = TaskId(0);

    /// Whether events of this task are kept, or only counted.
    pub fn is_recorded(self) -> bool {
        self.0 < RECORDED_TASKS
    }
}

/// What kind of lane a [`TaskId`] stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TaskKind {
    /// The program's `main`.
    Main,
    /// A spawned task, which the scheduler polls on its own.
    Task,
    /// A branch of `join!` or `select!`, polled inside its task's poll.
    Branch,
    /// A thread of its own: a Web Worker in the browser.
    Worker,
}

/// A place in the program's source: the standard library's [`Location`](panic::Location), but that
/// one cannot be made of what a record says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Location {
    /// The file as rustc was given it.
    pub file: &'static str,
    /// The line, from 1.
    pub line: u32,
    /// The column, from 1; 0 where only the line is known.
    pub column: u32,
}

impl Location {
    /// Where the innermost function that is `#[track_caller]` was called.
    // Inlined, because most callers take the line and nothing else.
    #[inline(always)]
    #[track_caller]
    pub fn caller() -> Location {
        let caller = panic::Location::caller();
        Location {
            file: caller.file(),
            line: caller.line(),
            column: caller.column(),
        }
    }
}

/// Who woke a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// Another task (or the task itself), while it was polled or dropped.
    Task(TaskId),
    /// A deadline that had come.
    Timer,
    /// A callback of the browser: a message, an event, the caller's `stop`.
    Js,
}

/// What happened to a task.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// The task was made and put on the ready queue.
    Spawn {
        /// Who spawned it; none for `main`.
        parent: Option<TaskId>,
        /// What kind of lane it is.
        kind: TaskKind,
        /// The source of a branch's expression; other names come from the source at `location`.
        name: Option<Cow<'static, str>>,
        /// Where it was spawned.
        location: Location,
    },
    /// The scheduler began to poll the task, or its task a branch.
    PollStart,
    /// The poll ended.
    PollEnd {
        /// Whether the future is finished.
        ready: bool,
    },
    /// The task was put on the ready queue again.
    Wake {
        /// By whom.
        by: Cause,
    },
    /// The task waits for a deadline.
    Sleep {
        /// The deadline.
        until: Duration,
        /// The line of the `sleep`.
        line: u32,
    },
    /// A deadline of the task came, and the runtime noticed.
    Fire {
        /// The deadline; the entry's own time is never before it.
        due: Duration,
    },
    /// A deadline of the task was taken back: what waited for it was dropped, or waits elsewhere.
    Cancel {
        /// The deadline.
        due: Duration,
    },
    /// The task waits for another one.
    Await {
        /// The awaited task.
        on: TaskId,
        /// The line of the `.await`.
        line: u32,
    },
    /// The task printed a line.
    Log {
        /// Its text, without the newline.
        text: Box<str>,
        /// The line of the `println!`.
        line: u32,
    },
    /// The task blocked the thread; the entry's time is the end of it.
    Block {
        /// For how long.
        lasted: Duration,
        /// The line of the blocking call.
        line: u32,
    },
    /// A future was dropped without having been polled once.
    NeverAwaited {
        /// What made the future, as in the source: `sleep`.
        what: Cow<'static, str>,
        /// The line on which it was made.
        line: u32,
    },
    /// The task has held a lock that others wait for, and has not used its guard; the entry's time is the end of it.
    LockHeld {
        /// Its number: that of the first event that tells of it.
        lock: u32,
        /// For how long.
        lasted: Duration,
    },
    /// The task has waited for a lock that was held so; the entry's time is the end of it.
    LockWait {
        /// Its number.
        lock: u32,
        /// For how long.
        lasted: Duration,
    },
    /// The task receives of an unbounded channel, in which more and more values wait.
    Backlog {
        /// Who has sent the last one.
        on: TaskId,
        /// How many wait; 0 if they were no more than a burst after all.
        waiting: u32,
        /// The line on which the channel was made.
        line: u32,
    },
    /// The task's future finished, and its result is kept for the handle.
    Complete,
    /// The task was dropped before it had finished.
    Abort,
    /// The task panicked.
    Panic {
        /// What it said.
        message: Box<str>,
    },
}

/// One event, when it happened and to whom.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Since the run began.
    pub at: Duration,
    /// Whose event it is.
    pub task: TaskId,
    /// What happened.
    pub event: Event,
}

/// Where a task is in its life, in tokio-console's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// On the ready queue: spawned or woken, not yet polled.
    Scheduled,
    /// Being polled.
    Busy {
        /// Woken while polled: it goes back on the ready queue at once.
        woken: bool,
    },
    /// Waiting for somebody to wake it.
    Idle,
    /// Its last poll was its last: only `Complete` or `Panic` may follow.
    Finished,
    /// Over: nothing may follow.
    Ended,
}

impl State {
    /// The state after `event`, or `None` if the event is impossible in this one.
    ///
    /// `None` as the state before stands for a task not yet spawned. A branch
    /// may be polled while idle: its task was woken, which polls all its branches.
    pub fn after(before: Option<State>, event: &Event, kind: TaskKind) -> Option<State> {
        use State::*;
        let Some(before) = before else {
            return matches!(event, Event::Spawn { .. }).then_some(Scheduled);
        };
        Some(match (before, event) {
            (Ended, _) | (_, Event::Spawn { .. }) => return None,
            (Scheduled, Event::PollStart) => Busy { woken: false },
            (Idle, Event::PollStart) if kind == TaskKind::Branch => Busy { woken: false },
            (Busy { woken: false }, Event::Wake { .. }) => Busy { woken: true },
            (Idle, Event::Wake { .. }) => Scheduled,
            (Busy { .. }, Event::PollEnd { ready: true }) => Finished,
            (Busy { woken: true }, Event::PollEnd { ready: false }) => Scheduled,
            (Busy { woken: false }, Event::PollEnd { ready: false }) => Idle,
            (Finished, Event::Complete | Event::Panic { .. }) => Ended,
            // A destructor may panic while its task is dropped.
            (Scheduled | Idle, Event::Abort | Event::Panic { .. }) => Ended,
            (Busy { .. }, Event::Sleep { .. } | Event::Await { .. }) => before,
            // What a drop guard says while its task is dropped, too.
            (_, Event::Log { .. } | Event::NeverAwaited { .. } | Event::Block { .. }) => before,
            (_, Event::LockHeld { .. } | Event::LockWait { .. } | Event::Backlog { .. }) => before,
            (_, Event::Fire { .. } | Event::Cancel { .. }) => before,
            _ => return None,
        })
    }
}

/// What the trace knows of a recorded task.
#[derive(Debug)]
struct Lane {
    kind: TaskKind,
    state: State,
    polled: bool,
}

/// The events of one run, in the order in which they happened.
#[derive(Debug, Default)]
pub struct Trace {
    packed: Packed,
    /// All of them, if somebody has asked since the last one was added.
    entries: OnceCell<Vec<Entry>>,
    tasks: Vec<Lane>,
    spawned: u32,
    passed_over: usize,
}

impl Trace {
    /// Adds a task and its `Spawn` event; returns its id.
    pub fn spawn(
        &mut self,
        at: Duration,
        parent: Option<TaskId>,
        kind: TaskKind,
        name: Option<Cow<'static, str>>,
        location: Location,
    ) -> TaskId {
        let task = TaskId(self.spawned);
        self.spawned += 1;
        if task.is_recorded() {
            let event = Event::Spawn {
                parent,
                kind,
                name,
                location,
            };
            self.tasks.push(Lane {
                kind,
                state: State::Scheduled,
                polled: false,
            });
            self.add(at, task, event);
        }
        task
    }

    fn add(&mut self, at: Duration, task: TaskId, event: Event) {
        self.packed.push(at, task, event);
        self.entries.take();
    }

    /// Adds an event of `task`, which must be possible in the task's state.
    ///
    /// Events of tasks that are only counted are dropped.
    pub fn push(&mut self, at: Duration, task: TaskId, event: Event) {
        if !task.is_recorded() {
            return;
        }
        let lane = &mut self.tasks[task.0 as usize];
        let state = lane.state;
        let after = State::after(Some(state), &event, lane.kind);
        debug_assert!(after.is_some(), "{task:?} was {state:?}, then {event:?}");
        lane.state = after.unwrap_or(state);
        lane.polled |= matches!(event, Event::PollStart);
        if matches!(event, Event::Abort) && lane.kind == TaskKind::Branch && !lane.polled {
            self.passed_over = self.len() + 1;
        }
        self.add(at, task, event);
    }

    /// Whether this may happen to a task now. Of a task that is only counted, anything may.
    pub fn allows(&self, task: TaskId, event: &Event) -> bool {
        match self.tasks.get(task.0 as usize) {
            Some(lane) => State::after(Some(lane.state), event, lane.kind).is_some(),
            None => !task.is_recorded() && task.0 < self.spawned,
        }
    }

    /// Whether it is a branch, or may be one because it is only counted.
    pub fn is_branch(&self, task: TaskId) -> bool {
        match self.tasks.get(task.0 as usize) {
            Some(lane) => lane.kind == TaskKind::Branch,
            None => !task.is_recorded() && task.0 < self.spawned,
        }
    }

    /// The state of a recorded task.
    pub fn state(&self, task: TaskId) -> Option<State> {
        self.tasks.get(task.0 as usize).map(|lane| lane.state)
    }

    /// Whether a recorded task was ever polled.
    pub fn was_polled(&self, task: TaskId) -> bool {
        let lane = self.tasks.get(task.0 as usize);
        lane.is_some_and(|lane| lane.polled)
    }

    /// How many events there were when a branch ended last that was never polled.
    pub fn passed_over(&self) -> usize {
        self.passed_over
    }

    /// How many events there are so far.
    pub fn len(&self) -> usize {
        self.packed.len()
    }

    /// Whether nothing has happened.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The events from number `from` on, at most `limit`.
    pub fn slice(&self, from: usize, limit: usize) -> Vec<Entry> {
        self.packed.slice(from, limit)
    }

    /// All events so far.
    pub fn entries(&self) -> &[Entry] {
        self.entries.get_or_init(|| self.slice(0, self.len()))
    }

    /// How many tasks were spawned, recorded or not.
    pub fn spawned(&self) -> u32 {
        self.spawned
    }
}
