// Runs a scenario on the browser's event loop.

import { load } from "./load.js";
import { Program } from "./program.js";

/** @import { RunEvent, RunRecord } from "../types.js" */

/**
 * Runs a scenario on the browser's event loop.
 *
 * Resolves to its record when nothing of the run is alive any more; rejects if the
 * scenario, a parameter or the speed is not allowed. Aborting the signal stops the
 * run, and its record says "stopped". A program that panics, or that uses up the
 * memory or the stack, ends no other run: its record says "failed", and why.
 *
 * `onEvent` is called for each event, in order, at the latest before the promise
 * resolves. What it throws is reported, as a listener's error is.
 *
 * @param {string} id
 * @param {Record<string, unknown>} [params]
 * @param {{ speed?: number | string, signal?: AbortSignal, onEvent?: (event: RunEvent) => void }} [options]
 *   `speed`, 0.25 to 20, divides every wait
 * @returns {Promise<RunRecord>}
 */
export async function run(id, params = {}, { speed = 1, signal, onEvent } = {}) {
  const program = new Program(await load(), id, params, speed);
  const hidden = hiddenTime();
  const stop = () => program.stop();
  signal?.addEventListener("abort", stop);
  if (signal?.aborted) stop();
  const live = onEvent && follow(program, onEvent);
  const record = await program.ended;
  signal?.removeEventListener("abort", stop);
  program.end();
  record.hidden_ms = hidden();
  live?.(record);
  return record;
}

/**
 * Hands over a program's events once a frame; what is returned hands over the rest.
 * @param {Program} program
 * @param {(event: RunEvent) => void} onEvent
 */
function follow(program, onEvent) {
  let handed = 0;
  const hand = (/** @type {RunEvent} */ event) => {
    handed += 1;
    try {
      onEvent(event);
    } catch (error) {
      reportError(error);
    }
  };
  let frame = requestAnimationFrame(function next() {
    program.read().forEach(hand);
    frame = requestAnimationFrame(next);
  });
  return (/** @type {RunRecord} */ record) => {
    cancelAnimationFrame(frame);
    record.events.slice(handed).forEach(hand);
  };
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
