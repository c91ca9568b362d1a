import assert from "node:assert/strict";
import { test } from "node:test";

import { gap, longTime, seconds } from "../src/record/figures.js";
import { latest, rows } from "../src/record/happening.js";
import { fold } from "../src/record/replay.js";
import { shortNames } from "../src/record/names.js";
import { firstDifference, whyBefore } from "../src/record/order.js";
import { describe, sentences } from "../src/record/sentences.js";
import { fixtures, randomRun } from "./random-run.js";

const real = await fixtures();
const runs = Array.from({ length: 30 }, (_, seed) => randomRun(seed).record);

/** The line of a record with this text. */
const line = (record, text) => {
  const found = record.log.find((line) => line.text === text);
  assert.ok(found, `no line "${text}"`);
  return found;
};
const why = (record, a, b) => whyBefore(record, line(record, a), line(record, b));

test("a time has a unit and always as many digits, in groups of three", () => {
  assert.deepEqual([0, 1.4, 1001, 59_999.9996, 123_456].map(seconds), ["0.000 s", "0.001 s", "1.001 s", "60.000 s", "123.456 s"]);
  assert.equal(seconds(1_000_000_000.5), "1,000,000.001 s");
  assert.equal(gap(1001), "+1.001 s");
  assert.equal(gap(3_600_000), "+3,600.000 s");
});

test("a long time is said in minutes, hours and days as well, and stays exact", () => {
  const long = [
    [119_999, undefined],
    [119_999.6, "2 min 0.000 s"],
    [3_600_000, "1 h 0 min 0.000 s"],
    [10_000_001, "2 h 46 min 40.001 s"],
    [1_000_000_000, "11 d 13 h 46 min 40.000 s"],
  ];
  for (const [ms, said] of long) assert.equal(longTime(ms), said, `${ms} ms`);
});

test("the sentence of a poll says why it comes", () => {
  const { events, tasks } = real.get("gather");
  const names = shortNames(tasks);
  const polls = events.filter(({ kind }) => kind === "poll_start");
  const said = polls.slice(0, 6).map(({ n }) => latest(fold(events, n + 1), (id) => names.get(id)));
  assert.deepEqual(said, [
    "main is polled.",
    "A is polled, as a branch of main.",
    "B is polled, as a branch of main.",
    "C is polled, as a branch of main.",
    "main is polled for the 2nd time: a timer woke it.",
    "B is polled for the 2nd time, as a branch of main.",
  ]);
});

test("the first difference of two lists", () => {
  assert.equal(firstDifference(["a", "b"], ["a", "b"]), null);
  assert.deepEqual(firstDifference(["a", "b"], ["a", "c"]), { index: 1, predicted: "b", actual: "c" });
  assert.deepEqual(firstDifference(["a"], ["a", "c"]), { index: 1, predicted: undefined, actual: "c" });
  assert.deepEqual(firstDifference(["a", "b"], ["a"]), { index: 1, predicted: "b", actual: undefined });
});

test("why B printed before A: it was woken earlier", () => {
  assert.equal(why(real.get("gather"), "Task B done after 1s", "Task A done after 2s"), "B was woken at 1.000 s, A not before 2.000 s.");
});

test("the order of the arguments does not matter", () => {
  const gather = real.get("gather");
  assert.equal(why(gather, "Task A done after 2s", "Task B done after 1s"), why(gather, "Task B done after 1s", "Task A done after 2s"));
});

test("why one branch starts before another", () => {
  assert.equal(
    why(real.get("gather"), "Task A starting", "Task B starting"),
    "When A printed at 0.000 s, B had not been polled yet: main polls its branches one after the other, and A had its turn first.",
  );
});

test("why a start comes before an end", () => {
  assert.equal(
    why(real.get("gather"), "Task C starting", "Task B done after 1s"),
    "C was ready from its spawn at 0.000 s, B was not woken before 1.000 s.",
  );
});

