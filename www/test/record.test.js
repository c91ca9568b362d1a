import assert from "node:assert/strict";
import { test } from "node:test";

import { clockAccount } from "../src/record/clock-account.js";
import { Fold, createReplay, fold } from "../src/record/replay.js";
import { intervals } from "../src/record/intervals.js";
import { lateness } from "../src/record/lateness.js";
import { shortName, shortNames } from "../src/record/names.js";
import { fixtures, random, randomRun } from "./random-run.js";

const real = await fixtures();
const runs = Array.from({ length: 30 }, (_, seed) => randomRun(seed));
const records = [...real.values(), ...runs.map(({ record }) => record)];

const close = (a, b, what) => assert.ok(Math.abs(a - b) < 1e-6, `${what}: ${a} is not ${b}`);

test("there are real records to test with", () => {
  assert.deepEqual([...real.keys()].sort(), ["blocking-sleep", "gather", "lazy"]);
});

test("the state at n is the fold of the events before it, forwards, backwards and in any order", () => {
  for (const record of records) {
    const length = record.events.length;
    const expected = Array.from({ length: length + 1 }, (_, n) => fold(record.events, n));
    const replay = createReplay(record);
    assert.equal(replay.length, length);
    for (let n = 0; n <= length; n++) assert.deepEqual(replay.at(n), expected[n]);
    for (let n = length; n >= 0; n--) assert.deepEqual(replay.at(n), expected[n]);
    const next = random(length);
    for (let i = 0; i < 100; i++) {
      const n = Math.floor(next() * (length + 1));
      assert.deepEqual(replay.at(n), expected[n]);
    }
  }
});

test("the same holds across checkpoints", () => {
  const { record } = randomRun(1, 5000, { maxLanes: 200 });
  const replay = createReplay(record);
  const next = random(7);
  for (let i = 0; i < 150; i++) {
    const n = Math.floor(next() * (record.events.length + 1));
    assert.deepEqual(replay.at(n), fold(record.events, n));
  }
});

test("no step of a run looks at more than a part of it, however many branches and waits there are at once", () => {
  const at = (task, kind, more) => ({ at_ms: 0, task, kind, ...more });
  const spawn = (task, parent, task_kind) => at(task, "spawn", { name: "f()", parent, task_kind, line: 1 });
  const many = (length, make) => Array.from({ length }, (_, index) => make(index)).flat();
  const pending = { ready: false };
  const start = [spawn(0, null, "main"), at(0, "poll_start")];
  const runs = {
    branches: [...start, ...many(400, (index) => spawn(index + 1, 0, "branch")),
      ...many(800, () => [at(0, "poll_end", pending), at(0, "wake", { by: "js" }), at(0, "poll_start")])],
    waits: [...start, ...many(600, (index) => at(0, "sleep", { until_ms: index + 1, line: 1 }))],
    lanes: [...start, ...many(9000, (index) => spawn(index + 1, 0, "task"))],
  };
  /** How many lanes and waits are looked at while `act` runs. */
  const looked = (act) => {
    let sum = 0;
    const add = Fold.prototype.add;
    Fold.prototype.add = function (event) {
      const before = this.touched;
      add.call(this, event);
      sum += this.touched - before;
    };
    try {
      act();
    } finally {
      Fold.prototype.add = add;
    }
    return sum;
  };
  for (const [name, short] of Object.entries(runs)) {
    const events = short.map((event, n) => ({ ...event, n }));
    const replay = createReplay({ events });
    const next = random(3);
    const steps = Array.from({ length: 15 }, () => looked(() => replay.at(Math.floor(next() * replay.length))));
    // Between two checkpoints lie 1,500 and as many as there are lanes; one event more may look at all branches.
    const most = 1500 + 9001 + 2 * 401;
    assert.ok(Math.max(...steps) <= most, `${name}: ${Math.max(...steps)} in one step`);
    assert.ok(looked(() => fold(events, events.length)) > Math.max(...steps), `${name} has more than one part`);
  }
});

