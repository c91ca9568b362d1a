//! The lessons that need a browser, which no clock can simulate: what they print, said by hand, and how long they take
//! at least.

use std::time::Duration;

use async_playground::scenario::Value;

/// One of them, with values of its parameters.
pub struct Expected {
    pub id: &'static str,
    pub values: Vec<Value>,
    pub log: Vec<String>,
    /// What its timers and its computing take.
    pub least: Duration,
    /// At which speed a browser is asked: timers are divided by it, computing and the network are not.
    pub speed: u32,
}

/// Each of them with five sets of values: the defaults, the ends of each parameter, and some between.
pub fn expected() -> Vec<Expected> {
    let pieces = [5, 1, 2, 3, 20].map(microtask_macrotask);
    let waits = [500, 100, 10_000, 300, 1200].map(callback);
    let requests = [(1, 1000), (0, 1000), (3, 1000), (1, 0), (2, 10_000)].map(real_fetch);
    let all = [Vec::from(pieces), Vec::from(waits), Vec::from(requests)];
    all.into_iter().flatten().collect()
}

fn lines<const N: usize>(lines: [&str; N]) -> Vec<String> {
    lines.map(String::from).to_vec()
}

/// No timer comes between microtasks; between macrotasks, the one that was set first comes first.
fn microtask_macrotask(pieces: u32) -> Expected {
    let piece = |number| format!("piece {number}");
    let mut log = lines(["a microtask after each piece"]);
    log.extend((1..=pieces).map(piece));
    log.extend(lines([
        "the timer of 0 ms",
        "a macrotask after each piece",
        "piece 1",
        "the timer of 0 ms",
    ]));
    log.extend((2..=pieces).map(piece));
    Expected {
        id: "microtask-macrotask",
        values: vec![Value::whole(pieces)],
        log,
        least: Duration::from_millis(2 * 20 * u64::from(pieces)),
        speed: 1,
    }
}

fn callback(millis: u32) -> Expected {
    Expected {
        id: "callback",
        values: vec![Value(millis.into())],
        log: lines([
            "the callback sends into a oneshot",
            "received: the answer",
            "the callback resolves a promise",
            "resolved",
            "the callback is dropped",
            "nobody will ever call back",
        ]),
        least: 2 * Duration::from_millis(millis.into()),
        speed: 10,
    }
}

/// A server on the same machine answers within a second, and not at once.
fn real_fetch((missing, limit): (u32, u32)) -> Expected {
    let (here, not) = ("200: the page is here", "404: no such page");
    let answers = || (1..=3).map(|page| String::from(if page <= missing { not } else { here }));
    let mut log = lines(["one after another"]);
    log.extend(answers());
    log.extend(lines(["all at once"]));
    log.extend(answers());
    let end = if limit == 0 {
        "time is up: aborted"
    } else {
        here
    };
    log.extend(lines(["with a time limit", end]));
    Expected {
        id: "real-fetch",
        values: vec![Value::whole(missing), Value(limit.into())],
        log,
        least: Duration::ZERO,
        speed: 1,
    }
}