test("why the results come last", () => {
  assert.equal(
    why(real.get("gather"), "Task A done after 2s", "A result, B result, C result"),
    "main continues when its branches have ended: C, the last of them, ended at 3.000 s.",
  );
});

test("one task prints its lines in order", () => {
  assert.equal(why(real.get("lazy"), "Hello, world!", "awaited: now it has"), "main prints both lines, one after the other.");
  assert.equal(
    why(real.get("blocking-sleep"), "heartbeat 1", "heartbeat 2"),
    "heartbeat prints both lines, this one first; in between it slept until 0.200 s.",
  );
});

test("a blocked loop is named as the reason", () => {
  assert.equal(
    why(real.get("blocking-sleep"), "back again", "heartbeat 3"),
    "heartbeat was due at 0.400 s, but the loop was blocked by main until 1.300 s.",
  );
});

/** A record from events in short: time, task, kind and the rest. */
function made(...short) {
  const events = short.map(([at_ms, task, kind, more], n) => ({ n, at_ms, task, kind, ...more }));
  const tasks = events.filter(({ kind }) => kind === "spawn").map(({ task, name, task_kind, parent }) => ({ id: task, name, kind: task_kind, parent }));
  const log = events.filter(({ kind }) => kind === "log").map(({ n, at_ms, task, text, line }) => ({ n, at_ms, task, text, line }));
  return { events, tasks, log };
}
const spawn = (name, parent = 0, task_kind = "task") => ({ name, parent, task_kind, line: 1 });
const main = [0, 0, "spawn", spawn("main", null, "main")];
const log = (text) => ({ text, line: 2 });
const pending = { ready: false };

test("a task that was spawned and not polled, or not spawned yet", () => {
  const record = made(main, [0, 0, "poll_start"], [0, 0, "log", log("x")], [0, 1, "spawn", spawn("b()")], [0, 0, "log", log("y")],
    [0, 0, "poll_end", pending], [0, 1, "poll_start"], [0, 1, "log", log("z")]);
  assert.equal(why(record, "x", "z"), "When main printed at 0.000 s, b did not exist yet: it was spawned at 0.000 s.");
  assert.equal(why(record, "y", "z"), "When main printed at 0.000 s, b had not been polled yet: it stood on the ready queue.");
});

test("a task that waits for another, and equal deadlines", () => {
  const sleep = { until_ms: 5, line: 3 };
  const record = made(main, [0, 0, "poll_start"], [0, 1, "spawn", spawn("a()")], [0, 2, "spawn", spawn("b()")], [0, 0, "await", { on: 1, line: 4 }],
    [0, 0, "poll_end", pending], [0, 1, "poll_start"], [0, 1, "sleep", sleep], [0, 1, "poll_end", pending],
    [0, 2, "poll_start"], [0, 2, "sleep", sleep], [0, 2, "poll_end", pending],
    [5, 1, "fire", { due_ms: 5 }], [5, 1, "wake", { by: "timer" }], [5, 2, "fire", { due_ms: 5 }], [5, 2, "wake", { by: "timer" }],
    [5, 1, "poll_start"], [5, 1, "log", log("a")], [5, 1, "poll_end", { ready: true }], [5, 1, "complete"], [5, 0, "wake", { by: 1 }],
    [5, 2, "poll_start"], [5, 2, "log", log("b")], [5, 2, "poll_end", pending],
    [6, 0, "poll_start"], [6, 0, "log", log("main")]);
  assert.equal(why(record, "a", "main"), "main waited for a, which ended at 0.005 s; a had printed at 0.005 s.");
  assert.equal(why(record, "a", "b"), "Both were ready at 0.005 s, and a had its turn first: equal deadlines fire in the order in which they were set.");
});

