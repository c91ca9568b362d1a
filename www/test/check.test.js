// A record from outside: what is refused, with which words, and what is made of the rest.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { toChromeTrace } from "../src/export/chrome-trace.js";
import { toCsv } from "../src/export/csv.js";
import { clockAccount } from "../src/record/clock-account.js";
import { rows } from "../src/record/happening.js";
import { intervals } from "../src/record/intervals.js";
import { lateness } from "../src/record/lateness.js";
import { whyBefore } from "../src/record/order.js";
import { judge } from "../src/record/judge.js";
import { questions } from "../src/record/questions.js";
import { createReplay } from "../src/record/replay.js";
import { describe, sentences } from "../src/record/sentences.js";
import { decodeRun } from "../src/record/shared-run.js";
import { doubt } from "../src/views/clock.js";
import { summary } from "../src/views/transcript.js";
import { fixtures, random, randomRun } from "./random-run.js";
import { checkRecord } from "./wasm.js";

const real = await fixtures();
const gather = () => structuredClone(real.get("gather"));

test("a real record comes back as it was written", async () => {
  for (const record of real.values()) assert.deepEqual(await checkRecord(record), record);
});

test("what follows from the events is what an executor knew that keeps its own books", async () => {
  const close = (a, b, what) => assert.ok(Math.abs(a - b) < 1e-5, `${what}: ${a} is not ${b}`);
  for (let seed = 0; seed < 60; seed++) {
    const { record } = randomRun(seed, 200);
    const checked = await checkRecord(record);
    assert.deepEqual(checked.log, record.log);
    assert.deepEqual(checked.events, record.events);
    for (const task of checked.tasks) {
      const known = record.tasks[task.id];
      for (const [name, value] of Object.entries(known)) {
        if (typeof value === "number") close(task[name], value, `${name} of task ${task.id}, seed ${seed}`);
        else assert.equal(task[name], value, `${name} of task ${task.id}, seed ${seed}`);
      }
    }
  }
});

test("what a record says beside its events is not believed", async () => {
  const lying = gather();
  lying.tasks = [{ ...lying.tasks[1], name: "x", busy_ms: 1e9 }];
  lying.log.reverse();
  lying.diagnoses = Array.from({ length: 990 }, () => ({ code: "x", message: "y".repeat(9000), task: 7, at_ms: 0 }));
  lying.sampled.tasks_recorded = 1;
  lying.more = { a: [1] };
  lying.events[1].color = "red";
  assert.deepEqual(await checkRecord(lying), gather());
});

test("a run that failed or was stopped is accepted", async () => {
  // A panic in the browser ends the run in the middle of a poll.
  const failed = gather();
  failed.events = [
    ...failed.events.slice(0, 23),
    { n: 23, at_ms: 1000, task: 2, kind: "poll_end", ready: true },
    { n: 24, at_ms: 1000, task: 2, kind: "panic", message: "boom" },
  ];
  failed.log = failed.log.filter(({ n }) => n < 23);
  Object.assign(failed, { outcome: "failed", error: "boom" });
  await checkRecord(failed);

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
  await checkRecord(stopped);
});

