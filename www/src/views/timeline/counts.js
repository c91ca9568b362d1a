// How many lanes are in each state over time, and how late timers fired: what is drawn of
// a run of very many lanes. Counted from the lanes' stretches, so that no event is read again.

import { hasEnded } from "../../record/replay.js";
import { firstNot } from "./find.js";

/** @import { LiveState } from "../../types.js" */
/** @import { History } from "./history.js" */

/**
 * @typedef {object} Counts of lanes, by equal parts of the time of a run
 * @property {number[]} ends_ms where each part ends
 * @property {number[]} busy at the end of each part
 * @property {number[]} scheduled
 * @property {number[]} idle
 * @property {boolean[]} polls whether any lane was busy at any time of the part
 */

/**
 * @param {History} history
 * @param {number} parts
 * @returns {Counts}
 */
export function countLanes(history, parts) {
  const end_ms = history.events.at(-1)?.at_ms ?? 0;
  const ends_ms = Array.from({ length: parts }, (_, part) => (end_ms * (part + 1)) / parts);
  /** The part in which a moment lies; one on a border belongs to the later part. */
  const partOf = (/** @type {number} */ ms) => Math.min(firstNot(ends_ms, (end) => end <= ms), parts - 1);

  const steps = () => new Int32Array(parts + 1);
  /** By how much the count of each state changes in each part. */
  const changes = { busy: steps(), scheduled: steps(), idle: steps() };
  const polls = steps();
  /**
   * @param {LiveState} state
   * @param {number} from the part in which it begins
   * @param {number} to the part in which it ends
   */
  const count = (state, from, to) => {
    changes[state][from] += 1;
    changes[state][to] -= 1;
    if (state !== "busy") return;
    polls[from] += 1;
    polls[Math.min(to + 1, parts)] -= 1;
  };
  for (const lane of history.lanes) {
    for (const { state, from_ms, to_ms } of history.closed(lane.id)) {
      if (state !== "blocked") count(state, partOf(from_ms), partOf(to_ms));
    }
    // What goes on lasts through the last part.
    if (!hasEnded(lane)) count(/** @type {LiveState} */ (lane.state), partOf(lane.since_ms), parts);
  }
  const [busy, scheduled, idle] = [changes.busy, changes.scheduled, changes.idle].map(summed);
  return { ends_ms, busy, scheduled, idle, polls: summed(polls).map((count) => count > 0) };
}

/**
 * The sums up to each place, without the last, which stands for the time after the run.
 * @param {Int32Array} changes
 */
function summed(changes) {
  let sum = 0;
  return [...changes.subarray(0, -1)].map((change) => (sum += change));
}

/**
 * @typedef {object} Spread of how late timers fired
 * @property {{ from_ms: number, to_ms: number, count: number }[]} bins of doubling width; a bin holds
 *   what is at least `from_ms` and less than `to_ms`
 * @property {number} median_ms
 * @property {number} p95_ms
 * @property {number} max_ms
 */

/**
 * @param {number[]} late
 * @returns {Spread}
 */
export function spread(late) {
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
