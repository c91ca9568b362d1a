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
 * @param {{ record: RunRecord | undefined, simulated: RunRecord | undefined, elapsed_ms: number }} state
 * @param {unknown} heartbeat the figure of the page's frames; none for a run that was not measured here
 */
export function verdict({ record, simulated, elapsed_ms }, heartbeat) {
  if (!record) return html`<div class="verdict idle"><p class="quiet">Run it, and its time is measured here.</p></div>`;
  const ended = record.outcome !== "running";
  const real = record.clock === "browser";
  const whole = ended && record.outcome === "completed";
  return html`<dl class="verdict">
    <div>
      <dt>${real ? (whole && !heartbeat ? RECORDED : OUTCOMES[record.outcome]) : "simulated"}</dt>
      <dd>${time(ended ? record.elapsed_ms : elapsed_ms)}</dd>
    </div>
    ${whole && simulated
      ? html`<div>
            <dt>on the simulated clock${difference(record.elapsed_ms - simulated.elapsed_ms)}</dt>
            <dd>${time(simulated.elapsed_ms)}</dd>
          </div>
          <div>
            <dt>all waits, one after another${longer(simulated.waits_ms, simulated.elapsed_ms)}</dt>
            <dd>${time(simulated.waits_ms)}</dd>
          </div>`
      : nothing}
    ${ended && record.sampled.tasks_total > 100
      ? html`<div>
          <dt>of memory for each of ${number(record.sampled.tasks_total)} tasks</dt>
          <dd>${bytes(record.memory.bytes_per_task)}</dd>
        </div>`
      : nothing}
    ${ended && record.memory.bytes_per_worker
      ? html`<div>
          <dt>of memory for each worker; a task takes ${bytes(record.memory.bytes_per_task)}</dt>
          <dd>${bytes(record.memory.bytes_per_worker)}</dd>
        </div>`
      : nothing}
    ${real && heartbeat ? heartbeat : nothing}
  </dl>`;
}

/** @param {number} ms */
function time(ms) {
  const long = longTime(ms);
  return html`${seconds(ms)}${long ? html` <small>${long}</small>` : nothing}`;
}

/** @param {number} ms how much longer a run took than its simulation */
export function difference(ms) {
  const rounded = Math.round(ms);
  if (rounded === 0) return ": no difference";
  return `: this run took ${number(Math.abs(rounded))} ms ${rounded > 0 ? "more" : "less"}`;
}

const ratio = new Intl.NumberFormat("en", { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/**
 * @param {number} waits
 * @param {number} total
 */
function longer(waits, total) {
  return total > 0 && waits / total >= 1.05 ? `: ${ratio.format(waits / total)}× as long` : "";
}

/** @param {number | undefined} count */
function bytes(count) {
  if (count === undefined) return "unknown";
  return count < 10_000 ? `${number(Math.round(count))} bytes` : `${ratio.format(count / 2 ** 20)} MiB`;
}

export const verdictStyles = css`
  .verdict { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(150px, 45%), 1fr)); gap: 1px; background: var(--line); border-bottom: 1px solid var(--line); }
  .verdict > * { display: flex; flex-direction: column-reverse; justify-content: flex-end; padding: 12px 18px; background: var(--card); }
  .verdict dd { font-size: 25px; font-weight: 650; letter-spacing: -0.02em; line-height: 1.3; }
  .verdict small { display: block; color: var(--soft); font-size: 13px; font-weight: 400; letter-spacing: 0; }
  .verdict dt { color: var(--soft); font-size: 13px; line-height: 1.35; }
  .verdict div:not(:first-child) dd { font-size: 20px; line-height: 1.6; }
  .verdict .heartbeat svg { flex: 0 1 auto; min-width: 0; }
  .verdict .heartbeat dd { display: flex; gap: 12px; align-items: center; white-space: nowrap; }
  .verdict.idle { display: block; padding: 18px; background: none; }
  .verdict.idle p { padding: 0; }
`;
