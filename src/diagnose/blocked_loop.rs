//! `blocked-loop`: a poll that took so long that everything else had to wait; and `never-yields`: one that did so piece
//! by piece, without a pause between two of them.

use std::time::Duration;

use super::{Diagnosis, LONG_POLL, MOST, listed, seconds};
use crate::speed::Speed;
use crate::trace::{Entry, Event, TaskId, TaskKind};

/// From how many short pieces on, all of one line and in one poll, a pause between them would have helped.
const PIECES: u32 = 3;

/// How many lines are told apart in one poll of a lane.
const MOST_LINES: usize = 10;

/// How long a lane has blocked in the poll that goes on.
#[derive(Default)]
struct Blocked {
    total: Duration,
    lines: Vec<Line>,
}

/// What a lane has blocked in one line.
#[derive(Clone, Copy)]
struct Line {
    line: u32,
    times: u32,
    total: Duration,
    longest: Duration,
}

/// The poll of a task, and the polls of its branches inside.
struct Poll {
    task: TaskId,
    start: Duration,
    /// How many lanes are being polled, one inside the other.
    depth: u32,
    /// Who has blocked in it, in order.
    blockers: Vec<TaskId>,
}

/// Who blocked the loop, with the time that each of them has to answer for: what a lane's
/// lines blocked, and apart from that what the poll took by itself.
///
/// A wait that blocks is divided by `speed`, and long or short in the program's own seconds.
pub fn blocked_loop(
    entries: &[Entry],
    speed: Speed,
    name: &impl Fn(TaskId) -> String,
) -> Vec<Diagnosis> {
    let mut found = Vec::new();
    // A worker, which is none here, blocks a thread of its own.
    let mut lanes: Vec<Option<Blocked>> = Vec::new();
    let mut poll: Option<Poll> = None;
    for Entry { at, task, event } in entries {
        if let Event::Spawn { kind, .. } = event {
            lanes.push((*kind != TaskKind::Worker).then(Blocked::default));
            continue;
        }
        let Some(lane) = &mut lanes[task.0 as usize] else {
            continue;
        };
        match (event, &mut poll) {
            (Event::PollStart, Some(poll)) => poll.depth += 1,
            (Event::PollStart, None) => {
                poll = Some(Poll {
                    task: *task,
                    start: *at,
                    depth: 1,
                    blockers: Vec::new(),
                });
            }
            (Event::Block { lasted, line }, Some(poll)) => {
                if lane.total.is_zero() {
                    poll.blockers.push(*task);
                }
                lane.add(*line, *lasted);
            }
            (Event::PollEnd { .. }, Some(Poll { depth: 2.., .. })) => {
                poll.as_mut().expect("matched above").depth -= 1;
            }
            (Event::PollEnd { .. }, Some(_)) => {
                let poll = poll.take().expect("matched above");
                let mut report = |task: TaskId, code: &'static str, did: String| {
                    found.push(Diagnosis {
                        code,
                        message: format!(
                            "{} {did}: until its poll ended, nothing else could run.",
                            name(task)
                        ),
                        task,
                        at: *at,
                    });
                };
                let mut own = at.saturating_sub(poll.start);
                for blocker in poll.blockers {
                    let blocked = lanes[blocker.0 as usize].take().unwrap_or_default();
                    lanes[blocker.0 as usize] = Some(Blocked::default());
                    own = own.saturating_sub(blocked.total);
                    if speed.program(blocked.total) >= LONG_POLL {
                        let (code, did) = blocked.told(speed);
                        report(blocker, code, did);
                    }
                }
                if own >= LONG_POLL {
                    let did = format!("blocked the loop for {}", seconds(own));
                    report(poll.task, "blocked-loop", did);
                }
                if found.len() >= MOST {
                    break;
                }
            }
            _ => {}
        }
    }
    found
}

impl Blocked {
    fn add(&mut self, line: u32, lasted: Duration) {
        self.total += lasted;
        let known = self.lines.iter().position(|known| known.line == line);
        match known {
            Some(at) => {
                let known = &mut self.lines[at];
                known.times += 1;
                known.total += lasted;
                known.longest = known.longest.max(lasted);
            }
            None if self.lines.len() < MOST_LINES => self.lines.push(Line {
                line,
                times: 1,
                total: lasted,
                longest: lasted,
            }),
            None => {}
        }
    }

    /// What is said of it: a code, and what the lane did.
    fn told(&self, speed: Speed) -> (&'static str, String) {
        let (total, places) = (seconds(self.total), self.places());
        let short = |line: &&Line| speed.program(line.longest) < LONG_POLL;
        let pieces = self.lines.iter().filter(short).map(|line| line.times);
        match pieces.max() {
            Some(pieces @ PIECES..) => (
                "never-yields",
                format!("did {pieces} pieces of work without a pause, {total}{places}"),
            ),
            _ => (
                "blocked-loop",
                format!("blocked the loop for {total}{places}"),
            ),
        }
    }

    /// " in line 5", or each line with its time.
    fn places(&self) -> String {
        if let [Line { line, total, .. }] = self.lines[..]
            && total == self.total
        {
            return format!(" in line {line}");
        }
        let place = |line: &Line| format!("{} in line {}", seconds(line.total), line.line);
        let mut places: Vec<_> = self.lines.iter().map(place).collect();
        let named: Duration = self.lines.iter().map(|line| line.total).sum();
        if named < self.total {
            places.push(format!("{} in other lines", seconds(self.total - named)));
        }
        format!(" ({})", listed(&places))
    }
}
