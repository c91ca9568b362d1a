// The log: each line with its time since the start, its task and its gap to the line before.

import { css, html, nothing } from "lit";

import { gap, seconds } from "../explain.js";
import { hue } from "../palette.js";

/** @import { RunRecord } from "../types.js" */

/**
 * @param {{
 *   record: RunRecord | undefined,
 *   n: number,
 *   names: (id: number) => string,
 *   onCursor: (n: number) => void,
 * }} state `n` events have happened
 */
export function log({ record, n, names, onCursor }) {
  const lines = record?.log ?? [];
  const current = lines.findLast((line) => line.n < n);
  return html`<section class="card pane log" aria-label="Log">
    <h3 class="label">Log</h3>
    ${lines.length === 0 ? html`<p class="quiet">${record ? "Nothing is printed yet." : "What the program prints stands here, with the time of each line."}</p>` : nothing}
    <ol>
      ${lines.map((line, index) => html`
        <li class=${line.n >= n ? "later" : line === current ? "at" : ""} aria-current=${line === current ? "step" : nothing}>
          <button @click=${() => onCursor(line.n + 1)} title="Show the run at this line">
            <time>${seconds(line.at_ms)}</time>
            <span class="gap">${index > 0 && line.at_ms - lines[index - 1].at_ms >= 1 ? gap(line.at_ms - lines[index - 1].at_ms) : nothing}</span>
            <b class="hue-${hue(line.task)}">${names(line.task)}</b>
            <span class="text">${line.text}</span>
          </button>
        </li>`)}
    </ol>
  </section>`;
}

export const logStyles = css`
  .log ol { margin-top: 8px; max-height: 420px; overflow-y: auto; font: 13px/1.5 var(--mono); }
  .log button {
    display: grid;
    grid-template-columns: 68px 66px minmax(34px, max-content) 1fr;
    gap: 10px;
    justify-content: start;
    align-items: baseline;
    width: 100%;
    min-height: 24px;
    padding: 2px 6px;
    border: 0;
    border-radius: 6px;
    background: none;
    font: inherit;
    font-weight: 400;
    text-align: left;
  }
  .log button:hover { background: var(--raised); }
  .log time, .log .gap { text-align: right; white-space: nowrap; }
  .log .gap { color: var(--soft); }
  .log .text { overflow-wrap: anywhere; }
  .log .at button { background: var(--now-wash); box-shadow: inset 3px 0 var(--now); }
  .log .later .text, .log .later b, .log .later time { color: var(--soft); font-weight: 400; }
  @container playground (max-width: 420px) {
    .log button { grid-template-columns: 62px minmax(24px, max-content) 1fr; gap: 8px; }
    .log .gap { display: none; }
  }
`;
