//! Branches of `join!` and `select!`: no tasks to the scheduler, but lanes to the learner.

use super::args;
use crate::machine::Machine;
use crate::machine::bytecode::Host;
use crate::machine::fault::{Fault, broken};
use crate::runtime::Entered;
use crate::trace::{Event, TaskId, TaskKind};

/// A name is cut where it is told; one that is longer than this is no expression.
const LONGEST_NAME: u64 = 100_000;

/// A branch that is polled or dropped now.
pub struct EnteredBranch {
    lane: TaskId,
    polled: bool,
    /// How many calls go on around it.
    depth: usize,
    _entered: Entered,
}

impl Machine {
    pub(super) fn host_branch(&self, call: Host, args: u32, ret: u32) -> Result<(), Fault> {
        match call {
            Host::BranchNew => self.new_branch(args, ret),
            Host::BranchEnter => self.enter_branch(args),
            _ => self.leave_branch(args),
        }
    }

    fn new_branch(&self, args: u32, ret: u32) -> Result<(), Fault> {
        let state = self.state.borrow();
        let (name, len) = args!(state.memory, args; u32, u64);
        let name = state.memory.text(name, len.min(LONGEST_NAME))?.to_string();
        let location = self.location(&state);
        drop(state);
        let context = self.context()?;
        let (parent, name) = (Some(context.lane), Some(name.into()));
        let runtime = &context.runtime;
        let lane = runtime.record_spawn(parent, TaskKind::Branch, name, location);
        self.answer(ret, lane.0)?;
        self.within_limits(runtime)
    }

    fn enter_branch(&self, args: u32) -> Result<(), Fault> {
        let state = self.state.borrow();
        let (lane, polled) = args!(state.memory, args; u32, bool);
        let depth = state.stack.frames.len();
        drop(state);
        let lane = TaskId(lane);
        let runtime = self.context()?.runtime;
        if polled {
            self.record_branch(lane, Event::PollStart)?;
        } else if !runtime.trace(|trace| trace.is_branch(lane)) {
            return Err(no_such_branch());
        }
        self.branches.borrow_mut().push(EnteredBranch {
            lane,
            polled,
            depth,
            _entered: runtime.enter(lane),
        });
        Ok(())
    }

    fn leave_branch(&self, args: u32) -> Result<(), Fault> {
        let state = self.state.borrow();
        let (lane, how) = args!(state.memory, args; u32, u8);
        let said = state.stack.panics.last().cloned();
        drop(state);
        let left = self.branches.borrow_mut().pop();
        let left = left.filter(|branch| branch.lane == TaskId(lane));
        let EnteredBranch { lane, polled, .. } = left.ok_or_else(no_such_branch)?;
        let message = said.unwrap_or_default().into();
        match how {
            0 => self.record_branch(lane, Event::PollEnd { ready: false }),
            1 => {
                self.record_branch(lane, Event::PollEnd { ready: true })?;
                self.record_branch(lane, Event::Complete)
            }
            2 => self.record_branch(lane, Event::Abort),
            _ => {
                if polled {
                    self.record_branch(lane, Event::PollEnd { ready: true })?;
                }
                self.record_branch(lane, Event::Panic { message })
            }
        }
    }

    /// Records what happens to a branch, if it may.
    fn record_branch(&self, lane: TaskId, event: Event) -> Result<(), Fault> {
        let runtime = self.context()?.runtime;
        if !runtime.trace(|trace| trace.is_branch(lane) && trace.allows(lane, &event)) {
            return Err(no_such_branch());
        }
        runtime.record(lane, event);
        Ok(())
    }

    /// How many calls go on around the branch that is polled; 0 if there is none.
    pub(super) fn branch_depth(&self) -> usize {
        let branches = self.branches.borrow();
        branches.last().map_or(0, |branch| branch.depth)
    }
}

fn no_such_branch() -> Fault {
    broken("a branch is polled or dropped that cannot be")
}
