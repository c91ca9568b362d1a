// The figures of a run: measured, simulated, one wait after another, and the page's frames.

import { css, html, nothing } from "lit";

import { longTime, number, seconds } from "../record/figures.js";

/** @import { RunRecord } from "../types.js" */

const OUTCOMES = {
  completed: "measured on this page",
  stopped: "stopped: measured until then",
  failed: "failed: measured until then",
  running: "running on this page",
};

/** Of a run that was opened: it may be one of another page and another machine. */
const RECORDED = "measured when it was recorded";

/**
 * Each figure has its place from the beginning, and its number when there is one.
 * @param {{ record: RunRecord, simulated: RunRecord | undefined, elapsed_ms: number, differing: readonly string[] }} state
 *   `differing`: what was set otherwise for this run than it is now, as `A = 2 s`
 * @param {unknown} heartbeat the figure of the page's frames; none for a run that was not measured here
 * @param {unknown} aside what stands at the end of the row
 */
export function verdict({ record, simulated, elapsed_ms, differing }, heartbeat, aside) {
  const ended = record.outcome !== "running";
  const real = record.clock === "browser";
  const whole = ended && record.outcome === "completed";
  const how = real ? (whole && !heartbeat ? RECORDED : OUTCOMES[record.outcome]) : "simulated";
  const figure = (/** @type {unknown} */ value, /** @type {unknown} */ what) => html`<div><dt>${what}</dt><dd>${value}</dd></div>`;
  const { tasks_total } = (ended ? record : (simulated ?? record)).sampled;
  return html`<div class="figures">
    <dl class="verdict">
      ${figure(
        time(ended ? record.elapsed_ms : elapsed_ms),
        differing.length > 0 ? html`${how}, <b>with ${differing.join(", ")}</b>` : how,
      )}
      ${simulated
        ? html`${figure(whole ? time(simulated.elapsed_ms) : nothing, html`simulated${whole ? difference(record.elapsed_ms - simulated.elapsed_ms) : nothing}`)}
            ${figure(whole ? time(simulated.waits_ms) : nothing, html`all waits in turn${whole ? longer(simulated.waits_ms, simulated.elapsed_ms) : nothing}`)}`
        : nothing}
      ${tasks_total > 100 ? figure(ended ? bytes(record.memory.bytes_per_task) : nothing, `for each of ${number(tasks_total)} tasks`) : nothing}
      ${ended && record.memory.bytes_per_worker
        ? figure(bytes(record.memory.bytes_per_worker), `for each worker; a task takes ${bytes(record.memory.bytes_per_task)}`)
        : nothing}
      ${real && heartbeat ? heartbeat : nothing}
    </dl>
    ${aside}
    <p class="hidden pending" role="status">${differing.length > 0 ? `The run shown had ${differing.join(", ")}. The new value applies to the next run.` : nothing}</p>
  </div>`;
}

/** @param {number} ms */
function time(ms) {
  const long = longTime(ms);
  return html`${seconds(ms)}${long ? html` <small>${long}</small>` : nothing}`;
}

/** @param {number} ms how much longer a run took than its simulation */
export function difference(ms) {
  const rounded = Math.round(ms);
  return rounded === 0 ? ", no difference" : `, ${number(Math.abs(rounded))}\u00a0ms ${rounded > 0 ? "less" : "more"}`;
}

const ratio = new Intl.NumberFormat("en", { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const times = new Intl.NumberFormat("en", { maximumSignificantDigits: 2 });

/**
 * @param {number} waits
 * @param {number} total
 */
function longer(waits, total) {
  return total > 0 && waits / total >= 1.05 ? `, ${times.format(waits / total)}× as long` : "";
}

/** @param {number | undefined} count */
function bytes(count) {
  if (count === undefined) return "unknown";
  return count < 10_000 ? `${number(Math.round(count))} bytes` : `${ratio.format(count / 2 ** 20)} MiB`;
}

export const verdictStyles = css`
  .figures { display: flex; flex: none; border-top: 1px solid var(--line); border-bottom: 1px solid var(--line); }
  .verdict { display: flex; flex: 1 1 0; min-width: 0; padding-left: 6px; }
  .verdict > * { display: flex; flex: 1 1 0; flex-direction: column-reverse; justify-content: flex-end; min-width: min-content; min-height: 74px; padding: 7px 8px 8px 10px; }
  .verdict dd { font-size: 18px; font-weight: 650; letter-spacing: -0.02em; line-height: 1.4; white-space: nowrap; }
  .verdict dd:empty::before { content: "–"; color: var(--soft); font-weight: 400; }
  .verdict div:first-child dd { font-size: 22px; line-height: 1.2; }
  .verdict small { display: block; color: var(--soft); font-size: 12px; font-weight: 400; letter-spacing: 0; }
  .verdict dt { color: var(--soft); font-size: 12px; line-height: 1.3; text-wrap: pretty; }
  .verdict dt b { color: var(--now); font-weight: 600; }
  .verdict .heartbeat svg { flex: 0 1 auto; min-width: 0; }
  .verdict .heartbeat dd { display: flex; gap: 10px; align-items: center; }
  @container playground (max-width: 559.98px) {
    .figures, .verdict { flex-wrap: wrap; }
    .verdict { flex-basis: 100%; padding-left: 4px; }
    .verdict > * { flex: 1 1 40%; min-height: 66px; }
  }
`;
