// A run as a table for spreadsheets: one row for each event (RFC 4180).

/** @import { RunRecord } from "../types.js" */

/** The columns after the first five, in the order in which events know them. */
const DETAILS = ["parent", "task_kind", "ready", "by", "until_ms", "due_ms", "on", "ms", "lock", "waiting", "text", "what", "message", "line"];

/**
 * @param {Pick<RunRecord, "events" | "tasks">} record
 * @returns {string}
 */
export function toCsv({ events, tasks }) {
  const rows = events.map((event) => {
    const values = /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (event));
    const { n, at_ms, task, kind } = event;
    return [n, at_ms, task, tasks[task]?.name, kind, ...DETAILS.map((name) => values[name])];
  });
  const header = ["n", "at_ms", "task", "name", "kind", ...DETAILS];
  return [header, ...rows].map((row) => `${row.map(field).join(",")}\r\n`).join("");
}

/** @param {unknown} value */
function field(value) {
  const text = value === undefined || value === null ? "" : String(value);
  // Spaces at the ends are part of a field, but some programs strip them without quotes.
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