/** What is done to a good record, and what is said about it. */
const REFUSED = [
  ["null", () => null, "this record is null; it must be an object"],
  ["a list", () => [], "this record is []; it must be an object"],
  ["no version", (r) => delete r.version, "this is no record of a run: it has no version"],
  ["a later version", (r) => (r.version = 7), "version is 7; it must be 1: this page reads no other version"],
  ["a version in quotes", (r) => (r.version = "1"), 'version is "1"; it must be 1: this page reads no other version'],
  ["no scenario", (r) => delete r.scenario, "scenario is missing"],
  ["a scenario that is none", (r) => (r.scenario = 3), "scenario is 3; it must be a text"],
  ["a parameter", (r) => (r.params.a = null), "params.a is null; it must be a text"],
  ["a speed", (r) => (r.speed = 0), 'parameter "speed" is "0": allowed is a number from 0.25 to 20'],
  ["a clock", (r) => (r.clock = "sun"), 'clock is "sun"; it must be "browser" or "simulated"'],
  ["an outcome", (r) => (r.outcome = "running"), 'outcome is "running"; it must be "completed", "stopped" or "failed"'],
  ["an error", (r) => (r.error = {}), "error is {}; it must be a text"],
  ["a negative time", (r) => (r.elapsed_ms = -1), "elapsed_ms is -1; it must be a number of milliseconds, 0 or more and at most 100 days"],
  ["an infinite time", (r) => (r.waits_ms = Infinity), "waits_ms is null; it must be a number of milliseconds, 0 or more and at most 100 days"],
  ["no list", (r) => (r.events = {}), "events is {}; it must be a list"],
  ["an unknown kind", (r) => (r.events[3].kind = "explode"), /^events\[3\]\.kind is "explode"; it must be spawn, poll_start, /],
  ["a kind from Object", (r) => (r.events[3].kind = "constructor"), /^events\[3\]\.kind is "constructor"; /],
  ["a line", (r) => (r.events[6].line = 1.5), "events[6].line is 1.5; it must be a whole number, 0 or more"],
  ["a flag", (r) => (r.events[8].ready = 1), "events[8].ready is 1; it must be true or false"],
  ["a waker", (r) => (r.events[19].by = "me"), 'events[19].by is "me"; it must be the id of a task, "timer" or "js"'],
  ["memory", (r) => (r.memory = 5), "memory is 5; it must be an object"],
  ["memory's figures", (r) => (r.memory.bytes_per_task = "5"), 'memory.bytes_per_task is "5"; it must be a number, 0 or more'],
  ["a number", (r) => (r.events[5].n = 6), "event 5: poll_start of task 1, whose number is another"],
  ["time running backwards", (r) => (r.events[21].at_ms = 999), "event 21: poll_start of task 2, which is before the one before it"],
  ["a second spawn", (r) => (r.events[4].task = 2), "event 4: spawn of task 2, which was spawned before"],
  ["a spawn out of order", (r) => (r.events[4].task = 5), "event 4: spawn of task 5, which is not the next one"],
  ["a second main", (r) => (r.events[4].task_kind = "main"), "event 4: spawn of task 3, whose parent or kind cannot be its own"],
  ["a child without a parent", (r) => (r.events[4].parent = null), "event 4: spawn of task 3, whose parent or kind cannot be its own"],
  ["its own parent", (r) => (r.events[4].parent = 3), "event 4: spawn of task 3, whose parent or kind cannot be its own"],
  ["an unknown task", (r) => (r.events[1].task = 9), "event 1: poll_start of task 9, which has not been spawned"],
  ["a poll after the end", (r) => (r.events[25].task = 2), "event 25: poll_start of task 2, which has ended"],
  ["a poll of an idle task", (r) => (r.events[19] = { n: 19, at_ms: 1000, task: 0, kind: "poll_start" }), "event 19: poll_start of task 0, which is idle"],
  ["two wakes", (r) => (r.events[20] = { ...r.events[19], n: 20 }), "event 20: wake of task 0, which is on the ready queue"],
  ["a sleep outside of a poll", (r) => (r.events[18] = { ...r.events[7], n: 18, at_ms: 1000 }), "event 18: sleep of task 1, which is idle"],
  ["a poll after the last", (r) => (r.events[24].kind = "poll_start"), "event 24: poll_start of task 2, which has had its last poll"],
  ["an end in a poll", (r) => (r.events[23] = { ...r.events[24], n: 23 }), "event 23: complete of task 2, which is being polled"],
  ["an await of nobody", (r) => Object.assign(r.events[7], { kind: "await", on: 8 }), "event 7: await of task 1, which cannot await a task that has not been spawned"],
  ["an early timer", (r) => (r.events[18].due_ms = 1001), "event 18: fire of task 2, which fires before its deadline"],
  ["a timer taken back by one that has ended", (r) => Object.assign(r.events[30], { kind: "cancel", task: 2, due_ms: 1000 }), "event 30: cancel of task 2, which has ended"],
  ["a timer taken back at no time", (r) => Object.assign(r.events[22], { kind: "cancel" }), "events[22].due_ms is missing"],
  ["an endless block", (r) => Object.assign(r.events[22], { kind: "block", ms: 1001 }), "event 22: block of task 2, which took longer than the run until then"],
  ["a small total", (r) => (r.sampled.tasks_total = 3), "sampled.tasks_total is 3, less than the 4 that are recorded"],
  ["a text that is too long", (r) => (r.events[6].text = "x".repeat(10_001)), /^events\[6\]\.text is "x+…; it must be at most 10000 bytes long$/],
  ["a name that is too long", (r) => (r.events[2].name = "x".repeat(900)), /^events\[2\]\.name is "x+…; it must be at most 200 characters long$/],
  ["an error that is too long", (r) => (r.error = "x".repeat(10_001)), /^error is "x+…; it must be at most 10000 bytes long$/],
  ["too many events", (r) => (r.events = Array(600_001).fill(r.events[0])), /^events\[600000\] is \{.*…; it must be one of at most 600000 events$/],
  ["a time without end", (r) => (r.elapsed_ms = 1e300), /^elapsed_ms is 1e\+300; it must be a number of milliseconds, 0 or more and at most 100 days$/],
  ["an unknown scenario", (r) => (r.scenario = "constructor"), /^there is no scenario "constructor": there are why, /],
  ["a parameter called speed", (r) => (r.params.speed = 1), '"gather" has no parameter "speed" (given as "1"): allowed are a, b, c'],
  ["a parameter out of bounds", (r) => (r.params.a = 11), 'parameter "a" is "11": allowed is a number from 0.1 to 10 s'],
  ["a wake by nobody", (r) => (r.events[19].by = 99), "event 19: wake of task 0, by a task that does not exist"],
  ["no events", (r) => (r.events = []), "events is empty; a run begins with the spawn of main"],
  ["a run that has not completed", (r) => r.events.splice(-1), 'outcome is "completed", where main has not'],
];


for (const [what, spoil, message] of REFUSED) {
  test(`refused by name: ${what}`, async () => {
    const record = gather();
    const spoilt = spoil(record);
    const value = what === "null" || what === "a list" ? spoilt : record;
    await assert.rejects(checkRecord(value), { name: "Error", message });
  });
}

test("JSON that is none is refused", async () => {
  for (const value of [undefined, "x", 7, true, () => {}]) await assert.rejects(checkRecord(value), /^Error: this record is .*; it must be an object$/);
});

/** What of a record is computed from its events: nothing of it need be there. */
const FOLDED = ["tasks", "log", "diagnoses", "memory"];

test("no field of a record can be left out but those that follow from its events", async () => {
  for (const name of Object.keys(gather())) {
    const record = gather();
    delete record[name];
    if (FOLDED.includes(name)) await checkRecord(record);
    else await assert.rejects(checkRecord(record), new RegExp(`${name}|no version`), name);
  }
  for (const { n } of gather().events) {
    for (const name of Object.keys(gather().events[n])) {
      const record = gather();
      delete record.events[n][name];
      await assert.rejects(checkRecord(record), new RegExp(`^Error: events\\[${n}\\].*${name}`), `${name} of event ${n}`);
    }
  }
});

/** A record of events in short: task, kind and the rest. */
function made(short) {
  const events = short.map(([task, kind, more], n) => ({ n, at_ms: n, task, kind, ...more }));
  return { ...gather(), outcome: "stopped", events, sampled: { tasks_total: 1e6, tasks_recorded: 0 } };
}
const spawn = (task, parent, task_kind) => [task, "spawn", { name: `t${task}`, parent, task_kind, line: 1 }];
const many = (length, make) => Array.from({ length }, (_, index) => make(index)).flat();
const START = [spawn(0, null, "main"), [0, "poll_start"]];

test("too many branches or waits at once, which each step would look at, are refused", async () => {
  const pending = { ready: false };
  const turns = many(1500, () => [[0, "poll_end", pending], [0, "wake", { by: "js" }], [0, "poll_start"]]);
  const sleeps = (count) => many(count, (index) => [[0, "sleep", { until_ms: 1e6 + index, line: 1 }]]);
  const branches = (count) => many(count, (index) => [spawn(index + 1, 0, "branch")]);
  const tooMany = /where too many branches or waits at once would take long to show$/;
  await checkRecord(made([...START, ...branches(20), ...turns]));
  await assert.rejects(checkRecord(made([...START, ...branches(2000), ...turns])), tooMany);
  await checkRecord(made([...START, ...sleeps(300)]));
  await assert.rejects(checkRecord(made([...START, ...sleeps(3000)])), tooMany);
});

test("lanes are counted, and branches do not nest without end", async () => {
  const nested = (depth) => made([...START, ...many(depth, (index) => [spawn(index + 1, index, "branch")])]);
  await checkRecord(nested(100));
  await assert.rejects(checkRecord(nested(101)), /^Error: event 102: spawn of task 101, which is a branch within more than 100 others$/);
  const tasks = (count) => made([...START, ...many(count, (index) => [spawn(index + 1, 0, "task")])]);
  await checkRecord(tasks(9999));
  await assert.rejects(checkRecord(tasks(10_000)), /^Error: event 10001: spawn of task 10000, where at most 10000 tasks are recorded$/);
});

test("an accepted record has at most so many diagnoses as can be told, and short ones", async () => {
  const blocks = many(50, (line) => [[0, "block", { ms: 1, line }]]);
  const polls = many(3000, () => [[0, "poll_start"], ...blocks, [0, "never_awaited", { what: "sleep", line: 1 }], [0, "poll_end", { ready: false }], [0, "wake", { by: "js" }]]);
  const { diagnoses } = await checkRecord(made([spawn(0, null, "main"), ...polls]));
  assert.equal(diagnoses.length, 2000);
  for (const { message } of diagnoses) assert.ok(message.length < 1000, message);
});

test("a link of version 1 still opens", async () => {
  for (const id of ["gather", "blocking-sleep"]) {
    const link = await readFile(new URL(`fixtures/${id}.run-1.txt`, import.meta.url), "utf8");
    assert.deepEqual(await decodeRun(link.trim(), checkRecord), real.get(id));
  }
});

test("an event that is left out is noticed at the next one that needs it", async () => {
  // These need no event before them, or none that is not there anyway.
  const silent = ["log", "never_awaited", "lock_held", "lock_wait", "backlog", "block", "fire", "cancel", "sleep", "await", "wake"];
  for (let seed = 0; seed < 20; seed++) {
    const { record } = randomRun(seed, 150);
    const next = random(seed);
    for (let i = 0; i < 30; i++) {
      const n = Math.floor(next() * (record.events.length - 20));
      const { kind, task } = record.events[n];
      const goesOn = record.events.slice(n + 1).some((event) => event.task === task && !silent.includes(event.kind));
      if (silent.includes(kind) || !goesOn) continue;
      const events = record.events.toSpliced(n, 1).map((event, n) => ({ ...event, n }));
      await assert.rejects(checkRecord({ ...record, events }), /event \d+: /, `seed ${seed} without event ${n}, ${kind}`);
    }
  }
});

/** All that the page says of a run without a page. */
function show(record) {
  const replay = createReplay(record);
  for (let n = 0; n <= replay.length; n++) replay.at(n);
  const [first, last] = [record.log[0], record.log.at(-1)];
  if (first && first !== last) whyBefore(record, first, last);
  const asked = questions({ predict: [{ kind: "order" }, { kind: "total" }, { kind: "prints", text: "x" }] }, record);
  const answers = asked.map(({ kind, lines }) => (kind === "order" ? lines : kind === "total" ? "3" : true));
  const said = [
    describe(record),
    summary(record, record),
    doubt(record) ?? "",
    ...sentences(record),
    ...rows(record).map(({ time, task, what }) => `${time} ${task} ${what}`),
    ...judge(asked, answers, record, record).map(({ reason }) => reason),
  ];
  intervals(record);
  lateness(record);
  clockAccount(record, real.get("gather"));
  toCsv(record);
  toChromeTrace(record);
  for (const text of said) assert.doesNotMatch(text, /undefined|NaN|Infinity/);
}

/** Something else in place of a value, or next to nothing. */
function mutated(value, next) {
  const others = [0, 1, 2, -1, 0.5, 1e6, 1e15, 1e300, null, true, "", "timer", "js", "main", "branch", [], {}, "🍕\ud800", "x".repeat(300)];
  const other = () => others[Math.floor(next() * others.length)];
  if (typeof value === "number" && next() < 0.7) return value + [1, -1, 1000, 0.25][Math.floor(next() * 4)];
  if (Array.isArray(value) && value.length > 1 && next() < 0.8) {
    const [a, b] = [Math.floor(next() * value.length), Math.floor(next() * value.length)];
    if (next() < 0.4) return value.toSpliced(a, 1);
    return value.with(a, next() < 0.5 ? value[b] : other());
  }
  return other();
}

/** Changes a record in one place, or in a few. */
function mutate(record, next) {
  for (let times = 1 + Math.floor(next() * 2); times--; ) {
    let [at, name] = [record, undefined];
    do {
      if (name !== undefined) at = at[name];
      const names = Object.keys(at);
      if (names.length === 0) break;
      name = names[Math.floor(next() * names.length)];
      if (at === record && next() < 0.7) name = "events";
    } while (typeof at[name] === "object" && at[name] !== null && next() < 0.97);
    if (name !== undefined) at[name] = mutated(at[name], next);
  }
  // Most changes should get past the numbers of the events.
  if (Array.isArray(record.events) && next() < 0.8) record.events.forEach((event, n) => event && typeof event === "object" && (event.n = n));
  return record;
}

test("a record that was changed anywhere is refused with a message, or shown without an exception", async () => {
  const seed = Number(process.env.SEED ?? Date.now() % 1e9);
  const next = random(seed);
  const base = [...real.values(), ...Array.from({ length: 6 }, (_, index) => randomRun(index, 60).record)];
  let shown = 0;
  for (let turn = 0; turn < 3000; turn++) {
    const changed = mutate(structuredClone(base[turn % base.length]), next);
    let record;
    try {
      record = await checkRecord(changed);
    } catch (error) {
      assert.equal(error.name, "Error", `SEED=${seed}, turn ${turn}: ${error.stack}`);
      assert.ok(error.message.length > 5 && error.message.length < 1000, `SEED=${seed}, turn ${turn}: ${error.message}`);
      continue;
    }
    shown += 1;
    try {
      show(record);
    } catch (error) {
      assert.fail(`SEED=${seed}, turn ${turn}: ${error.stack}`);
    }
  }
  assert.ok(shown > 100 && shown < 2900, `${shown} of 3000 were shown`);
});