test("a state is what the executor knew after those events", () => {
  for (const { record, books } of runs) {
    const replay = createReplay(record);
    for (let n = 1; n <= replay.length; n++) {
      const { ready, running, timers, lanes, logged, at_ms, event } = replay.at(n);
      const known = {
        ready,
        running,
        timers,
        states: lanes.map(({ state }) => state),
        since: lanes.map(({ since_ms }) => since_ms),
        polls: lanes.map(({ polls }) => polls),
        lines: lanes.map(({ line }) => line),
        logged,
      };
      assert.deepEqual(known, books[n], `${record.params.seed} at ${n}`);
      assert.equal(event, record.events[n - 1]);
      assert.equal(at_ms, event.at_ms);
    }
  }
});

test("a state that was given out never changes", () => {
  const { record } = runs[3];
  const replay = createReplay(record);
  const kept = replay.at(150);
  const copy = structuredClone(kept);
  for (let n = 0; n <= replay.length; n++) replay.at(n);
  assert.deepEqual(kept, copy);
});

test("a record that grows has the states of the whole one", () => {
  for (const record of records) {
    const replay = createReplay({ events: [] });
    assert.equal(replay.at(0).event, null);
    const next = random(3);
    for (let from = 0; from < record.events.length; ) {
      const to = from + 1 + Math.floor(next() * 40);
      replay.append(record.events.slice(from, to));
      assert.deepEqual(replay.at(replay.length), fold(record.events, replay.length));
      from = to;
    }
    assert.deepEqual(replay.at(replay.length), createReplay(record).at(record.events.length));
  }
});

test("there is no state outside the record", () => {
  const replay = createReplay(real.get("lazy"));
  for (const n of [-1, 10, 1.5, NaN]) assert.throws(() => replay.at(n), /there is no state after .+: this run has 9/);
});

test("gather waits for its branches, and each branch for its timer", () => {
  const replay = createReplay(real.get("gather"));
  const { lanes, timers, ready, running } = replay.at(18);
  assert.deepEqual(lanes.map(({ state }) => state), ["idle", "idle", "idle", "idle"]);
  assert.deepEqual(lanes[0].waitsOn, { kind: "branches", branches: [1, 2, 3] });
  assert.deepEqual(lanes[1].waitsOn, { kind: "timer", until_ms: 2000 });
  assert.deepEqual(lanes.map(({ line }) => line), [13, 7, 7, 7]);
  assert.deepEqual(timers.map(({ task }) => task), [2, 1, 3]);
  assert.deepEqual([ready, running], [[], []]);
  const inside = replay.at(22);
  assert.deepEqual(inside.running, [0, 2]);
  assert.deepEqual(inside.lanes.map(({ state }) => state), ["busy", "scheduled", "busy", "scheduled"]);
  assert.equal(inside.lanes[0].woken_by, "timer");
});

test("a timer that was taken back is no timer, and the earliest of several is waited for", () => {
  const at = (at_ms, kind, more) => ({ at_ms, task: 0, kind, ...more });
  const sleep = (until_ms) => at(0, "sleep", { until_ms, line: 2 });
  const events = [
    at(0, "spawn", { parent: null, name: "main", task_kind: "main", line: 1 }),
    at(0, "poll_start"),
    sleep(10),
    sleep(20),
    sleep(20),
    at(0, "poll_end", { ready: false }),
    at(10, "fire", { due_ms: 10 }),
    at(10, "wake", { by: "timer" }),
    at(10, "poll_start"),
    at(10, "cancel", { due_ms: 20 }),
    at(10, "poll_end", { ready: false }),
    at(20, "fire", { due_ms: 20 }),
  ].map((event, n) => ({ n, ...event }));
  const replay = createReplay({ events });
  const timers = (n) => replay.at(n).timers.map(({ until_ms }) => until_ms);
  assert.deepEqual([timers(6), timers(9), timers(10), timers(12)], [[10, 20, 20], [20, 20], [20], []]);
  assert.deepEqual(replay.at(6).lanes[0].waitsOn, { kind: "timer", until_ms: 10 });
  assert.deepEqual(replay.at(11).lanes[0].waitsOn, { kind: "timer", until_ms: 20 });
  const late = lateness({ events: events.toSpliced(2, 1, { ...events[2], until_ms: 20 }).toSpliced(6, 1) });
  assert.deepEqual(late.map(({ asked_ms, late_ms }) => [asked_ms, late_ms]), [[0, 0]]);
});

