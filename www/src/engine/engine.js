// Loads the wasm once per page, and runs programs in it.

import init, * as wasm from "../../pkg/async_playground.js";

/** @import { RunRecord, RunEvent, Scenario } from "../types.js" */

const WASM = new URL("../../pkg/async_playground_bg.wasm", import.meta.url);

/** Events that a run hands over at once while it goes on: reading more would make its timers late. */
const LIVE_EVENTS = 2000;

/** @type {Promise<WebAssembly.Module> | undefined} */
let loading;

/**
 * The wasm module, instantiated. One load serves all elements of a page; a load
 * that failed is tried again by the next call.
 */
export function load() {
  loading ??= instantiate().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function instantiate() {
  if (typeof WebAssembly === "undefined") {
    throw new Error("This browser has no WebAssembly, or has it switched off: the programs cannot run here.");
  }
  const module = await compile(await download());
  await init({ module_or_path: module });
  return module;
}

async function download() {
  const path = WASM.pathname;
  /** @type {Response} */
  let response;
  try {
    response = await fetch(WASM);
  } catch (error) {
    throw new Error(`The wasm at ${path} could not be fetched: ${message(error)}.`);
  }
  if (!response.ok) {
    throw new Error(`The wasm at ${path} could not be fetched: the server answered ${response.status}.`);
  }
  const type = response.headers.get("content-type")?.split(";")[0].trim() ?? "";
  if (type !== "application/wasm") {
    throw new Error(`The wasm at ${path} is served as "${type}": allowed is "application/wasm".`);
  }
  return response.arrayBuffer();
}

/** @param {ArrayBuffer} bytes */
async function compile(bytes) {
  try {
    return await WebAssembly.compile(bytes);
  } catch (error) {
    // A blocked compilation is a CompileError (CSP Level 3, section 4.5). Chromium names the directive, Firefox "CSP".
    if (/content security policy|unsafe-eval|\bCSP\b/i.test(message(error))) {
      throw new Error(`The page's Content Security Policy blocks wasm: script-src needs 'wasm-unsafe-eval'.`);
    }
    throw new Error(`The wasm at ${WASM.pathname} is no module that this browser takes: ${message(error)}.`);
  }
}

/**
 * What was thrown, in words.
 * @param {unknown} error
 */
export function message(error) {
  return error instanceof Error ? error.message : String(error);
}

/** @type {Promise<Scenario[]> | undefined} */
let catalogue;

/** All scenarios, in the order of the course. */
export function scenarios() {
  catalogue ??= load().then(
    () => JSON.parse(wasm.scenarios()),
    (error) => {
      catalogue = undefined;
      throw error;
    },
  );
  return catalogue;
}

/** Simulations that a worker has not answered yet, by number. @type {Map<number, PromiseWithResolvers<string>>} */
const asked = new Map();
let simulations = 0;

/** @type {Worker | undefined} */
let simulator;

/**
 * Runs a scenario on the simulated clock, at once, and beside the page: a million
 * tasks take seconds to simulate, too.
 * @param {string} id
 * @param {Record<string, unknown>} [params]
 * @param {{ speed?: number | string }} [options] 0.25 to 20: divides every wait
 * @returns {Promise<RunRecord>}
 */
export async function simulate(id, params = {}, { speed = 1 } = {}) {
  const module = await load();
  // As text: what else a caller may have put there could not be sent to a worker.
  const given = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]));
  simulator ??= startSimulator();
  const number = simulations++;
  /** @type {PromiseWithResolvers<string>} */
  const answer = Promise.withResolvers();
  asked.set(number, answer);
  simulator.postMessage({ module, simulation: { number, id, params: given, speed: String(speed) } });
  return JSON.parse(await answer.promise);
}

function startSimulator() {
  const worker = startWorker();
  worker.addEventListener("message", ({ data: { number, record, error } }) => {
    const answer = asked.get(number);
    asked.delete(number);
    if (error === undefined) answer?.resolve(record);
    else answer?.reject(new Error(error));
  });
  // It could not be loaded: the next simulation tries again.
  worker.addEventListener("error", ({ message }) => {
    for (const answer of asked.values()) answer.reject(new Error(`a worker could not run${message ? `: ${message}` : ""}`));
    asked.clear();
    simulator = undefined;
  });
  return worker;
}

function startWorker() {
  return new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
}

/**
 * The program of a scenario as the Rust Playground can run it.
 * @param {string} id
 * @param {Record<string, unknown>} params
 */
export async function tokioProgram(id, params) {
  await load();
  return wasm.tokio_program(id, params);
}

/**
 * Runs a scenario on the browser's event loop.
 *
 * Resolves to its record when nothing of the run is alive any more; rejects if the
 * scenario, a parameter or the speed is not allowed. `onEvent` is called for each
 * event, in order, at the latest before the promise resolves.
 *
 * @param {string} id
 * @param {Record<string, unknown>} [params]
 * @param {{ speed?: number | string, signal?: AbortSignal, onEvent?: (event: RunEvent) => void }} [options]
 * @returns {Promise<RunRecord>}
 */
export async function run(id, params = {}, { speed = 1, signal, onEvent } = {}) {
  const module = await load();
  const hidden = hiddenTime();
  // Each time: after a panic it is a fresh instance, which knows nothing of the page.
  wasm.set_worker_factory((/** @type {number} */ index, /** @type {number} */ speed) => {
    const worker = startWorker();
    worker.postMessage({ module, call: { index, speed } });
    return worker;
  });
  const run = new wasm.Run(id, params, speed);
  const stop = () => run.stop();
  signal?.addEventListener("abort", stop);
  if (signal?.aborted) stop();
  const live = onEvent && follow(run, onEvent);
  try {
    /** @type {RunRecord} */
    const record = JSON.parse(await run.finished());
    record.hidden_ms = hidden();
    live?.(record);
    return record;
  } finally {
    signal?.removeEventListener("abort", stop);
    run.free();
  }
}

/**
 * Reads a run's events once a frame; what is returned hands over the rest.
 * @param {wasm.Run} run
 * @param {(event: RunEvent) => void} onEvent
 */
function follow(run, onEvent) {
  let read = 0;
  let frame = requestAnimationFrame(function next() {
    /** @type {RunEvent[]} */
    const events = JSON.parse(run.events(read, LIVE_EVENTS));
    read += events.length;
    events.forEach(onEvent);
    frame = requestAnimationFrame(next);
  });
  return (/** @type {RunRecord} */ record) => {
    cancelAnimationFrame(frame);
    record.events.slice(read).forEach(onEvent);
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
