// Checks records from outside, beside the page: a long one takes longer than a frame.

import { LiveRecord } from "../record/live.js";
import { checking } from "./late.js";
import { startThread, takeIn, threadError } from "./thread.js";

/** @import { RunRecord } from "../types.js" */

/**
 * The record as the page's own are. Rejects if it is none that can be.
 * @param {string} record JSON
 * @param {(record: RunRecord) => void} [onMore] called after each slice of its events
 * @returns {Promise<LiveRecord>}
 */
export async function check(record, onMore) {
  const late = await checking();
  const thread = startThread();
  const live = new LiveRecord();
  try {
    return await new Promise((resolve, reject) => {
      thread.addEventListener("message", ({ data }) => {
        if (data === "started") return;
        if (data.error !== undefined) reject(new Error(data.error));
        else if (takeIn(live, data)) resolve(live);
        else onMore?.(live.record);
      });
      thread.addEventListener("error", (event) => reject(threadError(event)));
      thread.postMessage({ ...late, check: record });
    });
  } finally {
    thread.terminate();
  }
}
