// A run in the Trace Event Format, which Perfetto and Chrome's own tools open:
// a thread for each lane, a slice for each poll and wait, an arrow for each wake.

import { intervals } from "../record/intervals.js";
import { shortNames } from "../record/names.js";

/** @import { Interval, RunRecord, WaitsOn } from "../types.js" */

/**
 * One event of the format; times are microseconds.
 * @typedef {object} TraceEvent
 * @property {string} name
 * @property {"M" | "X" | "i" | "s" | "f"} ph metadata, complete, instant, flow start, flow finish
 * @property {number} pid
 * @property {number} tid
 * @property {number} ts
 * @property {string} [cat]
 * @property {number} [dur]
 * @property {number} [id] of a flow
 * @property {"e"} [bp] a flow ends at the slice that encloses it
 * @property {"t"} [s] an instant of one thread
 * @property {Record<string, unknown>} [args]
 */

/** The run is one process. */
const pid = 1;

/** Id 0 is the idle thread to readers of the format; `main`'s thread is the process's first. */
const tid = (/** @type {number} */ lane) => lane + 1;

const us = (/** @type {number} */ ms) => ms * 1000;

/**
 * @param {RunRecord} record
 * @returns {{ traceEvents: TraceEvent[], displayTimeUnit: "ms", otherData: Record<string, unknown> }}
 */
export function toChromeTrace(record) {
  const { version, scenario, params, speed, clock, outcome } = record;
  const lanes = intervals(record);
  const traceEvents = [...metadata(record), ...slices(record, lanes), ...instants(record), ...flows(record, lanes)];
  return { traceEvents, displayTimeUnit: "ms", otherData: { version, scenario, params, speed, clock, outcome } };
}

/**
 * @param {RunRecord} record
 * @returns {TraceEvent[]}
 */
function metadata({ scenario, tasks }) {
  const about = (/** @type {string} */ name, /** @type {number} */ lane, /** @type {Record<string, unknown>} */ args) =>
    /** @type {TraceEvent} */ ({ name, cat: "__metadata", ph: "M", pid, tid: tid(lane), ts: 0, args });
  const names = shortNames(tasks);
  return [
    about("process_name", 0, { name: `async playground: ${scenario}` }),
    ...tasks.flatMap(({ id }) => [
      about("thread_name", id, { name: names.get(id) }),
      about("thread_sort_index", id, { sort_index: id }),
    ]),
  ];
}

/**
 * @param {RunRecord} record
 * @param {Interval[][]} lanes
 * @returns {TraceEvent[]}
 */
function slices({ tasks }, lanes) {
  const names = shortNames(tasks);
  return lanes.flatMap((stretches, lane) =>
    stretches.map(({ state, from_ms, to_ms, n, line, waitsOn }) => ({
      name: state === "idle" && waitsOn ? waiting(waitsOn, names) : state === "busy" ? "poll" : state,
      cat: state,
      ph: "X",
      pid,
      tid: tid(lane),
      ts: us(from_ms),
      // Not `us(to_ms - from_ms)`: slices must not overlap by a rounding error.
      dur: Math.max(0, us(to_ms) - us(from_ms)),
      args: { event: n, line },
    })),
  );
}

/**
 * @param {WaitsOn} on
 * @param {Map<number, string>} names
 */
function waiting(on, names) {
  switch (on.kind) {
    case "timer":
      return "sleep";
    case "task":
      return `await ${names.get(on.task)}`;
    case "branches":
      return "await branches";
    case "other":
      return "wait";
  }
}

/**
 * @param {RunRecord} record
 * @returns {TraceEvent[]}
 */
function instants({ log }) {
  return log.map(({ n, at_ms, task, text, line }) => ({
    name: text,
    cat: "log",
    ph: "i",
    pid,
    tid: tid(task),
    ts: us(at_ms),
    s: "t",
    args: { event: n, line },
  }));
}

/**
 * Arrows from the poll in which a lane spawned or woke another to the poll that came
 * of it. What a timer or the browser wakes has no poll to start from.
 * @param {RunRecord} record
 * @param {Interval[][]} lanes
 * @returns {TraceEvent[]}
 */
function flows({ events }, lanes) {
  const polls = lanes.map((stretches) => stretches.filter(({ state }) => state === "busy"));
  return events.flatMap((event) => {
    const by = event.kind === "wake" ? event.by : event.kind === "spawn" ? event.parent : null;
    if (typeof by !== "number") return [];
    const from = before(polls[by] ?? [], event.n);
    const to = polls[event.task][index(polls[event.task], event.n)];
    if (!from || !to) return [];
    const common = { name: event.kind, cat: "cause", pid, id: event.n };
    // A task wakes its joiner just after its last poll; the arrow needs a slice to start from.
    const ts = us(Math.min(event.at_ms, from.to_ms));
    return [
      { ...common, ph: "s", tid: tid(by), ts },
      { ...common, ph: "f", bp: "e", tid: tid(event.task), ts: us(to.from_ms) },
    ];
  });
}

/**
 * How many of a lane's polls began before event `n`.
 * @param {Interval[]} polls
 * @param {number} n
 */
function index(polls, n) {
  let [from, to] = [0, polls.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (polls[middle].n < n) from = middle + 1;
    else to = middle;
  }
  return from;
}

/**
 * @param {Interval[]} polls
 * @param {number} n
 */
function before(polls, n) {
  return polls[index(polls, n) - 1];
}
