// A thread of its own, with an instance of the same wasm: it blocks for a run, or simulates one.

import init, { simulate, work } from "../../pkg/async_playground.js";

/** @param {MessageEvent} event */
async function answer({ data: { module, call, simulation } }) {
  await init({ module_or_path: module });
  if (simulation) {
    const { number, id, params, speed } = simulation;
    try {
      postMessage({ number, record: simulate(id, params, speed) });
    } catch (error) {
      postMessage({ number, error: error instanceof Error ? error.message : String(error) });
    }
  } else {
    postMessage("started");
    postMessage(work(call.index, call.speed));
  }
}

// An error that nobody catches reaches the page; the rejection of a listener's promise would not.
addEventListener("message", (event) => answer(event).catch(reportError));
