// What a timeline draws of a record: read once, and read on while the run goes on.

import { Intervals } from "../../record/intervals.js";

/** @import { Interval, Lane, RunEvent, RunRecord } from "../../types.js" */

/** @typedef {{ kind: "spawn" | "wake" | "join", at_ms: number, from: number, to: number }} Link */
/** @typedef {{ at_ms: number, due_ms: number }} Fired */

export class History {
  #intervals = new Intervals();
  /** How many events are read. */
  #read = 0;
  /** @type {{ lane: Lane, depth: number }[]} */
  #rows = [];

  /** @param {{ events: readonly RunEvent[] }} record */
  constructor(record) {
    this.events = record.events;
    /** When each lane printed, by lane. @type {number[][]} */
    this.logs = [];
    /** By lane. @type {Fired[][]} */
    this.fired = [];
    /** Lanes that did not end well, and when. @type {Map<number, { kind: "abort" | "panic", at_ms: number }>} */
    this.broken = new Map();
    /** @type {Link[]} */
    this.links = [];
    /** By how much the latest timer was late. */
    this.latest_ms = 0;
    /** What blocked the loop. @type {{ from_ms: number, to_ms: number }[]} */
    this.blocked = [];
  }

  /** Reads the events that have come since. */
  read() {
    for (; this.#read < this.events.length; this.#read++) this.#add(this.events[this.#read]);
    return this;
  }

  /** @param {RunEvent} event */
  #add(event) {
    const { task, at_ms } = event;
    this.#intervals.add(event);
    switch (event.kind) {
      case "spawn":
        this.logs[task] = [];
        this.fired[task] = [];
        if (event.parent !== null) this.#link("spawn", at_ms, event.parent, task);
        break;
      case "wake":
        if (typeof event.by === "number") {
          const waited = this.#intervals.closed[task].at(-1)?.waitsOn;
          this.#link(waited?.kind === "task" && waited.task === event.by ? "join" : "wake", at_ms, event.by, task);
        }
        break;
      case "log":
        this.logs[task].push(at_ms);
        break;
      case "fire":
        this.fired[task].push({ at_ms, due_ms: event.due_ms });
        this.latest_ms = Math.max(this.latest_ms, at_ms - event.due_ms);
        break;
      case "block":
        this.blocked.push({ from_ms: at_ms - event.ms, to_ms: at_ms });
        break;
      case "abort":
      case "panic":
        this.broken.set(task, { kind: event.kind, at_ms });
        break;
    }
  }

  /**
   * @param {Link["kind"]} kind
   * @param {number} at_ms
   * @param {number} from
   * @param {number} to
   */
  #link(kind, at_ms, from, to) {
    if (from !== to) this.links.push({ kind, at_ms, from, to });
  }

  /** All lanes, by id. */
  get lanes() {
    return this.#intervals.lanes;
  }

  /**
   * What a lane has done, apart from what it is doing.
   * @param {number} id
   */
  closed(id) {
    return this.#intervals.closed[id];
  }

  /** The lanes from top to bottom: children in the order of their spawns, under their parent. */
  get rows() {
    if (this.#rows.length !== this.lanes.length) {
      /** @type {Map<number | null, Lane[]>} */
      const children = new Map();
      for (const lane of this.lanes) {
        const siblings = children.get(lane.parent);
        if (siblings) siblings.push(lane);
        else children.set(lane.parent, [lane]);
      }
      this.#rows = [];
      /** @type {(parent: number | null, depth: number) => void} */
      const place = (parent, depth) => {
        for (const lane of children.get(parent) ?? []) {
          this.#rows.push({ lane, depth });
          place(lane.id, depth + 1);
        }
      };
      place(null, 0);
    }
    return this.#rows;
  }

  /**
   * What a lane has done until `now_ms`, in the order of time.
   * @param {number} id
   * @param {number} now_ms
   */
  stretches(id, now_ms) {
    const open = this.#intervals.open(id, now_ms);
    const closed = this.#intervals.closed[id];
    return open.length > 0 ? [...closed, ...open] : closed;
  }
}

/** By the events, which a run that has ended has in common with the one that went on. @type {WeakMap<readonly RunEvent[], History>} */
const histories = new WeakMap();

/**
 * @param {Pick<RunRecord, "events">} record
 * @returns {History}
 */
export function historyOf(record) {
  let history = histories.get(record.events);
  if (!history) histories.set(record.events, (history = new History(record)));
  return history.read();
}
