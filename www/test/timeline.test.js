import assert from "node:assert/strict";
import { test } from "node:test";

import { lateness } from "../src/record/lateness.js";
import { createReplay } from "../src/record/replay.js";
import { intervals } from "../src/record/intervals.js";
import { shortNames } from "../src/record/names.js";
import { latenessOf } from "../src/views/timeline/crowd.js";
import { countLanes } from "../src/views/timeline/counts.js";
import { drawLane, drawLate, drawLogs } from "../src/views/timeline/lane.js";
import { layOut } from "../src/views/timeline/drawing.js";
import { nearest, pollAt, pollOf, stretchAt } from "../src/views/timeline/find.js";
import { History, historyOf } from "../src/views/timeline/history.js";
import { drawLinks } from "../src/views/timeline/links.js";
import { EDGE, createScale, roundUp, tickLabel, ticks, windowAt, zoom } from "../src/views/timeline/scale.js";
import { Strokes } from "../src/views/timeline/strokes.js";
import { fixtures, randomRun } from "./random-run.js";

const real = await fixtures();
const gather = real.get("gather");
const blocking = real.get("blocking-sleep");

/** @param {any} record */
function namesOf(record) {
  const names = shortNames(record.tasks);
  return (/** @type {number} */ id) => names.get(id) ?? `task ${id}`;
}

/** The strokes of a path along y = 0, as pairs of numbers. */
function strokes(/** @type {string} */ path) {
  return [...path.matchAll(/M(-?[\d.]+) 0H(-?[\d.]+)/g)].map(([, from, to]) => [Number(from), Number(to)]);
}

/** A scale of one pixel for each 10 ms, beginning at `EDGE`. */
const tens = (/** @type {number} */ to_ms) => createScale({ from_ms: 0, to_ms }, to_ms / 10 + 2 * EDGE);

test("a scale leads from time to pixels and back", () => {
  const scale = createScale({ from_ms: 500, to_ms: 2500 }, 1000);
  assert.equal(scale.x(500), EDGE);
  assert.equal(scale.x(2500), 1000 - EDGE);
  for (const ms of [500, 777, 2500]) assert.ok(Math.abs(scale.ms(scale.x(ms)) - ms) < 1e-9);
});

test("ticks are round numbers within the window", () => {
  assert.deepEqual(ticks(0, 3000, 7), { step: 500, values: [0, 500, 1000, 1500, 2000, 2500, 3000] });
  assert.deepEqual(ticks(0, 3000, 3).values, [0, 1000, 2000, 3000]);
  assert.deepEqual(ticks(450, 1210, 4), { step: 200, values: [600, 800, 1000, 1200] });
  assert.deepEqual(ticks(0.1, 0.45, 4), { step: 0.1, values: [0.1, 0.2, 0.3, 0.4] });
});

test("a tick has a unit, and no more digits than its step", () => {
  assert.equal(tickLabel(2000, 1000), "2 s");
  assert.equal(tickLabel(2500, 500), "2.5 s");
  assert.equal(tickLabel(1010, 10), "1.01 s");
  assert.equal(tickLabel(1002, 2), "1002 ms");
  assert.equal(tickLabel(1000.3, 0.1), "1000.3 ms");
});

test("the end of a growing axis is 1, 2 or 5 times a power of ten", () => {
  assert.deepEqual([0.03, 1, 1.1, 2001, 5000, 70000].map(roundUp), [0.05, 1, 2, 5000, 5000, 100000]);
});

test("zooming keeps the time under the pointer where it is, and stays within the run", () => {
  const shown = zoom({ from_ms: 0, to_ms: 1000 }, 2, 250, 1000);
  assert.deepEqual(shown, { from_ms: 125, to_ms: 625 });
  assert.deepEqual(zoom({ from_ms: 0, to_ms: 1000 }, 2, 1000, 1000), { from_ms: 500, to_ms: 1000 });
  assert.equal(zoom({ from_ms: 125, to_ms: 625 }, 0.5, 250, 1000), undefined);
  assert.deepEqual(windowAt(-50, 300, 1000), { from_ms: 0, to_ms: 300 });
  assert.deepEqual(windowAt(900, 300, 1000), { from_ms: 700, to_ms: 1000 });
});

