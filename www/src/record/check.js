// Whether a value from outside is a RunRecord that the views can trust. The Rust that writes
// records says so; what follows from the events is computed here, whatever it was said to be.

import { check } from "../engine/check.js";

/** @import { RunRecord } from "../types.js" */
/** @import { LiveRecord } from "./live.js" */

/** How many bytes the JSON of a record has at most: the Rust says no to more, and whoever reads a file may do so before. */
export const MOST_BYTES = 100_000_000;

/**
 * The record that a value is. Rejects with an `Error` that names what is wrong, and what is allowed.
 * @param {unknown} value
 * @param {(record: RunRecord) => void} [onMore] called after each slice of its events, with what grows
 * @returns {Promise<LiveRecord>}
 */
export async function checkRecord(value, onMore) {
  /** @type {string | undefined} */
  let json;
  try {
    json = JSON.stringify(value);
  } catch (error) {
    throw new Error(`this record is no JSON: ${error instanceof Error ? error.message : error}`);
  }
  return check(json ?? "undefined", onMore);
}
