//! What every oracle needs: the simulated run to compare with, and a place for its result.

use std::fmt::Write as _;
use std::path::Path;
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

/// Writes the totals of an oracle that agreed, for the closing table of the test command.
pub fn write_column(column: &str, totals: &[(&str, Duration)]) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("../oracles");
    std::fs::create_dir_all(&folder).expect("the target folder can be written");
    let mut rows = String::new();
    for (id, total) in totals {
        let _ = writeln!(rows, "{id}\t{:.3}", total.as_secs_f64());
    }
    let file = folder.join(column).with_extension("tsv");
    std::fs::write(file, rows).expect("the target folder can be written");
}
