// Whether a value from outside is a RunRecord that the views can trust. The Rust that writes
// records says so; what follows from the events is computed here, whatever it was said to be.

import { check } from "../engine/check.js";

/** @import { LiveRecord } from "./live.js" */

/**
 * The record that a value is. Rejects with an `Error` that names what is wrong, and what is allowed.
 * @param {unknown} value
 * @returns {Promise<LiveRecord>}
 */
export async function checkRecord(value) {
  /** @type {string | undefined} */
  let json;
  try {
    json = JSON.stringify(value);
  } catch (error) {
    throw new Error(`this record is no JSON: ${error instanceof Error ? error.message : error}`);
  }
  return check(json ?? "undefined");
}
