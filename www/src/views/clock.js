// The honest clock: how late each timer was, where the time went that a run took longer
// than its simulation, and whether its times are to be trusted.

import { css, html, nothing } from "lit";
import { guard } from "lit/directives/guard.js";

import { number, seconds } from "../record/figures.js";
import { hue } from "../palette.js";
import { clockAccount } from "../record/clock-account.js";
import { lateness } from "../record/lateness.js";
import { table, tableStyles } from "./table.js";

/** @import { Lateness, RunRecord } from "../types.js" */

/** With more timers than this, the table shows only the latest ones. */
const ALL = 50;
const LATEST = 20;

/** A loop that has nothing to do and still comes later than this was held up from outside. */
const STALL_MS = 100;

/**
 * @param {{ record: RunRecord, simulated: RunRecord | undefined, names: (id: number) => string }} props
 */
export function clock({ record, simulated, names }) {
  return guard([record, simulated], () => {
    const timers = lateness(record);
    const late = timers.map(({ late_ms }) => late_ms).sort((a, b) => a - b);
    return html`<div class="clock">
      ${late.length ? list(timers, names) : html`<p>This run waited for no timer.</p>`}
      ${late.length > ALL ? distribution(late) : nothing}
      ${simulated && comparable(record, simulated) ? account(record, simulated) : nothing}
    </div>`;
  });
}

/**
 * Why the times of a run are not to be trusted, if they are not.
 * @param {RunRecord} record
 */
export function doubt(record) {
  if (record.hidden_ms > 0) {
    return `The tab was hidden for ${seconds(record.hidden_ms)}: browsers slow the timers of hidden tabs down.`;
  }
  const stall_ms = longestStall(record);
  if (stall_ms > STALL_MS) {
    return `A timer was due and nothing of this run was in its way, yet it fired ${milliseconds(stall_ms)} late: the page or the machine had something else to do.`;
  }
}

/** By the events of a run that has ended: they are read once. @type {WeakMap<RunRecord["events"], number>} */
const stalls = new WeakMap();

/**
 * The longest time in which a deadline had come and no task was polled.
 * @param {RunRecord} record
 */
function longestStall({ events, sampled }) {
  // Tasks that are only counted may have been polled in between.
  if (sampled.tasks_total > sampled.tasks_recorded) return 0;
  const known = stalls.get(events);
  if (known !== undefined) return known;
  let longest = 0;
  for (const event of events) {
    // Polls end with an event: from the one before a `fire` until it, nothing was polled.
    const before = events[event.n - 1];
    if (event.kind === "fire") longest = Math.max(longest, event.at_ms - Math.max(event.due_ms, before.at_ms));
  }
  stalls.set(events, longest);
  return longest;
}

/**
 * Whether a simulation is one of the same program, with the same values.
 * @param {RunRecord} record
 * @param {RunRecord} simulated
 */
export function comparable(record, simulated) {
  const program = (/** @type {RunRecord} */ { scenario, params, speed }) => JSON.stringify([scenario, params, speed]);
  return record.outcome === "completed" && record.clock === "browser" && program(record) === program(simulated);
}

/**
 * @param {RunRecord} record
 * @param {RunRecord} simulated
 */
function account(record, simulated) {
  const { difference_ms, late_ms, blocked_ms, polls_ms, other_ms } = clockAccount(record, simulated);
  return table({
    caption: "Where the time went",
    columns: { Part: "text", Time: "figure" },
    rows: [
      ["Simulated", seconds(simulated.elapsed_ms)],
      ["Timers that were late", signed(late_ms)],
      ["Code that blocked the loop", signed(blocked_ms)],
      ["Polls", signed(polls_ms)],
      ["Anything else", signed(other_ms)],
      ["Measured", seconds(record.elapsed_ms)],
    ],
  });
}

/** @param {number[]} late ascending */
function distribution(late) {
  // The nearest rank: a value that was measured.
  const percentile = (/** @type {number} */ part) => late[Math.max(0, Math.ceil(part * late.length) - 1)];
  const figures = { Minimum: 0, Median: 0.5, "95th percentile": 0.95, Maximum: 1 };
  return table({
    caption: `How late ${number(late.length)} timers were`,
    columns: { Timers: "text", "Late by": "figure" },
    rows: Object.entries(figures).map(([name, part]) => [name, milliseconds(percentile(part))]),
  });
}

/**
 * @param {Lateness[]} timers
 * @param {(id: number) => string} names
 */
function list(timers, names) {
  const many = timers.length > ALL;
  const shown = many ? timers.toSorted((a, b) => b.late_ms - a.late_ms).slice(0, LATEST) : timers;
  return table({
    caption: many ? `The ${LATEST} that were latest` : "Each timer",
    columns: { Who: "text", "Asked for at": "figure", Due: "figure", Fired: "figure", "Late by": "figure" },
    rows: shown.map(({ task, asked_ms, due_ms, fired_ms, late_ms }) => [
      html`<b class="hue-${hue(task)}">${names(task)}</b>`,
      asked_ms === null ? "unknown" : seconds(asked_ms),
      seconds(due_ms),
      seconds(fired_ms),
      milliseconds(late_ms),
    ]),
  });
}

/** @param {number} ms */
function milliseconds(ms) {
  return `${ms.toLocaleString("en", { minimumFractionDigits: 1, maximumFractionDigits: 1 })} ms`;
}

/** @param {number} ms */
function signed(ms) {
  return `${ms < -0.05 ? "−" : "+"}${milliseconds(Math.abs(ms))}`;
}

export const clockStyles = [
  tableStyles,
  css`
    .clock { display: flex; flex-wrap: wrap; gap: 14px 56px; align-items: flex-start; }
  `,
];