test("lanes stand under their parents, in the order of their spawns", () => {
  assert.deepEqual(new History(gather).read().rows.map(({ lane, depth }) => [lane.id, depth]), [[0, 0], [1, 1], [2, 1], [3, 1]]);
  const spawn = (/** @type {number} */ task, /** @type {number | null} */ parent) => ({ n: task, at_ms: 0, task, kind: "spawn", parent, name: `${task}`, task_kind: parent === null ? "main" : "task", line: 1 });
  const events = /** @type {any} */ ([spawn(0, null), spawn(1, 0), spawn(2, 0), spawn(3, 1), spawn(4, 3)]);
  const rows = new History({ events }).read().rows;
  assert.deepEqual(rows.map(({ lane, depth }) => [lane.id, depth]), [[0, 0], [1, 1], [3, 2], [4, 3], [2, 1]]);
});

test("read piece by piece, a run has the same lanes, stretches and links as read at once", () => {
  for (let seed = 0; seed < 20; seed++) {
    const { record } = randomRun(seed, 150);
    const whole = new History(record).read();
    /** @type {any[]} */
    const events = [];
    const growing = new History({ events });
    for (const event of record.events) {
      events.push(event);
      growing.read();
      // What is asked for meanwhile must not change what comes.
      for (const { lane } of growing.rows) growing.stretches(lane.id, event.at_ms);
    }
    const end = record.events.at(-1).at_ms;
    assert.deepEqual(growing.links, whole.links);
    assert.deepEqual(growing.rows.map(({ lane }) => lane.id), whole.rows.map(({ lane }) => lane.id));
    assert.deepEqual(whole.rows.map(({ lane }) => lane.id).sort((a, b) => a - b).map((id) => growing.stretches(id, end)), intervals(record));
  }
});

test("every poll of a lane is a block where the record says, and at least 3 pixels wide", () => {
  const scale = tens(3000);
  for (const [id, stretches] of intervals(gather).entries()) {
    const expected = stretches.filter(({ state }) => state === "busy").map(({ from_ms }) => EDGE + from_ms / 10);
    const drawn = strokes(drawLane(stretches, scale, namesOf(gather)).busy);
    assert.deepEqual(drawn.map(([from]) => from), expected, `lane ${id}`);
    for (const [from, to] of drawn) assert.equal(to - from, 3);
  }
});

test("waits are bands as long as they lasted, with what they are for", () => {
  const drawn = drawLane(intervals(gather)[2], tens(3000), namesOf(gather));
  assert.deepEqual(strokes(drawn.idle), [[EDGE, EDGE + 100]]);
  assert.deepEqual(drawn.labels.map(({ text }) => text), ["until 1.000 s"]);
  const main = drawLane(intervals(gather)[0], createScale({ from_ms: 0, to_ms: 3000 }, 900), namesOf(gather));
  assert.deepEqual(main.labels.map(({ text }) => text), ["waits for A, B, C", "waits for A, C", "waits for C"]);
});

