// The stretches of each lane's life, which a timeline draws.

/** @import { Interval, Lane, LiveState, RunEvent } from "../types.js" */

import { Fold, hasEnded } from "./replay.js";

/**
 * What each lane did, by lane and in the order of time. Scheduled, busy and idle
 * stretches follow one another without a gap from the lane's spawn to its end, or to
 * the last event of the record. Each poll is a busy stretch of its own, however
 * short; scheduled and idle stretches without length are left out. Blocked stretches
 * lie inside the busy one that they belong to, which stays whole, and follow it.
 * @param {{ events: readonly RunEvent[] }} record
 * @returns {Interval[][]}
 */
export function intervals(record) {
  /** @type {Interval[][]} */
  const lanes = [];
  /** @type {Interval[][]} */
  const blocked = [];
  const fold = new Fold();

  /**
   * @param {Lane} lane
   * @param {number} to_ms
   */
  const close = (lane, to_ms) => {
    const { state, since_ms: from_ms, since_n: n, line, waitsOn } = lane;
    if (state === "busy" || to_ms > from_ms) {
      /** @type {Interval} */
      const interval = { state: /** @type {LiveState} */ (state), from_ms, to_ms, n, line };
      if (waitsOn) interval.waitsOn = waitsOn;
      if (waitsOn?.kind === "timer") interval.until_ms = waitsOn.until_ms;
      lanes[lane.id].push(interval);
    }
    lanes[lane.id].push(...blocked[lane.id].splice(0));
  };

  fold.left = (lane, event) => close(lane, event.at_ms);
  for (const event of record.events) {
    if (event.kind === "spawn") {
      lanes[event.task] = [];
      blocked[event.task] = [];
    } else if (event.kind === "block") {
      const { at_ms, n, line } = event;
      blocked[event.task].push({ state: "blocked", from_ms: at_ms - event.ms, to_ms: at_ms, n, line });
    }
    fold.add(event);
  }
  const end = record.events.at(-1)?.at_ms ?? 0;
  for (const lane of fold.lanes) {
    if (!hasEnded(lane)) close(lane, end);
  }
  return lanes;
}
