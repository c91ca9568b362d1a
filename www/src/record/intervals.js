// The stretches of each lane's life, which a timeline draws.

/** @import { Interval, Lane, LiveState, RunEvent } from "../types.js" */

import { Fold, hasEnded } from "./replay.js";

/** What each lane has done so far, while events are added. */
export class Intervals {
  #fold = new Fold();
  /** Blocked stretches of the poll that goes on, by lane. @type {Interval[][]} */
  #blocked = [];

  constructor() {
    this.#fold.left = (lane, event) => {
      const ended = this.#until(lane, event.at_ms);
      if (ended) this.closed[lane.id].push(ended);
      this.closed[lane.id].push(...this.#blocked[lane.id].splice(0));
    };
    /** The stretches that have ended, by lane and in the order of time. @type {Interval[][]} */
    this.closed = [];
  }

  /** All lanes spawned so far, by id. */
  get lanes() {
    return this.#fold.lanes;
  }

  /** @param {RunEvent} event */
  add(event) {
    if (event.kind === "spawn") {
      this.closed[event.task] = [];
      this.#blocked[event.task] = [];
    } else if (event.kind === "block") {
      const { at_ms, n, line } = event;
      this.#blocked[event.task].push({ state: "blocked", from_ms: at_ms - event.ms, to_ms: at_ms, n, line });
    }
    this.#fold.add(event);
  }

  /**
   * What a lane is doing at `now_ms`: nothing, if it has ended.
   * @param {number} id
   * @param {number} now_ms
   * @returns {Interval[]}
   */
  open(id, now_ms) {
    const lane = this.lanes[id];
    if (hasEnded(lane)) return [];
    const open = this.#until(lane, now_ms);
    return open ? [open, ...this.#blocked[id]] : this.#blocked[id];
  }

  /**
   * @param {Lane} lane
   * @param {number} to_ms
   * @returns {Interval | undefined}
   */
  #until({ state, since_ms: from_ms, since_n: n, line, waitsOn }, to_ms) {
    if (state !== "busy" && to_ms <= from_ms) return undefined;
    /** @type {Interval} */
    const interval = { state: /** @type {LiveState} */ (state), from_ms, to_ms, n, line };
    if (waitsOn) interval.waitsOn = waitsOn;
    if (waitsOn?.kind === "timer") interval.until_ms = waitsOn.until_ms;
    return interval;
  }
}

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
  const lanes = new Intervals();
  for (const event of record.events) lanes.add(event);
  const end = record.events.at(-1)?.at_ms ?? 0;
  return lanes.closed.map((closed, id) => [...closed, ...lanes.open(id, end)]);
}
