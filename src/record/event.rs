//! An event of a record: one shape for writing it and for reading it again.

use std::borrow::Cow;

use serde::{Serialize, Serializer};

use super::field::{By, LaneKind, Ms, flag, name, text};
use super::name::{spawn_line, task_name};
use crate::json::{Json, Read};
use crate::trace::{Entry, Event, Location, TaskId};

/// An event with its number. Which of the fields there are, its kind says.
#[derive(Default, Serialize)]
pub struct EventRecord<'a> {
    /// Its number, from 0.
    pub n: usize,
    /// When it happened.
    pub at_ms: Ms,
    /// The lane that it happened to.
    pub task: u32,
    /// What happened.
    pub kind: Kind,
    /// Who has spawned it: `Some(None)`, which is `null`, for `main`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<Option<u32>>,
    /// What a lane is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Cow<'a, str>>,
    /// What kind of lane was spawned.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub task_kind: Option<LaneKind>,
    /// Whether a poll was the last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ready: Option<bool>,
    /// Who woke the lane.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<By>,
    /// The deadline of a sleep.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until_ms: Option<Ms>,
    /// The deadline that came or was taken back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due_ms: Option<Ms>,
    /// The lane that is waited for, or that sends.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<u32>,
    /// What was printed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<Cow<'a, str>>,
    /// For how long the thread was blocked, or a lock held or waited for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ms: Option<Ms>,
    /// The lock that was held or waited for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lock: Option<u32>,
    /// How many values wait in a channel.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub waiting: Option<u32>,
    /// What was never awaited.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub what: Option<Cow<'a, str>>,
    /// What a panic said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<Cow<'a, str>>,
    /// The line of the source.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
}

/// What happened, as the page calls it: the events of a trace.
#[allow(missing_docs, reason = "named like those")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    Spawn,
    #[default]
    PollStart,
    PollEnd,
    Wake,
    Sleep,
    Fire,
    Cancel,
    Await,
    Log,
    Block,
    NeverAwaited,
    LockHeld,
    LockWait,
    Backlog,
    Complete,
    Abort,
    Panic,
}

const KINDS: [(&str, Kind); 17] = [
    ("spawn", Kind::Spawn),
    ("poll_start", Kind::PollStart),
    ("poll_end", Kind::PollEnd),
    ("wake", Kind::Wake),
    ("sleep", Kind::Sleep),
    ("fire", Kind::Fire),
    ("cancel", Kind::Cancel),
    ("await", Kind::Await),
    ("log", Kind::Log),
    ("block", Kind::Block),
    ("never_awaited", Kind::NeverAwaited),
    ("lock_held", Kind::LockHeld),
    ("lock_wait", Kind::LockWait),
    ("backlog", Kind::Backlog),
    ("complete", Kind::Complete),
    ("abort", Kind::Abort),
    ("panic", Kind::Panic),
];

impl Kind {
    /// Its name in JSON.
    pub fn name(self) -> &'static str {
        KINDS[self as usize].0
    }
}

impl Serialize for Kind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl<'a> EventRecord<'a> {
    /// Event `n` of a trace; names and the line of `main` are read in the program's source.
    pub fn new(n: usize, entry: &'a Entry, source: &str) -> Self {
        let mut event = EventRecord {
            n,
            at_ms: Ms(entry.at),
            task: entry.task.0,
            ..EventRecord::default()
        };
        event.kind = match &entry.event {
            Event::Spawn {
                parent,
                kind,
                name,
                location,
            } => {
                event.parent = Some(parent.map(|parent| parent.0));
                event.name = Some(task_name(*kind, name.as_deref(), *location, source).into());
                event.task_kind = Some(LaneKind(*kind));
                event.line = Some(spawn_line(*kind, location.line, source));
                Kind::Spawn
            }
            Event::PollStart => Kind::PollStart,
            Event::PollEnd { ready } => {
                event.ready = Some(*ready);
                Kind::PollEnd
            }
            Event::Wake { by } => {
                event.by = Some(By(*by));
                Kind::Wake
            }
            Event::Sleep { until, line } => {
                event.until_ms = Some(Ms(*until));
                event.line = Some(*line);
                Kind::Sleep
            }
            Event::Fire { due } => {
                event.due_ms = Some(Ms(*due));
                Kind::Fire
            }
            Event::Cancel { due } => {
                event.due_ms = Some(Ms(*due));
                Kind::Cancel
            }
            Event::Await { on, line } => {
                event.on = Some(on.0);
                event.line = Some(*line);
                Kind::Await
            }
            Event::Log { text, line } => {
                event.text = Some(Cow::Borrowed(text));
                event.line = Some(*line);
                Kind::Log
            }
            Event::Block { lasted, line } => {
                event.ms = Some(Ms(*lasted));
                event.line = Some(*line);
                Kind::Block
            }
            Event::NeverAwaited { what, line } => {
                event.what = Some(Cow::Borrowed(what));
                event.line = Some(*line);
                Kind::NeverAwaited
            }
            Event::LockHeld { lock, lasted } => {
                (event.lock, event.ms) = (Some(*lock), Some(Ms(*lasted)));
                Kind::LockHeld
            }
            Event::LockWait { lock, lasted } => {
                (event.lock, event.ms) = (Some(*lock), Some(Ms(*lasted)));
                Kind::LockWait
            }
            Event::Backlog { on, waiting, line } => {
                event.on = Some(on.0);
                event.waiting = Some(*waiting);
                event.line = Some(*line);
                Kind::Backlog
            }
            Event::Complete => Kind::Complete,
            Event::Abort => Kind::Abort,
            Event::Panic { message } => {
                event.message = Some(Cow::Borrowed(message));
                Kind::Panic
            }
        };
        event
    }

