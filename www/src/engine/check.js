// Checks records from outside, beside the page: a long one takes longer than a frame.

import { load } from "./load.js";
import { startThread, threadError } from "./thread.js";

/**
 * The record as the page's own are written. Rejects if it is none that can be.
 * @param {string} record JSON
 * @returns {Promise<string>}
 */
export async function check(record) {
  const module = await load();
  const thread = startThread();
  try {
    return await new Promise((resolve, reject) => {
      thread.addEventListener("message", ({ data }) => {
        if (data === "started") return;
        if (data.error === undefined) resolve(data.record);
        else reject(new Error(data.error));
      });
      thread.addEventListener("error", (event) => reject(threadError(event)));
      thread.postMessage({ module, check: record });
    });
  } finally {
    thread.terminate();
  }
}
