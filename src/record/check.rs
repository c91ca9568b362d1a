//! A record from outside: read as what it says it is, and held against what can happen.
//!
//! Its events go through the same table as those of a run. What follows from events is
//! computed anew, and all that is left is bounded, so that whatever is accepted can be shown.

use super::edited;
use super::event::{EventRecord, Kind};
use super::field::{self, Ms, name};
use super::run::Run;
use super::{Clock, Head, Memory, Outcome, Sampled, VERSION, diagnoses};
use crate::json::{Json, Read};
use crate::scenario::{Argument, SPEED};
use crate::scenarios;
use crate::speed::Speed;
use crate::trace::{Entry, Event, TaskId};

/// The longest JSON of a record, in bytes.
const MOST_BYTES: usize = 100_000_000;

/// How many events a record has at most: more than any run records.
const MOST_EVENTS: usize = 600_000;

/// How many parameters are given at most: more than any program has.
const MOST_PARAMS: usize = 100;

/// A record that was read.
pub type Checked<'a> = (Head<'a>, Vec<EventRecord<'a>>);

/// Reads a record and checks it; an error names what is wrong, and what is allowed.
pub fn read(json: &str) -> Result<Checked<'_>, String> {
    if json.len() > MOST_BYTES {
        return Err(format!(
            "this record has {} bytes; at most {MOST_BYTES} are allowed",
            json.len()
        ));
    }
    let (mut head, events) = fields(json)?;
    let mut run = Run::new(events.len());
    let mut entries: Vec<Entry> = Vec::new();
    let total = head.sampled.tasks_total;
    for (n, event) in events.iter().enumerate() {
        let entry = event.entry();
        let entry = entry.map_err(|field| format!("events[{n}].{field} is missing"))?;
        let before = entries.last().map_or(entry.at, |before| before.at);
        let possible = match () {
            _ if event.n != n => Err("whose number is another"),
            _ if entry.at < before => Err("which is before the one before it"),
            _ => run.add(&entry, total),
        };
        let impossible = |why| {
            format!(
                "event {n}: {} of task {}, {why}",
                event.kind.name(),
                event.task
            )
        };
        possible.map_err(impossible)?;
        entries.push(entry);
    }

    let Some(main) = entries.iter().rfind(|entry| entry.task == TaskId::MAIN) else {
        return Err("events is empty; a run begins with the spawn of main".into());
    };
    if head.outcome == Outcome::Completed && main.event != Event::Complete {
        return Err("outcome is \"completed\", where main has not".into());
    }
    let lanes = run.lanes();
    if total < lanes {
        return Err(format!(
            "sampled.tasks_total is {total}, less than the {lanes} that are recorded"
        ));
    }
    head.sampled.tasks_recorded = lanes;
    head.diagnoses = diagnoses(&entries, head.speed, &names(&events));
    Ok((head, events))
}

/// The name of each recorded lane, by id.
fn names(events: &[EventRecord]) -> Vec<String> {
    let spawns = events.iter().filter(|event| event.kind == Kind::Spawn);
    spawns
        .filter_map(|spawn| spawn.name.as_deref().map(str::to_string))
        .collect()
}

