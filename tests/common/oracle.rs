//! What every oracle needs: the simulated run to compare with.

use std::fmt::Write as _;
use std::time::Duration;

use async_playground::runtime::{Outcome, Runtime};
use async_playground::trace::Event;

/// What a learner sees of a run.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Observed {
    /// The lines that the program printed, in order.
    pub log: Vec<String>,
    /// The time that `main` took.
    pub total: Duration,
}

impl Observed {
    /// What is seen of a simulated run that has ended as it should.
    pub fn of(runtime: &Runtime) -> Observed {
        let (total, outcome) = runtime.outcome().expect("a simulated run has ended");
        assert_eq!(outcome, Outcome::Completed);
        let log = runtime.trace(|trace| {
            let entries = trace.entries().iter();
            let lines = entries.filter_map(|entry| match &entry.event {
                Event::Log { text, .. } => Some(text.to_string()),
                _ => None,
            });
            lines.collect()
        });
        Observed { log, total }
    }

    /// Where `other` differs, in words; nothing if it does not.
    pub fn difference(&self, name: &str, other: &Observed, other_name: &str) -> Option<String> {
        if self == other {
            return None;
        }
        let mut words = format!(
            "{name}: {:?}, {other_name}: {:?}\n",
            self.total, other.total
        );
        for n in 0..self.log.len().max(other.log.len()) {
            let (ours, theirs) = (self.log.get(n), other.log.get(n));
            if ours != theirs {
                let line = n + 1;
                let _ = writeln!(
                    words,
                    "  line {line}: {name}: {ours:?}, {other_name}: {theirs:?}"
                );
            }
        }
        Some(words)
    }
}