test("there is a reason for any two lines of any run", () => {
  for (const record of [...real.values(), ...runs]) {
    for (let i = 0; i + 1 < record.log.length; i++) {
      for (const other of [i + 1, record.log.length - 1]) {
        if (other === i) continue;
        const reason = whyBefore(record, record.log[i], record.log[other]);
        assert.match(reason, /^\S.*\.$/s);
        assert.doesNotMatch(reason, /undefined|null|NaN/);
      }
    }
  }
});

test("gather in sentences", () => {
  const all = sentences(real.get("gather"));
  assert.deepEqual(all.slice(0, 7), [
    "0.000 s: main starts, makes A a branch in line 13, makes B a branch in line 13 and makes C a branch in line 13.",
    "0.000 s: A is polled, prints “Task A starting” in line 6 and sleeps until 2.000 s in line 7.",
    "0.000 s: B is polled, prints “Task B starting” in line 6 and sleeps until 1.000 s in line 7.",
    "0.000 s: C is polled, prints “Task C starting” in line 6 and sleeps until 3.000 s in line 7.",
    "0.000 s: main waits for A, B and C in line 13.",
    "1.000 s: B is due: its timer for 1.000 s fires.",
    "1.000 s: main is woken by a timer and is polled.",
  ]);
  assert.equal(all.at(-1), "3.000 s: main prints “A result, B result, C result” in line 18 and completes.");
});

test("a timer that is taken back is told", () => {
  const record = made(main, [0, 0, "poll_start"], [0, 0, "sleep", { until_ms: 5, line: 3 }], [0, 0, "cancel", { due_ms: 5 }],
    [0, 0, "poll_end", pending]);
  const told = ["0.000 s: main starts, takes back its timer for 0.005 s and waits for a channel or the browser."];
  assert.deepEqual(sentences(record), told);
});

test("the sentences tell every line that was printed, in order", () => {
  for (const record of [...real.values(), ...runs]) {
    const told = sentences(record).join("\n");
    let at = -1;
    for (const { text } of record.log) {
      at = told.indexOf(`prints “${text}”`, at + 1);
      assert.notEqual(at, -1, text);
    }
    assert.doesNotMatch(told, /undefined|null|NaN/);
  }
});

test("the sentences tell every end, every late timer and what blocked", () => {
  const told = sentences(real.get("blocking-sleep")).join("\n");
  assert.match(told, /1\.300 s: main has blocked the thread for 1\.000 s in line 17, prints “back again”/);
  assert.match(told, /its timer for 0\.400 s fires, 0\.900 s late/);
  assert.match(told, /heartbeat is aborted/);
});

test("the table has a row for every event", () => {
  for (const record of [...real.values(), ...runs]) {
    const table = rows(record);
    assert.deepEqual(table.map(({ n, at_ms }) => [n, at_ms]), record.events.map(({ n, at_ms }) => [n, at_ms]));
    for (const { what, task } of table) assert.doesNotMatch(`${task} ${what}`, /undefined|null|NaN/);
  }
  assert.deepEqual(rows(real.get("gather"))[7], { n: 7, at_ms: 0, time: "0.000 s", task: "A", what: "sleeps until 2.000 s", line: 7 });
  assert.equal(rows(real.get("gather"))[8].line, null);
});

test("a run in one sentence", () => {
  const gather = real.get("gather");
  assert.equal(describe(gather), "gather ran for 3.000 s on the simulated clock; it had 4 lanes and printed 7 lines, and its waits add up to 6.000 s.");
  assert.equal(
    describe({ ...gather, clock: "browser", speed: 4, elapsed_ms: 751, outcome: "stopped", hidden_ms: 100, waits_ms: 0, log: gather.log.slice(0, 1) }),
    "gather was stopped after 0.751 s in the browser at speed 4; it had 4 lanes and printed 1 line. The page was hidden for 0.100 s of it, so its times are not to be trusted.",
  );
  assert.match(describe({ ...gather, outcome: "failed", error: "boom" }), /^gather failed after 3\.000 s on the simulated clock \(boom\);/);
});
