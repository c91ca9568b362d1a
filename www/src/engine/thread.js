import { AnyWorker as Worker } from "./any-worker.js";

/** @import { LiveRecord } from "../record/live.js" */

/** Starts a thread: `worker.js`. */
export function startThread() {
  const thread = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
  // Whom it works for is told. Else it would be an error of the page as well (HTML standard, "report an exception").
  thread.addEventListener("error", (event) => event.preventDefault());
  return thread;
}

/**
 * What went wrong in a thread.
 * @param {Event} event its `error`
 */
export function threadError(event) {
  // An exception says what it is; a script that could not be loaded is a plain `Event`.
  const said = event instanceof ErrorEvent && event.message;
  return new Error(said ? `a worker could not run: ${said}` : "a worker could not run: its script could not be loaded");
}

/**
 * Takes in what a thread has posted of a record: a slice of its events, or at last the head. Each is a message, and with
 * that a task, of its own.
 * @param {LiveRecord} live
 * @param {{ events?: string, head?: string }} posted
 * @returns {boolean} whether the record is whole
 */
export function takeIn(live, { events, head }) {
  if (events !== undefined) live.add(JSON.parse(events));
  if (head !== undefined) live.end(JSON.parse(head));
  return head !== undefined;
}
