import assert from "node:assert/strict";
import { test } from "node:test";

import { LIMITS, checkRecord } from "../src/record/check.js";
import { fixtures, random, randomRun } from "./random-run.js";

const real = await fixtures();
const gather = () => structuredClone(real.get("gather"));

test("real records and possible ones are accepted as they are", () => {
  for (const record of real.values()) {
    const before = structuredClone(record);
    assert.equal(checkRecord(record), record);
    assert.deepEqual(record, before);
  }
  for (let seed = 0; seed < 60; seed++) checkRecord(randomRun(seed, 200).record);
});

test("a run that failed or was stopped is accepted", () => {
  // A panic in the browser ends the run in the middle of a poll.
  const failed = gather();
  failed.events = [
    ...failed.events.slice(0, 23),
    { n: 23, at_ms: 1000, task: 2, kind: "poll_end", ready: true },
    { n: 24, at_ms: 1000, task: 2, kind: "panic", message: "boom" },
  ];
  failed.log = failed.log.filter(({ n }) => n < 23);
  Object.assign(failed, { outcome: "failed", error: "boom" });
  checkRecord(failed);

  const stopped = { ...gather(), outcome: "stopped" };
  stopped.events = [
    ...stopped.events.slice(0, 18),
    { n: 18, at_ms: 500, task: 0, kind: "wake", by: "js" },
    { n: 19, at_ms: 500, task: 1, kind: "abort" },
    { n: 20, at_ms: 500, task: 2, kind: "abort" },
    { n: 21, at_ms: 500, task: 3, kind: "abort" },
    { n: 22, at_ms: 500, task: 0, kind: "abort" },
  ];
  stopped.log = stopped.log.filter(({ n }) => n < 18);
  checkRecord(stopped);
});

test("tasks that are only counted may wake", () => {
  const sampled = gather();
  sampled.events[19].by = 99;
  assert.throws(() => checkRecord(sampled), /^Error: event 19: wake of task 0, by task 99, which does not exist$/);
  sampled.sampled.tasks_total = 100;
  checkRecord(sampled);
  sampled.events[19].by = 100;
  assert.throws(() => checkRecord(sampled), /by task 100/);
});

/** What is done to a good record, and what is said about it. */
const REFUSED = [
  ["null", () => null, "this record is null; it must be an object"],
  ["a list", () => [], "this record is []; it must be an object"],
  ["no version", (r) => delete r.version, "this is no record of a run: it has no version"],
  ["a later version", (r) => (r.version = 7), "this record is of version 7; this page reads version 1"],
  ["a version in quotes", (r) => (r.version = "1"), 'this record is of version "1"; this page reads version 1'],
  ["no scenario", (r) => delete r.scenario, "scenario is missing"],
  ["a scenario that is none", (r) => (r.scenario = 3), "scenario is 3; it must be a text"],
  ["a parameter", (r) => (r.params.a = null), "params.a is null; it must be a number or a text"],
  ["a speed", (r) => (r.speed = 0), "speed is 0; it must be a number above 0"],
  ["a clock", (r) => (r.clock = "sun"), 'clock is "sun"; it must be "browser" or "simulated"'],
  ["an outcome", (r) => (r.outcome = "running"), 'outcome is "running"; it must be "completed" or "stopped" or "failed"'],
  ["an error", (r) => (r.error = {}), "error is {}; it must be a text"],
  ["a negative time", (r) => (r.elapsed_ms = -1), "elapsed_ms is -1; it must be a number, 0 or more"],
  ["an infinite time", (r) => (r.waits_ms = Infinity), "waits_ms is null; it must be a number, 0 or more"],
  ["no list", (r) => (r.events = {}), "events is {}; it must be a list"],
  ["a long text", (r) => (r.log[0].text = "x".repeat(LIMITS.text + 1)), `log[0].text has ${LIMITS.text + 1} characters; at most ${LIMITS.text} are allowed`],
  ["too many events", (r) => (r.events = Array(LIMITS.events + 1).fill(r.events[0])), `events has ${LIMITS.events + 1} entries; at most ${LIMITS.events} are allowed`],
  ["an unknown kind", (r) => (r.events[3].kind = "explode"), /^events\[3\]\.kind is "explode"; it must be "spawn" or /],
  ["a kind from Object", (r) => (r.events[3].kind = "constructor"), /^events\[3\]\.kind is "constructor"; /],
  ["a line", (r) => (r.events[6].line = 1.5), "events[6].line is 1.5; it must be a whole number, 0 or more"],
  ["a flag", (r) => (r.events[8].ready = 1), "events[8].ready is 1; it must be true or false"],
  ["a waker", (r) => (r.events[19].by = "me"), 'events[19].by is "me"; it must be the id of a task, "timer" or "js"'],
  ["a state", (r) => (r.tasks[1].state = "dead"), /^tasks\[1\]\.state is "dead"; it must be /],
  ["memory", (r) => (r.memory = 5), "memory is 5; it must be an object"],
  ["memory's figures", (r) => (r.memory.bytes_per_task = "5"), 'memory.bytes_per_task is "5"; it must be a number, 0 or more'],
  ["a number", (r) => (r.events[5].n = 6), "event 5: poll_start of task 1, which is numbered 6"],
  ["time running backwards", (r) => (r.events[21].at_ms = 999), "event 21: poll_start of task 2, at 999 ms, which is before event 20 at 1000 ms"],
  ["a second spawn", (r) => (r.events[4].task = 2), "event 4: spawn of task 2, which was spawned before"],
  ["a spawn out of order", (r) => (r.events[4].task = 5), "event 4: spawn of task 5, where task 3 is the next"],
  ["a second main", (r) => (r.events[4].task_kind = "main"), 'event 4: spawn of task 3, which cannot be of kind "main"'],
  ["a child without a parent", (r) => (r.events[4].parent = null), "event 4: spawn of task 3, which cannot have the parent null"],
  ["its own parent", (r) => (r.events[4].parent = 3), "event 4: spawn of task 3, whose parent, task 3, does not exist yet"],
  ["an unknown task", (r) => (r.events[1].task = 9), "event 1: poll_start of task 9, which has not been spawned"],
  ["a poll after the end", (r) => (r.events[25].task = 2), "event 25: poll_start of task 2, which has ended"],
  ["a poll of an idle task", (r) => (r.events[19] = { n: 19, at_ms: 1000, task: 0, kind: "poll_start" }), "event 19: poll_start of task 0, which is idle"],
  ["two wakes", (r) => (r.events[20] = { ...r.events[19], n: 20 }), "event 20: wake of task 0, which is on the ready queue"],
  ["a sleep outside of a poll", (r) => (r.events[18] = { ...r.events[7], n: 18, at_ms: 1000 }), "event 18: sleep of task 1, which is idle"],
  ["a poll after the last", (r) => (r.events[24].kind = "poll_start"), "event 24: poll_start of task 2, which has had its last poll"],
  ["an end in a poll", (r) => (r.events[23] = { ...r.events[24], n: 23 }), "event 23: complete of task 2, which is being polled"],
  ["an await of nobody", (r) => Object.assign(r.events[7], { kind: "await", on: 8 }), "event 7: await of task 1, which cannot await task 8: that has not been spawned"],
  ["an early timer", (r) => (r.events[18].due_ms = 1001), "event 18: fire of task 2, at 1000 ms, before its deadline at 1001 ms"],
  ["a timer taken back by one that has ended", (r) => Object.assign(r.events[30], { kind: "cancel", task: 2, due_ms: 1000 }), "event 30: cancel of task 2, which has ended"],
  ["a timer taken back at no time", (r) => Object.assign(r.events[22], { kind: "cancel" }), "events[22].due_ms is missing"],
  ["an endless block", (r) => Object.assign(r.events[22], { kind: "block", ms: 1001 }), "event 22: block of task 2, which took 1001 ms, longer than the run until then"],
  ["a task too many", (r) => r.tasks.push({ ...r.tasks[3], id: 4 }), "tasks has 5 entries, where 4 were spawned"],
  ["a name that changes", (r) => (r.tasks[2].name = "x"), 'tasks[2].name is "x", where its spawn, event 3, says "do_task(\\"B\\", b)"'],
  ["a log line too few", (r) => r.log.pop(), "log has 6 entries, where 7 lines were printed"],
  ["a log line that differs", (r) => (r.log[1].text = "x"), 'log[1].text is "x", where event 10, says "Task B starting"'],
  ["a wrong sample", (r) => (r.sampled.tasks_recorded = 3), "sampled.tasks_recorded is 3, where tasks has 4 entries"],
  ["a small total", (r) => (r.sampled.tasks_total = 3), "sampled.tasks_total is 3, less than the 4 that are recorded"],
  ["a diagnosis of nobody", (r) => r.diagnoses.push({ code: "x", message: "y", task: 4, at_ms: 0 }), "diagnoses[0].task is 4; there are 4 tasks"],
];

