// The figures of a run: measured, simulated, one wait after another, and the page's frames.

import { css, html, nothing } from "lit";

import { longTime, number, seconds } from "../record/figures.js";

/** @import { RunRecord, Scenario } from "../types.js" */

const OUTCOMES = {
  completed: "measured on this page",
  stopped: "stopped: measured until then",
  failed: "failed: measured until then",
  running: "running on this page",
};

/** A figure of more letters is set in smaller ones. */
const LONG = 9;

/** Of a run that was opened: it may be one of another page and another machine. */
const RECORDED = "measured when it was recorded";

/**
 * Each figure has its place from the beginning, and its number when there is one.
 * @param {{ scenario: Scenario, record: RunRecord, simulated: RunRecord | undefined, elapsed_ms: number, differing: readonly string[], isOld: boolean }} state
 *   `differing`: what was set otherwise for this run than it is now, as `A = 2 s`; `isOld`: the program was changed since
 * @param {unknown} heartbeat the figure of the page's frames; none for a run that was not measured here
 * @param {unknown} aside what stands at the end of the row
 */
export function verdict({ scenario, record, simulated, elapsed_ms, differing, isOld }, heartbeat, aside) {
  const ended = record.outcome !== "running";
  const real = record.clock === "browser";
  const completed = record.outcome === "completed";
  const how = real ? (completed && !heartbeat ? RECORDED : OUTCOMES[record.outcome]) : "simulated";
  // A part of a run is no match for a whole one.
  const whole = completed ? simulated : undefined;
  const figure = (/** @type {unknown} */ value, /** @type {unknown} */ what) => html`<div><dt>${what}</dt>${value}</div>`;
  const { tasks_total } = (ended ? record : (simulated ?? record)).sampled;
  return html`<div class="figures">
    <dl class="verdict">
      ${figure(
        time(ended ? record.elapsed_ms : elapsed_ms),
        isOld ? html`<b>before the change</b>` : differing.length > 0 ? html`${how}, <b>with ${differing.join(", ")}</b>` : how,
      )}
      ${scenario.browser_only
        ? figure(time(undefined), "no simulation: it needs a browser")
        : html`${figure(time(whole?.elapsed_ms), html`simulated${whole ? difference(record.elapsed_ms - whole.elapsed_ms) : nothing}`)}
            ${figure(time(whole?.waits_ms), html`all waits in turn${whole ? longer(whole.waits_ms, whole.elapsed_ms) : nothing}`)}`}
      ${tasks_total > 100 && !(ended && record.memory.bytes_per_task === undefined)
        ? figure(html`<dd>${ended ? bytes(record.memory.bytes_per_task) : nothing}</dd>`, `for each of ${number(tasks_total)} tasks`)
        : nothing}
      ${ended && record.memory.bytes_per_worker
        ? figure(html`<dd>${bytes(record.memory.bytes_per_worker)}</dd>`, `for each worker; a task takes ${bytes(record.memory.bytes_per_task)}`)
        : nothing}
      ${real && heartbeat ? heartbeat : nothing}
    </dl>
    ${aside}
    <p class="hidden pending" role="status">${isOld ? "The run shown is one of the program before it was changed." : differing.length > 0 ? `The run shown had ${differing.join(", ")}. The new value applies to the next run.` : nothing}</p>
  </div>`;
}

/** @param {number | undefined} ms */
function time(ms) {
  if (ms === undefined) return html`<dd></dd>`;
  const [said, long] = [seconds(ms), longTime(ms)];
  return html`<dd class=${said.length > LONG ? "long" : ""}>${said}${long ? html` <small>${long}</small>` : nothing}</dd>`;
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
  return total > 0 && waits / total >= 1.05 ? `: ${times.format(waits / total)}×` : "";
}

/** @param {number | undefined} count */
function bytes(count) {
  if (count === undefined) return "unknown";
  return count < 10_000 ? `${number(Math.round(count))} bytes` : `${ratio.format(count / 2 ** 20)} MiB`;
}

export const verdictStyles = css`
  .figures { container: figures / inline-size; display: flex; flex: none; border-top: 1px solid var(--line); border-bottom: 1px solid var(--line); }
  /* All as wide, unless a figure needs more. */
  .verdict { display: grid; flex: 1 1 0; grid-auto-columns: minmax(min-content, 1fr); grid-auto-flow: column; min-width: 0; padding-left: 6px; }
  .verdict > * { display: flex; flex-direction: column-reverse; justify-content: flex-end; min-width: 0; min-height: 74px; padding: 7px 8px 8px 10px; }
  .verdict dd { font-size: 18px; font-weight: 650; letter-spacing: -0.02em; line-height: 1.4; white-space: nowrap; }
  .verdict dd:empty::before { content: "–"; color: var(--soft); font-weight: 400; }
  .verdict div:first-child dd { font-size: 22px; line-height: 1.2; }
  /* A long figure stays in its place. */
  .verdict div dd.long { padding-top: 5px; font-size: 13px; }
  .verdict small { display: block; line-height: 1.2; white-space: normal; color: var(--soft); font-size: 12px; font-weight: 400; letter-spacing: 0; }
  .verdict dt { color: var(--soft); font-size: 12px; line-height: 1.3; text-wrap: pretty; }
  .verdict dt b { color: var(--now); font-weight: 600; }
  /* Where the figures need the room, it has none. */
  .verdict .heartbeat svg { max-width: 100%; }
  .verdict .heartbeat dd { display: grid; grid-template-columns: max-content minmax(0, 64px); gap: 6px; align-items: center; }
  .verdict .heartbeat span { min-width: 6ch; }
  @container playground (max-width: 559.98px) {
    .figures { flex-wrap: wrap; }
    .verdict { flex-basis: 100%; grid-auto-flow: row; grid-template-columns: repeat(2, minmax(0, 1fr)); padding-left: 4px; }
    .verdict > * { min-height: 72px; }
  }
  /* Five figures, or a long one, have no room in one row. */
  @container figures (min-width: 440px) and (max-width: 699.98px) {
    .verdict:has(.long, > :nth-child(5)) { grid-auto-flow: row; grid-template-columns: repeat(3, minmax(0, 1fr)); }
  }
`;
