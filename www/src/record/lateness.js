// How late each timer fired.

/** @import { Lateness, RunEvent, SleepEvent } from "../types.js" */

/**
 * Every deadline that fired, in the order in which they did.
 * @param {{ events: readonly RunEvent[] }} record
 * @returns {Lateness[]}
 */
export function lateness(record) {
  const sleeps = new Sleeps();
  /** @type {Lateness[]} */
  const fired = [];
  for (const event of record.events) {
    if (event.kind === "sleep") sleeps.set(event);
    if (event.kind === "cancel") sleeps.take(event.task, event.due_ms);
    if (event.kind !== "fire") continue;
    const { task, n, at_ms, due_ms } = event;
    const asked_ms = sleeps.take(task, due_ms)?.at_ms ?? null;
    fired.push({ task, n, asked_ms, due_ms, fired_ms: at_ms, late_ms: at_ms - due_ms });
  }
  return fired;
}

/** The sleeps whose deadline is still set, so that each `fire` finds its own. */
export class Sleeps {
  /** @type {Map<string, SleepEvent[]>} */
  #set = new Map();

  /** @param {SleepEvent} sleep */
  set(sleep) {
    const key = `${sleep.task} ${sleep.until_ms}`;
    const equal = this.#set.get(key);
    if (equal) equal.push(sleep);
    else this.#set.set(key, [sleep]);
  }

  /**
   * @param {number} task
   * @param {number} due_ms
   */
  take(task, due_ms) {
    // Equal deadlines fire in the order in which they were set.
    return this.#set.get(`${task} ${due_ms}`)?.shift();
  }
}