test("a blocked stretch says how long, and a late timer how late", () => {
  const scale = createScale({ from_ms: 0, to_ms: blocking.elapsed_ms }, 900);
  const history = new History(blocking).read();
  const block = blocking.events.find(({ kind }) => kind === "block");
  assert.deepEqual(history.blocked, [{ from_ms: block.at_ms - block.ms, to_ms: block.at_ms }]);
  const labels = [0, 1].flatMap((id) => drawLane(history.stretches(id, blocking.elapsed_ms), scale, namesOf(blocking)).labels);
  assert.ok(labels.some(({ text }) => text === `blocked ${(block.ms / 1000).toFixed(3)} s`));
  const late = blocking.events.filter((event) => event.kind === "fire" && event.at_ms > event.due_ms);
  assert.equal(late.length, 1);
  const [{ at_ms, due_ms }] = late;
  assert.ok(labels.some(({ text }) => text.endsWith(`, ${((at_ms - due_ms) / 1000).toFixed(3)} s late`)));
  assert.equal(drawLate(history.fired[1], scale), `M${scale.x(due_ms).toFixed(1)}-3v6m0-3H${scale.x(at_ms).toFixed(1)}`);
});

test("a task that was aborted carries its mark where that happened", () => {
  const abort = blocking.events.find(({ kind }) => kind === "abort");
  assert.deepEqual([...new History(blocking).read().broken], [[abort.task, { kind: "abort", at_ms: abort.at_ms }]]);
});

test("log lines are dots, one for each column of pixels", () => {
  const scale = tens(3000);
  assert.equal(drawLogs([0, 1, 2, 1000], scale), `M${EDGE} 0h0M${EDGE + 100} 0h0`);
});

test("strokes without room for both are one, others keep a gap", () => {
  const near = new Strokes(3, 1);
  near.add(10, 10);
  near.add(12, 12);
  near.add(20, 40);
  near.add(40, 50);
  assert.deepEqual(strokes(`${near}`), [[10, 15], [20, 39], [40, 50]]);
});

test("however many polls there are, a lane has no more blocks than columns", () => {
  const polls = /** @type {any[]} */ (Array.from({ length: 10_000 }, (_, n) => ({ state: "busy", from_ms: n, to_ms: n + 0.5, n, line: 1 })));
  const drawn = strokes(drawLane(polls, createScale({ from_ms: 0, to_ms: 10_000 }, 400), String).busy);
  assert.ok(drawn.length <= 400);
  // Zoomed in, each is a block of its own again.
  const zoomed = strokes(drawLane(polls, createScale({ from_ms: 100, to_ms: 120 }, 400), String).busy);
  assert.equal(zoomed.length, polls.filter(({ from_ms, to_ms }) => to_ms >= 100 && from_ms <= 120).length);
});

test("the nearest event is found, and with it all of its moment", () => {
  const at = (/** @type {number} */ ms) => nearest(gather.events, ms);
  const until = (/** @type {number} */ ms) => gather.events.filter((/** @type {any} */ { at_ms }) => at_ms <= ms).length;
  assert.deepEqual([-5, 0, 499, 501, 1000, 9999].map(at), [0, 0, 0, 1000, 1000, 3000].map(until));
  assert.equal(nearest([], 5), 0);
});

test("a poll is found by a time near it, and by any of its events", () => {
  const stretches = intervals(gather)[2];
  const second = gather.events.find((/** @type {any} */ { task, kind, at_ms }) => task === 2 && kind === "poll_start" && at_ms === 1000);
  assert.equal(pollAt(stretches, 1008, 10)?.n, second.n);
  assert.equal(pollAt(stretches, 992, 10)?.n, second.n);
  assert.equal(pollAt(stretches, 1011, 10), undefined);
  const printed = gather.events.find((/** @type {any} */ { task, kind, at_ms }) => task === 2 && kind === "log" && at_ms === 1000);
  assert.equal(pollOf(stretches, printed.n)?.n, second.n);
  assert.equal(stretchAt(stretches, 500)?.state, "idle");
});

