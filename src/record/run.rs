//! A run whose events come from outside: they are added one by one, as far as they can have happened.

use crate::trace::{Cause, Entry, Event, RECORDED_TASKS, State, TaskId, TaskKind};

/// How deep branches may stand within branches.
const MOST_DEPTH: u32 = 100;

/// How many lanes and waits the events may touch beside their own: so many, and as many more
/// for each event. What wakes a task touches all of its branches, what ends a wait all waits
/// of the lane: with very many of them at once, each step of a run would take long.
const MOST_TOUCHED: (usize, usize) = (100_000, 10);

/// A run while its events are added.
pub struct Run {
    lanes: Vec<Lane>,
    touched: usize,
    most_touched: usize,
}

/// What is known of a lane while events are added.
struct Lane {
    kind: TaskKind,
    state: State,
    parent: Option<TaskId>,
    /// How many lanes it is a branch of.
    depth: u32,
    /// Its branches, and theirs, that have not ended.
    branches: usize,
    /// Its deadlines that are set.
    timers: usize,
    /// Whom it waits for.
    awaited: Vec<TaskId>,
}

/// Whether something can have happened; if not, why.
pub type Possible = Result<(), &'static str>;

impl Run {
    /// A run of so many events, of which none has happened.
    pub fn new(events: usize) -> Self {
        let (some, each) = MOST_TOUCHED;
        Run {
            lanes: Vec::new(),
            touched: 0,
            most_touched: some + each * events,
        }
    }

    /// How many lanes have been spawned.
    pub fn lanes(&self) -> u32 {
        self.lanes.len() as u32
    }

    fn lane(&self, TaskId(id): TaskId) -> Option<&Lane> {
        self.lanes.get(id as usize)
    }

    /// Adds an event, or says why it cannot have happened. `total` is how many tasks there were, recorded or not.
    pub fn add(&mut self, entry: &Entry, total: u32) -> Possible {
        let Entry { at, task, event } = entry;
        if let Event::Spawn { parent, kind, .. } = event {
            return self.spawn(*task, *parent, *kind);
        }
        let Some(lane) = self.lane(*task) else {
            return Err("which has not been spawned");
        };
        let Some(state) = State::after(Some(lane.state), event, lane.kind) else {
            return Err(words(lane.state));
        };
        match event {
            Event::Await { on, .. } if self.lane(*on).is_none() => {
                return Err("which cannot await a task that has not been spawned");
            }
            Event::Backlog { on, .. } if self.lane(*on).is_none() => {
                return Err("which cannot receive from a task that has not been spawned");
            }
            // Of a run of very many tasks only the first are recorded, yet any may wake.
            Event::Wake {
                by: Cause::Task(by),
            } if self.lane(*by).is_none() && !(RECORDED_TASKS..total).contains(&by.0) => {
                return Err("by a task that does not exist");
            }
            Event::Fire { due } if due > at => return Err("which fires before its deadline"),
            Event::Block { lasted, .. }
            | Event::LockHeld { lasted, .. }
            | Event::LockWait { lasted, .. }
                if lasted > at =>
            {
                return Err("which took longer than the run until then");
            }
            _ => {}
        }
        self.touch(*task, event, state)?;
        self.lanes[task.0 as usize].state = state;
        Ok(())
    }

    fn spawn(&mut self, TaskId(task): TaskId, parent: Option<TaskId>, kind: TaskKind) -> Possible {
        let next = self.lanes.len() as u32;
        let mut depth = 0;
        match (task, parent.map(|parent| parent.0)) {
            _ if task < next => return Err("which was spawned before"),
            _ if task > next => return Err("which is not the next one"),
            (RECORDED_TASKS.., _) => {
                return Err("where at most 10000 tasks are recorded");
            }
            (0, None) if kind == TaskKind::Main => {}
            (1.., Some(parent)) if kind != TaskKind::Main && parent < next => {
                if kind == TaskKind::Branch {
                    depth = self.lanes[parent as usize].depth + 1;
                }
            }
            _ => return Err("whose parent or kind cannot be its own"),
        }
        if depth > MOST_DEPTH {
            return Err("which is a branch within more than 100 others");
        }
        let parent = parent.filter(|_| depth > 0);
        self.lanes.push(Lane {
            kind,
            state: State::Scheduled,
            parent,
            depth,
            branches: 0,
            timers: 0,
            awaited: Vec::new(),
        });
        self.count_branch(parent, |branches| branches + 1)
    }

    /// Counts a branch among those of all lanes that it is in.
    fn count_branch(&mut self, parent: Option<TaskId>, count: fn(usize) -> usize) -> Possible {
        if let Some(parent) = parent {
            self.charge(self.lanes[parent.0 as usize].branches)?;
        }
        let mut above = parent;
        while let Some(TaskId(id)) = above {
            let lane = &mut self.lanes[id as usize];
            lane.branches = count(lane.branches);
            above = lane.parent;
        }
        Ok(())
    }

    /// Counts what an event touches beside its own lane's state.
    fn touch(&mut self, TaskId(task): TaskId, event: &Event, after: State) -> Possible {
        let at = task as usize;
        match event {
            Event::Wake { .. } | Event::PollEnd { ready: false } => {
                self.charge(self.lanes[at].branches)?
            }
            Event::Sleep { .. } => self.lanes[at].timers += 1,
            Event::Fire { .. } | Event::Cancel { .. } => {
                self.lanes[at].timers = self.lanes[at].timers.saturating_sub(1);
            }
            Event::Await { on, .. } => {
                let mut awaited = std::mem::take(&mut self.lanes[at].awaited);
                awaited.retain(|on| self.lanes[on.0 as usize].state != State::Ended);
                awaited.push(*on);
                self.lanes[at].awaited = awaited;
            }
            _ if after == State::Ended => {
                self.count_branch(self.lanes[at].parent, |branches| branches - 1)?;
            }
            _ => return Ok(()),
        }
        self.charge(self.lanes[at].timers + self.lanes[at].awaited.len())
    }

    fn charge(&mut self, count: usize) -> Possible {
        self.touched += count;
        match self.touched <= self.most_touched {
            true => Ok(()),
            false => Err("where too many branches or waits at once would take long to show"),
        }
    }
}

/// A state, in the words of an error.
fn words(state: State) -> &'static str {
    match state {
        State::Scheduled => "which is on the ready queue",
        State::Busy { woken: false } => "which is being polled",
        State::Busy { woken: true } => "which is being polled and has been woken",
        State::Idle => "which is idle",
        State::Finished => "which has had its last poll",
        State::Ended => "which has ended",
    }
}
