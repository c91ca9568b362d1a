//! The values that the fields of a record have, each as it is written and read again.

use std::borrow::Cow;
use std::time::Duration;

use serde::{Serialize, Serializer};

use super::name::LONGEST_NAME;
use crate::json::{Json, Read};
use crate::trace::{Cause, TaskId, TaskKind, nanos};

/// A time or a duration: milliseconds in JSON, of which a float holds every nanosecond for months.
#[derive(Clone, Copy, Default)]
pub struct Ms(pub Duration);

/// The longest time that a record may speak of.
const LONGEST: Duration = Duration::from_secs(100 * 24 * 3600);

impl Serialize for Ms {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(nanos(self.0) as f64 / 1e6)
    }
}

impl Ms {
    /// Reads a time.
    pub fn read(json: &mut Json) -> Read<Ms> {
        let allowed = "a number of milliseconds, 0 or more and at most 100 days";
        let before = json.clone();
        let time = Duration::from_nanos(json.decimal(6, allowed)?);
        match time <= LONGEST {
            true => Ok(Ms(time)),
            false => Err(before.wrong(allowed)),
        }
    }
}

/// The kind of a lane, by its name.
#[derive(Clone, Copy)]
pub struct LaneKind(pub TaskKind);

const LANE_KINDS: [(&str, TaskKind); 4] = [
    ("main", TaskKind::Main),
    ("task", TaskKind::Task),
    ("branch", TaskKind::Branch),
    ("worker", TaskKind::Worker),
];

impl Serialize for LaneKind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(LANE_KINDS[self.0 as usize].0)
    }
}

impl LaneKind {
    /// Reads the kind of a lane.
    pub fn read(json: &mut Json) -> Read<LaneKind> {
        let allowed = "\"main\", \"task\", \"branch\" or \"worker\"";
        json.one_of(&LANE_KINDS, allowed).map(LaneKind)
    }
}

/// Who woke a task: the id of another one, `timer` or `js`.
#[derive(Clone, Copy)]
pub struct By(pub Cause);

impl Serialize for By {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Cause::Task(task) => serializer.serialize_u32(task.0),
            Cause::Timer => serializer.serialize_str("timer"),
            Cause::Js => serializer.serialize_str("js"),
        }
    }
}

impl By {
    /// Reads who woke a task.
    pub fn read(json: &mut Json) -> Read<By> {
        Ok(By(match () {
            _ if json.word("\"timer\"") => Cause::Timer,
            _ if json.word("\"js\"") => Cause::Js,
            _ => {
                let before = json.clone();
                let id = json.count();
                let id = id.map_err(|_| before.wrong("the id of a task, \"timer\" or \"js\""))?;
                Cause::Task(TaskId(id))
            }
        }))
    }
}

/// Reads the name of something. A character takes at most four bytes, and a name that was cut has one more.
pub fn name<'a>(json: &mut Json<'a>) -> Read<Cow<'a, str>> {
    json.text_of(4 * (LONGEST_NAME + 1), "at most 200 characters long")
}

/// Reads a printed line, a message or an error.
pub fn text<'a>(json: &mut Json<'a>) -> Read<Cow<'a, str>> {
    json.text_of(10_000, "at most 10000 bytes long")
}

/// Reads `true` or `false`.
pub fn flag(json: &mut Json) -> Read<bool> {
    let flag = json.word("true");
    match flag || json.word("false") {
        true => Ok(flag),
        false => Err(json.wrong("true or false")),
    }
}