/// Reads all fields, each by itself.
fn fields(text: &str) -> Result<Checked<'_>, String> {
    let (mut version, mut scenario, mut speed) = (None, None, None);
    let (mut clock, mut outcome, mut error) = (None, None, None);
    let (mut elapsed_ms, mut hidden_ms, mut waits_ms) = (None, None, None);
    let (mut params, mut tasks_total, mut events) = (None, None, None);
    let (mut source, mut program) = (None, None);
    let mut memory = Memory::default();
    let mut json = Json::new(text);
    let fields = json.object(&mut |field, json| {
        match field {
            "version" => version = Some(supported(json)?),
            "scenario" => scenario = Some(name(json)?),
            "params" => params = Some(given(json)?),
            "speed" => speed = Some(json.number()?),
            "clock" => clock = Some(json.one_of(&CLOCKS, "\"browser\" or \"simulated\"")?),
            "outcome" => {
                outcome = Some(json.one_of(&OUTCOMES, "\"completed\", \"stopped\" or \"failed\"")?)
            }
            "error" => error = Some(field::text(json)?),
            "elapsed_ms" => elapsed_ms = Some(Ms::read(json)?),
            "hidden_ms" => hidden_ms = Some(Ms::read(json)?),
            "waits_ms" => waits_ms = Some(Ms::read(json)?),
            "events" => events = Some(list(json)?),
            "source" => source = Some(edited::source(json)?),
            "program" => program = Some(edited::program(json)?),
            "sampled" => json.object(&mut |field, json| match field {
                "tasks_total" => json.count().map(|count| tasks_total = Some(count)),
                _ => json.skip(),
            })?,
            "memory" => json.object(&mut |field, json| {
                match field {
                    "bytes_per_task" => memory.bytes_per_task = Some(bytes(json)?),
                    "bytes_per_worker" => memory.bytes_per_worker = Some(bytes(json)?),
                    _ => json.skip()?,
                }
                Ok(())
            })?,
            _ => json.skip()?,
        }
        Ok(())
    });
    fields.map_err(|wrong| wrong.in_words(text))?;
    let missing = |field| format!("{field} is missing");
    let version = version.ok_or("this is no record of a run: it has no version")?;
    let scenario = scenario.ok_or_else(|| missing("scenario"))?;
    let params = params.ok_or_else(|| missing("params"))?;
    let params = match (&source, &program) {
        (Some(_), _) => edited::params(&scenario, params)?,
        (None, Some(_)) => return Err(missing("source")),
        (None, None) => {
            let known = scenarios::find(&scenario)?;
            let names = known.params.iter().map(|param| param.name.into());
            names.zip(known.values(&params)?).collect()
        }
    };
    let head = Head {
        version,
        scenario,
        params,
        speed: Speed::from_value(SPEED.parse(speed.ok_or_else(|| missing("speed"))?)?),
        clock: clock.ok_or_else(|| missing("clock"))?,
        outcome: outcome.ok_or_else(|| missing("outcome"))?,
        error,
        elapsed_ms: elapsed_ms.ok_or_else(|| missing("elapsed_ms"))?,
        hidden_ms: hidden_ms.ok_or_else(|| missing("hidden_ms"))?,
        waits_ms: waits_ms.ok_or_else(|| missing("waits_ms"))?,
        diagnoses: Vec::new(),
        sampled: Sampled {
            tasks_total: tasks_total.ok_or_else(|| missing("sampled.tasks_total"))?,
            tasks_recorded: 0,
        },
        memory,
        source,
        program,
    };
    Ok((head, events.ok_or_else(|| missing("events"))?))
}

const CLOCKS: [(&str, Clock); 2] = [("browser", Clock::Browser), ("simulated", Clock::Simulated)];

/// How a run from outside may have ended: it goes on nowhere.
const OUTCOMES: [(&str, Outcome); 3] = [
    ("completed", Outcome::Completed),
    ("stopped", Outcome::Stopped),
    ("failed", Outcome::Failed),
];

fn supported(json: &mut Json) -> Read<u32> {
    let begin = json.clone();
    match json.number() {
        Ok("1") => Ok(VERSION),
        _ => Err(begin.wrong("1: this page reads no other version")),
    }
}

/// Parameters by name, as a person would type them.
fn given(json: &mut Json) -> Read<Vec<(String, String)>> {
    let mut given = Vec::new();
    json.object(&mut |parameter, json| {
        if given.len() == MOST_PARAMS {
            return Err(json.wrong("among fewer parameters"));
        }
        let value = match json.number() {
            Ok(number) => number.into(),
            Err(_) => name(json)?,
        };
        given.push((parameter.to_string(), value.to_string()));
        Ok(())
    })?;
    Ok(given)
}

fn list<'a>(json: &mut Json<'a>) -> Read<Vec<EventRecord<'a>>> {
    let mut events = Vec::new();
    json.list(&mut |_, json| {
        if events.len() == MOST_EVENTS {
            return Err(json.wrong("one of at most 600000 events"));
        }
        events.push(EventRecord::read(json)?);
        Ok(())
    })?;
    Ok(events)
}

fn bytes(json: &mut Json) -> Read<f64> {
    let millionths = json.decimal(6, "a number, 0 or more")?;
    Ok(millionths as f64 / 1e6)
}
