// Checks records from outside, beside the page: a long one takes longer than a frame.

import { load } from "./engine.js";

/**
 * The record as the page's own are written. Rejects if it is none that can be.
 * @param {string} json
 * @returns {Promise<string>}
 */
export async function check(json) {
  const module = await load();
  const worker = new Worker(new URL("./checker.js", import.meta.url), { type: "module" });
  try {
    return await new Promise((resolve, reject) => {
      worker.addEventListener("message", ({ data: { record, error } }) => (error === undefined ? resolve(record) : reject(new Error(error))));
      worker.addEventListener("error", ({ message }) => reject(new Error(`the record could not be checked${message ? `: ${message}` : ""}`)));
      worker.postMessage({ module, json });
    });
  } finally {
    worker.terminate();
  }
}