test("an idle lane waits for a task until that has ended, then for what is not recorded", () => {
  const at = (n, task, kind, more) => ({ n, at_ms: n, task, kind, ...more });
  const events = [
    at(0, 0, "spawn", { parent: null, name: "main", task_kind: "main", line: 1 }),
    at(1, 0, "poll_start"),
    at(2, 1, "spawn", { parent: 0, name: "a()", task_kind: "task", line: 2 }),
    at(3, 0, "await", { on: 1, line: 3 }),
    at(4, 0, "poll_end", { ready: false }),
    at(5, 1, "poll_start"),
    at(6, 1, "poll_end", { ready: true }),
    at(7, 1, "complete"),
    at(8, 0, "wake", { by: 1 }),
    at(9, 0, "poll_start"),
    at(10, 0, "poll_end", { ready: false }),
  ];
  const replay = createReplay({ events });
  assert.deepEqual(replay.at(5).lanes[0].waitsOn, { kind: "task", task: 1 });
  assert.equal(replay.at(9).lanes[0].waitsOn, null);
  assert.deepEqual(replay.at(11).lanes[0].waitsOn, { kind: "other" });
});

test("intervals fill each lane's life, and blocked ones lie inside a busy one", () => {
  for (const record of records) {
    const lanes = intervals(record);
    const end = record.events.at(-1).at_ms;
    for (const { id, spawned_ms, ended_ms, polls } of record.tasks) {
      const life = lanes[id].filter(({ state }) => state !== "blocked");
      let at = spawned_ms;
      for (const { from_ms, to_ms } of life) {
        close(from_ms, at, "a gap");
        at = to_ms;
      }
      if (life.length) close(at, ended_ms ?? end, "the end");
      assert.equal(life.filter(({ state }) => state === "busy").length, polls);
      for (const { from_ms, to_ms, n } of lanes[id].filter(({ state }) => state === "blocked")) {
        assert.equal(record.events[n].kind, "block");
        close(to_ms - from_ms, record.events[n].ms, "the length");
        const around = life.filter((busy) => busy.state === "busy" && busy.from_ms <= from_ms + 1e-6 && busy.to_ms >= to_ms - 1e-6);
        assert.ok(around.length > 0, `lane ${id} is blocked outside of its polls`);
      }
    }
  }
});

test("the intervals of a real run add up to the times in its tasks", () => {
  for (const [name, record] of real) {
    intervals(record).forEach((lane, id) => {
      for (const state of ["busy", "scheduled", "idle"]) {
        const sum = lane.filter((interval) => interval.state === state).reduce((sum, { from_ms, to_ms }) => sum + to_ms - from_ms, 0);
        close(sum, record.tasks[id][`${state}_ms`], `${name}, ${state} of ${id}`);
      }
    });
  }
});

test("an idle interval says until when, and which event began it", () => {
  const [, , b] = intervals(real.get("gather"));
  const idle = b.find(({ state }) => state === "idle");
  assert.deepEqual(idle, { state: "idle", from_ms: 0, to_ms: 1000, n: 12, line: 7, waitsOn: { kind: "timer", until_ms: 1000 }, until_ms: 1000 });
});

