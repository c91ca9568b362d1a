// A thread of its own: an instance of the same wasm, told which function to call.

import init, { work } from "../pkg/async_playground.js";

/** @param {MessageEvent} event */
async function run({ data: { module, index, speed } }) {
  await init({ module_or_path: module });
  postMessage("started");
  postMessage(work(index, speed));
}

// An error that nobody catches reaches the page; the rejection of a listener's promise would not.
addEventListener("message", (event) => run(event).catch(reportError));
