// Runs a scenario on the browser's event loop.

import { toBase64Url } from "../record/base64url.js";
import { LiveRecord } from "../record/live.js";
import { Program } from "./program.js";
import { prepare } from "./prepare.js";
import { glueFor } from "./runnable.js";
import { OWN } from "./scenarios.js";

/** @import { Program as Own, RunEvent, RunRecord } from "../types.js" */
/** @import { Runnable } from "./runnable.js" */

/**
 * Runs a scenario, or a program of one's own, on the browser's event loop.
 *
 * Resolves to its record when nothing of the run is alive any more; rejects if the
 * scenario, a parameter or the speed is not allowed, or if the program does not compile. Aborting the signal stops the
 * run, and its record says "stopped". A program that panics, or that uses up the
 * memory or the stack, ends no other run: its record says "failed", and why.
 *
 * `onEvent` is called for each event, in order, at the latest before the promise
 * resolves. What it throws is reported, as a listener's error is.
 *
 * @param {string | Own} what a scenario's id, or a program
 * @param {Record<string, unknown>} [params]
 * @param {{ speed?: number | string, signal?: AbortSignal, onEvent?: (event: RunEvent) => void }} [options]
 *   `speed`, 0.25 to 20, divides every wait
 * @returns {Promise<RunRecord>}
 */
export async function run(what, params = {}, { speed = 1, signal, onEvent } = {}) {
  const live = new LiveRecord({ scenario: typeof what === "string" ? what : (what.scenario ?? OWN) });
  const hand = (/** @type {RunEvent} */ event) => {
    try {
      onEvent?.(event);
    } catch (error) {
      reportError(error);
    }
  };
  await runInto(live, await prepare(what, params), { speed, signal, onMore: onEvent && ((events) => events.forEach(hand)) });
  return live.record;
}

/**
 * Runs a program as `run` does, into a record that grows.
 * @param {LiveRecord} live
 * @param {Runnable} runnable
 * @param {object} options
 * @param {number | string} options.speed
 * @param {AbortSignal} [options.signal]
 * @param {(events: RunEvent[]) => void} [options.onMore] is given what the record has grown by: once a frame while the
 *   run goes on, and slice by slice when it is over; without it, the record grows when the run is over
 * @param {() => void} [options.onOver] nothing of the run is alive any more, and the rest of it is about to be read
 */
export async function runInto(live, runnable, { speed, signal, onMore, onOver }) {
  const program = new Program(await glueFor(runnable), runnable, speed, live);
  const hidden = hiddenTime();
  const stop = () => program.stop();
  signal?.addEventListener("abort", stop);
  if (signal?.aborted) stop();
  const leave = onMore && follow(program, onMore);
  try {
    await program.ended;
    signal?.removeEventListener("abort", stop);
    leave?.();
    const hidden_ms = hidden();
    onOver?.();
    await program.finish(onMore);
    live.record.hidden_ms = hidden_ms;
    Object.assign(live.record, programOf(runnable));
  } finally {
    program.end();
  }
}

/**
 * What a record carries of a program that is no lesson as it is given.
 * @param {Runnable} runnable
 */
export function programOf({ source, program }) {
  return program ? { source, program: toBase64Url(program) } : {};
}

/**
 * Reads a program's events once a frame, until what is returned is called.
 * @param {Program} program
 * @param {(events: RunEvent[]) => void} onMore
 */
function follow(program, onMore) {
  let frame = requestAnimationFrame(function next() {
    const events = program.read();
    if (events.length > 0) onMore(events);
    frame = requestAnimationFrame(next);
  });
  return () => cancelAnimationFrame(frame);
}

/** Begins to count for how long the tab is hidden; what is returned says it, in milliseconds. */
function hiddenTime() {
  let total = 0;
  let since = document.hidden ? performance.now() : undefined;
  const count = () => {
    if (since !== undefined) total += performance.now() - since;
    since = document.hidden ? performance.now() : undefined;
  };
  document.addEventListener("visibilitychange", count);
  return () => {
    document.removeEventListener("visibilitychange", count);
    count();
    return total;
  };
}
