//! Where an oracle writes down in what it agreed.

use std::fmt::Write as _;
use std::path::Path;
use std::time::Duration;

use async_playground::scenario::Param;

use crate::parameter_sets::assert_enough;

/// In what an oracle agreed, scenario by scenario.
#[derive(Default)]
pub struct Agreed {
    rows: Vec<Row>,
}

struct Row {
    id: &'static str,
    params: &'static [Param],
    total: Duration,
    sets: usize,
}

impl Agreed {
    /// One more set of values of a scenario; the total of the first one, the defaults, is kept.
    pub fn add(&mut self, id: &'static str, params: &'static [Param], total: Duration) {
        match self.rows.last_mut() {
            Some(last) if last.id == id => last.sets += 1,
            _ => self.rows.push(Row {
                id,
                params,
                total,
                sets: 1,
            }),
        }
    }

    /// Writes a column of the closing table of the test command. Whoever was not tried often enough fails, by name.
    pub fn write_column(&self, column: &str) {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("../oracles");
        std::fs::create_dir_all(&folder).expect("the target folder can be written");
        let mut rows = String::new();
        for Row {
            id,
            params,
            total,
            sets,
        } in &self.rows
        {
            assert_enough(id, params, *sets);
            let _ = writeln!(rows, "{id}\t{:.3}\t{sets}", total.as_secs_f64());
        }
        let file = folder.join(column).with_extension("tsv");
        std::fs::write(file, rows).expect("the target folder can be written");
    }
}