test("links lead from who spawned, woke or was awaited, to whom", () => {
  const { links } = new History(gather).read();
  assert.deepEqual(links, [1, 2, 3].map((to) => ({ kind: "spawn", at_ms: 0, from: 0, to })));
  const woken = new History(blocking).read().links.find(({ kind }) => kind === "wake");
  assert.deepEqual([woken?.from, woken?.to], [0, 1]);
  const event = (/** @type {number} */ n, /** @type {number} */ task, /** @type {any} */ rest) => ({ n, at_ms: n * 10, task, ...rest });
  const joined = [
    event(0, 0, { kind: "spawn", parent: null, name: "main", task_kind: "main", line: 1 }),
    event(1, 0, { kind: "poll_start" }),
    event(2, 1, { kind: "spawn", parent: 0, name: "a()", task_kind: "task", line: 2 }),
    event(3, 0, { kind: "await", on: 1, line: 3 }),
    event(4, 0, { kind: "poll_end", ready: false }),
    event(5, 1, { kind: "poll_start" }),
    event(6, 1, { kind: "poll_end", ready: true }),
    event(7, 1, { kind: "complete" }),
    event(8, 0, { kind: "wake", by: 1 }),
  ];
  const run = new History(/** @type {any} */ ({ events: joined })).read();
  assert.deepEqual(run.links.map(({ kind, from, to }) => [kind, from, to]), [["spawn", 0, 1], ["join", 1, 0]]);
  const paths = drawLinks(run.links, tens(100), (id) => 16 + 32 * id);
  assert.match(paths.spawn, /^M9 26V38/);
  assert.match(paths.join, /^M15 38V26/);
});

test("an axis ends with the run, or with what is expected of one that goes on", () => {
  const laidOut = (/** @type {any} */ more) => layOut({ record: { ...gather, ...more }, history: historyOf(gather), names: namesOf(gather), width: 600, ...more });
  assert.equal(laidOut({}).end, 3000);
  assert.equal(laidOut({ end_ms: 6000 }).end, 6000);
  assert.equal(laidOut({ outcome: "running", now_ms: 3100 }).end, 5000);
  assert.equal(laidOut({ outcome: "running", now_ms: 3100, end_ms: 4000 }).end, 4000);
  assert.equal(laidOut({ elapsed_ms: 0 }).end, 1);
  // A window of a longer run is brought within this one.
  const { from_ms, to_ms } = laidOut({ window: { from_ms: 5000, to_ms: 6000 } }).scale;
  assert.deepEqual([from_ms, to_ms], [2000, 3000]);
});

test("lanes are counted as the states say, at the end of each part of the run, and polls within it", () => {
  for (const record of [...real.values(), ...Array.from({ length: 30 }, (_, seed) => randomRun(seed).record)]) {
    const parts = 7;
    const counts = countLanes(historyOf(record), parts);
    assert.equal(counts.ends_ms.length, parts);
    const replay = createReplay(record);
    const at = (n, state) => replay.at(n).lanes.filter((lane) => lane.state === state).length;
    let n = 0;
    counts.ends_ms.forEach((end, part) => {
      const last = part === parts - 1;
      let most = at(n, "busy");
      while (n < replay.length && (last || record.events[n].at_ms < end)) {
        n += 1;
        most = Math.max(most, at(n, "busy"));
      }
      for (const state of ["busy", "scheduled", "idle"]) {
        assert.equal(counts[state][part], at(n, state), `${state} at the end of part ${part}`);
      }
      assert.equal(counts.polls[part], most > 0, `polls in part ${part}`);
    });
  }
});

test("how late timers were is spread over bins, with the figures of the whole", () => {
  for (const { record } of Array.from({ length: 30 }, (_, seed) => randomRun(seed))) {
    const late = lateness(record).map(({ late_ms }) => late_ms);
    const { bins, max_ms, median_ms } = latenessOf(record);
    assert.equal(bins.reduce((sum, { count }) => sum + count, 0), late.length);
    for (const { from_ms, to_ms, count } of bins) {
      assert.equal(late.filter((ms) => ms >= from_ms && ms < to_ms).length, count);
    }
    assert.equal(max_ms, Math.max(0, ...late));
    assert.ok(late.length === 0 || late.filter((ms) => ms <= median_ms).length >= late.length / 2);
  }
});
