// Times of a learner's run.

import { seconds } from "../record/figures.js";
import { printedAt } from "./lines.js";

/** @import { RunRecord } from "../types.js" */

/** The milliseconds of a parameter, which is in seconds. @param {number} seconds */
export const ms = (seconds) => Math.round(seconds * 1000);

/**
 * How long a run took, in milliseconds.
 * @param {RunRecord} record
 */
export const took = ({ elapsed_ms }) => Math.round(elapsed_ms);

/**
 * That a run takes longer than the longest of some waits, which could all begin at once.
 * @param {RunRecord} record
 * @param {readonly number[]} waits in milliseconds
 * @param {readonly string[]} starts the lines with which they begin
 */
export function tooLong(record, waits, starts) {
  const longest = Math.max(...waits);
  if (took(record) <= longest) return;
  const late = starts.find((start) => printedAt(record, start) > 0);
  return `It takes ${seconds(took(record))}, and the longest wait is ${seconds(longest)}: ${late ? `\`${late}\` comes only at ${seconds(printedAt(record, late))}.` : "what is still waited for then?"}`;
}

/**
 * That something has blocked the loop's thread.
 * @param {RunRecord} record
 */
export function blocked(record) {
  const [block] = blocks(record);
  if (block) return `Line ${block.line} blocks the thread for ${seconds(block.ms)}: for that time the loop can run nobody else.`;
}

/**
 * For how long the loop's thread and others were kept busy, in milliseconds.
 * @param {RunRecord} record
 */
export function worked(record) {
  const elsewhere = record.tasks.filter(({ kind }) => kind === "worker").map(({ busy_ms }) => busy_ms);
  return Math.round([...blocks(record).map(({ ms }) => ms), ...elsewhere].reduce((sum, ms) => sum + ms, 0));
}

/** What has blocked the loop's thread. @param {RunRecord} record */
const blocks = ({ events, tasks }) => events.filter((event) => event.kind === "block").filter(({ task }) => tasks[task].kind !== "worker");