for (const [what, spoil, message] of REFUSED) {
  test(`refused by name: ${what}`, () => {
    const record = gather();
    const spoilt = spoil(record);
    const value = what === "null" || what === "a list" ? spoilt : record;
    assert.throws(() => checkRecord(value), { name: "Error", message });
  });
}

test("what a record inherits does not count", () => {
  assert.throws(() => checkRecord(Object.create(gather())), Error);
  const record = { ...gather(), memory: undefined };
  Object.setPrototypeOf(record, { memory: {} });
  delete record.memory;
  assert.throws(() => checkRecord(record), { message: "memory is missing" });
});

test("no field of a record can be left out", () => {
  for (const name of Object.keys(gather())) {
    const record = gather();
    delete record[name];
    assert.throws(() => checkRecord(record), Error, name);
  }
  for (const { kind } of gather().events) {
    const record = gather();
    const event = record.events.find((event) => event.kind === kind);
    for (const name of Object.keys(event)) {
      const { [name]: _, ...rest } = event;
      record.events[event.n] = rest;
      assert.throws(() => checkRecord(record), { message: `events[${event.n}].${name} is missing` });
    }
  }
});

test("an event that is left out is noticed at the next one that needs it", () => {
  // These need no event before them, or none that is not there anyway.
  const silent = ["log", "never_awaited", "block", "fire", "cancel", "sleep", "await", "wake"];
  for (let seed = 0; seed < 20; seed++) {
    const { record } = randomRun(seed, 150);
    const next = random(seed);
    for (let i = 0; i < 30; i++) {
      const n = Math.floor(next() * (record.events.length - 20));
      const { kind, task } = record.events[n];
      const goesOn = record.events.slice(n + 1).some((event) => event.task === task && !silent.includes(event.kind));
      if (silent.includes(kind) || !goesOn) continue;
      const events = record.events.toSpliced(n, 1).map((event, n) => ({ ...event, n }));
      const log = events.filter(({ kind }) => kind === "log").map(({ n, at_ms, task, text, line }) => ({ n, at_ms, task, text, line }));
      assert.throws(() => checkRecord({ ...record, events, log }), /event \d+: /, `seed ${seed} without event ${n}, ${kind}`);
    }
  }
});
