// A thread that checks one record.

import init, { check_record } from "../../pkg/async_playground.js";

/** @param {MessageEvent} event */
async function answer({ data: { module, json } }) {
  await init({ module_or_path: module });
  try {
    postMessage({ record: check_record(json) });
  } catch (error) {
    postMessage({ error: error instanceof Error ? error.message : String(error) });
  }
}

// An error that nobody catches reaches the page; the rejection of a listener's promise would not.
addEventListener("message", (event) => answer(event).catch(reportError));
