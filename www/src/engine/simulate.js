// Runs scenarios on the simulated clock, in a worker: one after another, each until it has answered, is no longer
// wanted, or takes too long.

import { LiveRecord } from "../record/live.js";
import { programOf } from "./run.js";
import { prepare } from "./prepare.js";
import { startThread, takeIn, threadError } from "./thread.js";

/** @import { Program as Own, RunRecord } from "../types.js" */
/** @import { Runnable } from "./runnable.js" */

/** How long a simulation may take: a million tasks take a fifth of it. */
const LIMIT_MS = 20_000;

/** A simulation had no answer in time. */
export class EndlessError extends Error {}

/**
 * @typedef {object} Simulation
 * @property {object} request what the worker is sent
 * @property {LiveRecord} live takes in what the worker answers
 * @property {(record: RunRecord) => void} resolve
 * @property {(error: unknown) => void} reject
 */

/** Those whose turn has not come. @type {Simulation[]} */
let waiting = [];

/** The one that the worker is at. @type {Simulation | undefined} */
let current;

/** @type {Worker | undefined} */
let worker;

/** @type {ReturnType<typeof setTimeout> | undefined} */
let limit;

/**
 * Runs a scenario, or a program of one's own, on the simulated clock, at once, and
 * beside the page: a million tasks take seconds to simulate, too.
 *
 * Rejects if the scenario, a parameter or the speed is not allowed, or if the program does not compile; with the
 * signal's reason as soon as that is aborted; and when there is no answer within
 * 20 s. A program that panics resolves to a record that says so.
 *
 * @param {string | Own} what a scenario's id, or a program
 * @param {Record<string, unknown>} [params]
 * @param {{ speed?: number | string, signal?: AbortSignal }} [options] `speed`, 0.25 to 20, divides every wait
 * @returns {Promise<RunRecord>}
 */
export async function simulate(what, params = {}, { speed = 1, signal } = {}) {
  signal?.throwIfAborted();
  return simulateSoon(prepare(what, params), { speed, signal });
}

/**
 * Simulates a program as `simulate` does.
 * @param {Promise<Runnable>} prepared
 * @param {{ speed: number | string, signal?: AbortSignal }} options
 * @returns {Promise<RunRecord>}
 */
export async function simulateSoon(prepared, { speed, signal }) {
  /** @type {PromiseWithResolvers<RunRecord>} */
  const { promise, resolve, reject } = Promise.withResolvers();
  /** @type {Simulation | undefined} */
  let asked;
  const cancel = () => {
    reject(signal?.reason);
    if (asked) forget(asked);
  };
  signal?.addEventListener("abort", cancel);
  try {
    const runnable = await Promise.race([prepared, promise.then(() => prepared)]);
    signal?.throwIfAborted();
    asked = { request: { simulation: runnable, speed: String(speed) }, live: new LiveRecord(), resolve, reject };
    waiting.push(asked);
    next();
    return Object.assign(await promise, programOf(runnable));
  } finally {
    signal?.removeEventListener("abort", cancel);
  }
}

/** @param {Simulation} simulation */
function forget(simulation) {
  waiting = waiting.filter((other) => other !== simulation);
  if (current === simulation) replaceWorker();
}

function next() {
  if (current || waiting.length === 0) return;
  worker ??= start();
  current = waiting.shift();
  worker.postMessage(current?.request);
}

/** Ends the worker in the middle of what it does. The new one is warm by the time that somebody asks. */
function replaceWorker() {
  worker?.terminate();
  worker = start();
  over();
}

function over() {
  clearTimeout(limit);
  current = undefined;
  next();
}

function start() {
  const thread = startThread();
  thread.addEventListener("message", ({ data }) => {
    // What it has posted may come after its end.
    if (thread !== worker || !current) return;
    if (data === "started") {
      limit = setTimeout(giveUp, LIMIT_MS);
      return;
    }
    clearTimeout(limit);
    if (data.error !== undefined) current.reject(new Error(data.error));
    else if (takeIn(current.live, data)) current.resolve(current.live.record);
    else return;
    over();
  });
  thread.addEventListener("error", failed);
  return thread;
}

function giveUp() {
  current?.reject(new EndlessError(`the simulation did not answer within ${LIMIT_MS / 1000} s: it was ended`));
  replaceWorker();
}

/**
 * It could not be loaded: the next simulation tries again.
 * @param {Event} event
 */
function failed(event) {
  worker = undefined;
  current?.reject(threadError(event));
  over();
}