test("lateness pairs each deadline with its sleep", () => {
  const late = lateness(real.get("blocking-sleep"));
  assert.deepEqual(late.find(({ n }) => n === 23), { task: 1, n: 23, asked_ms: 200, due_ms: 400, fired_ms: 1300, late_ms: 900 });
  assert.equal(late.filter(({ late_ms }) => late_ms > 0).length, 1);
  for (const { record } of runs) {
    const fires = record.events.filter(({ kind }) => kind === "fire");
    const all = lateness(record);
    assert.deepEqual(all.map(({ n }) => n), fires.map(({ n }) => n));
    for (const { asked_ms, due_ms, late_ms } of all) assert.ok(asked_ms < due_ms && late_ms >= 0);
  }
});

test("short names are short and unique", () => {
  const lane = (id, name, kind = "task") => ({ id, name, kind });
  const all = [
    lane(0, "main", "main"),
    lane(1, 'do_task("A", a)'),
    lane(2, 'do_task("A", b)'),
    lane(3, "heartbeat()"),
    lane(4, "async block"),
    lane(5, 'greet("a", "b")'),
    lane(6, "main()"),
    lane(7, 'do_task("A 2", a)'),
    lane(8, "kitchen::cook::<Pizza>(5)"),
    lane(9, 'say("")'),
    lane(10, "async block"),
  ];
  const names = all.map((one) => shortName(one, all));
  assert.deepEqual(names, ["main", "A", "A 2", "heartbeat", "async block", "greet", "main 2", "A 2 2", "cook", "say", "async block 2"]);
  for (const { tasks } of records) assert.equal(new Set(shortNames(tasks).values()).size, tasks.length);
});

test("a list of lanes that grows gets its new names", () => {
  const all = [{ id: 0, name: "main", kind: "main" }];
  assert.equal(shortName(all[0], all), "main");
  all.push({ id: 1, name: "f()", kind: "task" });
  assert.equal(shortName(all[1], all), "f");
});

/** `gather` as a browser might run it: every poll takes time, and timers fire late. */
function measured({ late = 1.5, poll = 0.1, extra = 0 } = {}) {
  const simulated = real.get("gather");
  let shift = 0;
  const events = simulated.events.map((event) => {
    if (event.kind === "fire") shift += late;
    if (event.kind === "poll_end" && event.task === 0) shift += poll;
    return { ...event, at_ms: event.at_ms + shift };
  });
  const last = events.at(-1).at_ms;
  return { ...simulated, clock: "browser", events, elapsed_ms: last + extra };
}

test("the account of the clock adds up to the difference", () => {
  for (const record of records) {
    for (const other of records.slice(0, 6)) {
      const { difference_ms, late_ms, blocked_ms, polls_ms, other_ms } = clockAccount(record, other);
      close(late_ms + blocked_ms + polls_ms + other_ms, difference_ms, "the sum");
      close(difference_ms, record.elapsed_ms - other.elapsed_ms, "the difference");
    }
    const same = clockAccount(record, record);
    for (const ms of Object.values(same)) close(ms, 0, "against itself");
  }
});

test("what is late or polled beside the critical path costs nothing", () => {
  // Deadlines count from the first poll: C's alone decides, and its lateness is one of three.
  const simulated = real.get("gather");
  const run = measured({ extra: 0.25 });
  // The deadlines are where they were, so each timer is later than the one before; only C's is on the path.
  const account = clockAccount(run, simulated);
  const c = lateness(run).at(-1);
  close(account.late_ms, c.late_ms, "late");
  close(account.blocked_ms, 0, "blocked");
  close(account.polls_ms, run.events.at(-1).at_ms - run.events.findLast(({ kind, task }) => kind === "poll_start" && task === 0).at_ms, "polls");
  close(account.other_ms, 0.25, "other");
});