    /// Reads an event, whose kind says which fields it must have.
    pub fn read(json: &mut Json<'a>) -> Read<Self> {
        let begin = json.clone();
        let mut event = EventRecord::default();
        let (mut n, mut at_ms, mut task, mut kind) = (None, None, None, None);
        json.object(&mut |field, json| {
            match field {
                "n" => n = Some(json.count()? as usize),
                "at_ms" => at_ms = Some(Ms::read(json)?),
                "task" => task = Some(json.count()?),
                "kind" => kind = Some(json.one_of(&KINDS, "spawn, poll_start, poll_end, wake, sleep, fire, cancel, await, log, block, never_awaited, lock_held, lock_wait, backlog, complete, abort or panic")?),
                "parent" if json.word("null") => event.parent = Some(None),
                "parent" => event.parent = Some(Some(json.count()?)),
                "name" => event.name = Some(name(json)?),
                "task_kind" => event.task_kind = Some(LaneKind::read(json)?),
                "ready" => event.ready = Some(flag(json)?),
                "by" => event.by = Some(By::read(json)?),
                "until_ms" => event.until_ms = Some(Ms::read(json)?),
                "due_ms" => event.due_ms = Some(Ms::read(json)?),
                "on" => event.on = Some(json.count()?),
                "text" => event.text = Some(text(json)?),
                "ms" => event.ms = Some(Ms::read(json)?),
                "lock" => event.lock = Some(json.count()?),
                "waiting" => event.waiting = Some(json.count()?),
                "what" => event.what = Some(name(json)?),
                "message" => event.message = Some(text(json)?),
                "line" => event.line = Some(json.count()?),
                _ => json.skip()?,
            }
            Ok(())
        })?;
        let fields = (n, at_ms, task, kind);
        let (Some(n), Some(at_ms), Some(task), Some(kind)) = fields else {
            return Err(begin.wrong("an event with n, at_ms, task and kind"));
        };
        Ok(EventRecord {
            n,
            at_ms,
            task,
            kind,
            ..event
        })
    }

    /// The event of the trace that this one was; an error names the field that is missing.
    ///
    /// What a record does not keep of it is left empty: names are those of the record.
    pub fn entry(&self) -> Result<Entry, &'static str> {
        let line = || self.line.ok_or("line");
        let due = || self.due_ms.map(|due| due.0).ok_or("due_ms");
        let lasted = || self.ms.map(|ms| ms.0).ok_or("ms");
        let on = || self.on.map(TaskId).ok_or("on");
        let lock = || self.lock.ok_or("lock");
        let event = match self.kind {
            Kind::Spawn => {
                self.name.as_ref().ok_or("name")?;
                Event::Spawn {
                    parent: self.parent.ok_or("parent")?.map(TaskId),
                    kind: self.task_kind.ok_or("task_kind")?.0,
                    name: None,
                    location: Location {
                        file: "",
                        line: line()?,
                        column: 1,
                    },
                }
            }
            Kind::PollStart => Event::PollStart,
            Kind::PollEnd => Event::PollEnd {
                ready: self.ready.ok_or("ready")?,
            },
            Kind::Wake => Event::Wake {
                by: self.by.ok_or("by")?.0,
            },
            Kind::Sleep => Event::Sleep {
                until: self.until_ms.ok_or("until_ms")?.0,
                line: line()?,
            },
            Kind::Fire => Event::Fire { due: due()? },
            Kind::Cancel => Event::Cancel { due: due()? },
            Kind::Await => Event::Await {
                on: on()?,
                line: line()?,
            },
            Kind::Log => Event::Log {
                text: self.text.as_deref().ok_or("text")?.into(),
                line: line()?,
            },
            Kind::Block => Event::Block {
                lasted: lasted()?,
                line: line()?,
            },
            Kind::NeverAwaited => Event::NeverAwaited {
                what: self.what.clone().ok_or("what")?.into_owned().into(),
                line: line()?,
            },
            Kind::LockHeld => Event::LockHeld {
                lock: lock()?,
                lasted: lasted()?,
            },
            Kind::LockWait => Event::LockWait {
                lock: lock()?,
                lasted: lasted()?,
            },
            Kind::Backlog => Event::Backlog {
                on: on()?,
                waiting: self.waiting.ok_or("waiting")?,
                line: line()?,
            },
            Kind::Complete => Event::Complete,
            Kind::Abort => Event::Abort,
            Kind::Panic => Event::Panic {
                message: self.message.as_deref().ok_or("message")?.into(),
            },
        };
        Ok(Entry {
            at: self.at_ms.0,
            task: TaskId(self.task),
            event,
        })
    }
}
