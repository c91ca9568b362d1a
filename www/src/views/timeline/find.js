// What lies under a pointer.

/** @import { Interval, RunEvent } from "../../types.js" */

/**
 * The first index of a sorted list whose item is not before.
 * @template T
 * @param {readonly T[]} list
 * @param {(item: T) => boolean} before
 */
export function firstNot(list, before) {
  let [from, to] = [0, list.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (before(list[middle])) from = middle + 1;
    else to = middle;
  }
  return from;
}

/**
 * How many events have happened at the moment of the event that is nearest to a time:
 * that one and all of the same moment.
 * @param {readonly RunEvent[]} events
 * @param {number} ms
 */
export function nearest(events, ms) {
  if (events.length === 0) return 0;
  const index = firstNot(events, (event) => event.at_ms < ms);
  const [before, after] = [events[index - 1], events[index]];
  const near = !after || (before && ms - before.at_ms <= after.at_ms - ms) ? before : after;
  return firstNot(events, (event) => event.at_ms <= near.at_ms);
}

/**
 * The poll nearest to a time, if one is no farther away than `reach_ms`.
 * @param {readonly Interval[]} stretches
 * @param {number} ms
 * @param {number} reach_ms
 */
export function pollAt(stretches, ms, reach_ms) {
  /** @type {Interval | undefined} */
  let found;
  for (const stretch of stretches) {
    if (stretch.state !== "busy") continue;
    const away = Math.max(stretch.from_ms - ms, ms - stretch.to_ms, 0);
    if (away <= reach_ms) {
      found = stretch;
      // One that contains the time ends the search; of others the nearest counts.
      if (away === 0) break;
      reach_ms = away;
    }
  }
  return found;
}

/**
 * What a lane did at a time: the innermost stretch.
 * @param {readonly Interval[]} stretches
 * @param {number} ms
 */
export function stretchAt(stretches, ms) {
  return stretches.findLast(({ from_ms, to_ms }) => from_ms <= ms && ms <= to_ms);
}

/**
 * The poll that an event belongs to.
 * @param {readonly Interval[]} stretches
 * @param {number} n
 */
export function pollOf(stretches, n) {
  const last = stretches.findLast((stretch) => stretch.n <= n && stretch.state !== "blocked");
  return last?.state === "busy" ? last : undefined;
}
