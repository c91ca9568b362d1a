// A run of very many lanes: how many are busy, scheduled and idle over time.

/** @import { Aggregate, Counts, LiveState, RunEvent } from "../types.js" */

import { lateness } from "./lateness.js";
import { Fold } from "./replay.js";

/**
 * Counts lanes by state over time, and timers by how late they fired.
 * @param {{ events: readonly RunEvent[] }} record
 * @param {number} buckets into how many equal parts the time of the run is divided
 * @returns {Aggregate}
 */
export function aggregate(record, buckets) {
  const end = record.events.at(-1)?.at_ms ?? 0;
  const ends_ms = Array.from({ length: buckets }, (_, bucket) => (end * (bucket + 1)) / buckets);

  /** @returns {Counts} */
  const counts = () => ({ max: Array(buckets).fill(0), end: Array(buckets).fill(0) });
  /** @type {Record<LiveState, Counts>} */
  const over = { busy: counts(), scheduled: counts(), idle: counts() };
  const now = { busy: 0, scheduled: 0, idle: 0 };
  const states = /** @type {LiveState[]} */ (Object.keys(now));

  const fold = new Fold();
  /** @type {Map<number, string>} */
  const entered = new Map();
  fold.left = (lane) => entered.set(lane.id, lane.state);
  let bucket = 0;
  const see = () => {
    for (const state of states) {
      over[state].max[bucket] = Math.max(over[state].max[bucket], now[state]);
      over[state].end[bucket] = now[state];
    }
  };
  for (const event of record.events) {
    // An event on the border of two buckets belongs to the later one.
    while (bucket < buckets - 1 && event.at_ms >= ends_ms[bucket]) {
      see();
      bucket += 1;
      see();
    }
    fold.add(event);
    if (event.kind === "spawn") now.scheduled += 1;
    for (const [id, before] of entered) {
      const after = fold.lanes[id].state;
      if (before in now) now[/** @type {LiveState} */ (before)] -= 1;
      if (after in now) now[/** @type {LiveState} */ (after)] += 1;
    }
    entered.clear();
    see();
  }
  while (bucket < buckets - 1) {
    bucket += 1;
    see();
  }
  return { ends_ms, ...over, lateness: distribution(lateness(record).map((timer) => timer.late_ms)) };
}

/**
 * @param {number[]} late
 * @returns {Aggregate["lateness"]}
 */
function distribution(late) {
  const sorted = late.sort((a, b) => a - b);
  // The nearest-rank percentile: a value that was measured.
  const percentile = (/** @type {number} */ part) => sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? 0;
  const bins = [{ from_ms: 0, to_ms: 1, count: 0 }];
  for (const late_ms of sorted) {
    while (late_ms >= bins[bins.length - 1].to_ms) {
      const from_ms = bins[bins.length - 1].to_ms;
      bins.push({ from_ms, to_ms: 2 * from_ms, count: 0 });
    }
    bins[bins.length - 1].count += 1;
  }
  return { bins, median_ms: percentile(0.5), p95_ms: percentile(0.95), max_ms: percentile(1) };
}