test("a loop that blocks longer than asked is blocked, not late", () => {
  const simulated = real.get("blocking-sleep");
  const events = simulated.events.map((event) => {
    const after = event.n >= 19 ? 40 : 0;
    const until_ms = event.n >= 19 && event.kind === "sleep" ? { until_ms: event.until_ms + 40 } : {};
    const due_ms = event.n >= 26 && event.kind === "fire" ? { due_ms: event.due_ms + 40 } : {};
    const ms = event.kind === "block" ? { ms: event.ms + 40 } : {};
    return { ...event, at_ms: event.at_ms + after, ...until_ms, ...due_ms, ...ms };
  });
  const run = { ...simulated, events, elapsed_ms: simulated.elapsed_ms + 40 };
  const account = clockAccount(run, simulated);
  close(account.blocked_ms, 40, "blocked");
  close(account.late_ms, 0, "late");
  close(account.other_ms, 0, "other");
});

/** A run in which `main` joins a task that sleeps from 0 to 10 ms, while a third blocks from 5 to `until`. */
function joined(until, after) {
  const spawned = (name, parent, task_kind, line) => ({ name, parent, task_kind, line });
  const short = [
    [0, 0, "spawn", spawned("main", null, "main", 1)],
    [0, 0, "poll_start"],
    [0, 1, "spawn", spawned("nap()", 0, "task", 2)],
    [0, 2, "spawn", spawned("hog()", 0, "task", 3)],
    [0, 0, "await", { on: 1, line: 4 }],
    [0, 0, "poll_end", { ready: false }],
    [0, 1, "poll_start"],
    [0, 1, "sleep", { until_ms: 10, line: 5 }],
    [0, 1, "poll_end", { ready: false }],
    [0, 2, "poll_start"],
    [0, 2, "sleep", { until_ms: 5, line: 6 }],
    [0, 2, "poll_end", { ready: false }],
    [5, 2, "fire", { due_ms: 5 }],
    [5, 2, "wake", { by: "timer" }],
    [5, 2, "poll_start"],
    [until, 2, "block", { ms: until - 5, line: 7 }],
    [until, 2, "poll_end", { ready: true }],
    [until, 2, "complete"],
    [after, 1, "fire", { due_ms: 10 }],
    [after, 1, "wake", { by: "timer" }],
    [after, 1, "poll_start"],
    [after, 1, "poll_end", { ready: true }],
    [after, 1, "complete"],
    [after, 0, "wake", { by: 1 }],
    [after, 0, "poll_start"],
    [after, 0, "poll_end", { ready: true }],
    [after, 0, "complete"],
  ];
  return { elapsed_ms: after, events: short.map(([at_ms, task, kind, more], n) => ({ n, at_ms, task, kind, ...more })) };
}

test("the path goes through the task that is awaited, and what a block made late is blocked", () => {
  // Due at 10, the loop was blocked until 14, and the timer fired at 17.
  const account = clockAccount(joined(14, 17), joined(8, 10));
  close(account.difference_ms, 7, "the difference");
  close(account.blocked_ms, 4, "blocked");
  close(account.late_ms, 3, "late");
  close(account.polls_ms, 0, "polls");
  close(account.other_ms, 0, "other");
});

test("no lane of a long record makes a state slow to find", () => {
  // A ratio, not a time: a state costs no more than a small part of folding the whole record.
  const { record } = randomRun(5, 20_000, { maxLanes: 2000 });
  const replay = createReplay(record);
  const time = (act) => {
    const begin = performance.now();
    act();
    return performance.now() - begin;
  };
  fold(record.events, replay.length);
  const whole = Math.min(...[1, 2, 3].map(() => time(() => fold(record.events, replay.length))));
  const next = random(11);
  const times = Array.from({ length: 101 }, () => time(() => replay.at(Math.floor(next() * replay.length))));
  const median = times.sort((a, b) => a - b)[50];
  assert.ok(median < whole / 5, `${median} ms against ${whole} ms`);
});
