// The log: each line with its time since the start, its task and its gap to the line before.
//
// Of a long log only the lines around the cursor are there: a page of thousands of
// lines takes longer to lay out than a frame lasts. On paper it is whole.

import { css, html, nothing } from "lit";
import { ref } from "lit/directives/ref.js";

import { gap, seconds } from "../record/figures.js";
import { hue } from "../palette.js";

/** @import { LogLine, RunRecord } from "../types.js" */

/** Lines come and go by so many at once: those around the cursor, as many before them and as many after. */
const PART = 30;

/**
 * @param {{
 *   record: RunRecord | undefined,
 *   n: number,
 *   names: (id: number) => string,
 *   printing: boolean,
 *   onCursor: (n: number) => void,
 * }} state `n` events have happened
 */
export function log({ record, n, names, printing, onCursor }) {
  const lines = record?.log ?? [];
  const at = lines.findLastIndex((line) => line.n < n);
  const from = printing ? 0 : Math.max(0, Math.floor(at / PART) - 1) * PART;
  const to = printing ? lines.length : Math.min(from + 3 * PART, lines.length);

  /**
   * @param {LogLine} line
   * @param {number} index
   */
  const row = (line, index) => {
    const since_ms = line.at_ms - (lines[index - 1]?.at_ms ?? Infinity);
    return html`<li class=${index > at ? "later" : index === at ? "at" : ""} aria-current=${index === at ? "step" : nothing} ${index === at ? ref(follow) : nothing}>
      <button @click=${() => onCursor(line.n + 1)} title="Show the run at this line">
        <time>${seconds(line.at_ms)}</time>
        <span class="gap">${since_ms >= 1 ? gap(since_ms) : nothing}</span>
        <b class="hue-${hue(line.task)}">${names(line.task)}</b>
        <span class="text">${line.text}</span>
      </button>
    </li>`;
  };

  /**
   * Leads to the lines that are not there.
   * @param {string} where
   * @param {number} count
   * @param {number} nearest the index of the line to go to
   */
  const more = (where, count, nearest) => html`<li class="more">
    <button @click=${() => onCursor(lines[nearest].n + 1)}>${count.toLocaleString("en")} ${where} lines</button>
  </li>`;

  return html`<section class="card pane log" aria-label="Log">
    <h3 class="label">Log</h3>
    ${lines.length === 0 ? html`<p class="quiet">${record ? "Nothing is printed yet." : "What the program prints stands here, with the time of each line."}</p>` : nothing}
    <ol>
      ${from > 0 ? more("earlier", from, from - 1) : nothing}
      ${lines.slice(from, to).map((line, index) => row(line, from + index))}
      ${to < lines.length ? more("later", lines.length - to, to) : nothing}
    </ol>
  </section>`;
}

/**
 * Scrolls the list to a line, and not, as `scrollIntoView` does, the page as well.
 * @param {Element | undefined} line
 */
function follow(line) {
  if (!(line instanceof HTMLElement)) return;
  // When the frame is drawn, its layout is made anyway.
  requestAnimationFrame(() => {
    const list = line.parentElement;
    if (!list) return;
    const below = line.offsetTop + line.offsetHeight - list.clientHeight;
    list.scrollTop = Math.max(below, Math.min(list.scrollTop, line.offsetTop));
  });
}

export const logStyles = css`
  .log ol { position: relative; margin-top: 8px; max-height: 420px; overflow-y: auto; font: 13px/1.5 var(--mono); }
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
  @media (forced-colors: active) {
    .log .at button { outline: 2px solid Highlight; outline-offset: -2px; }
  }
  @media print {
    .log ol { max-height: none; overflow: visible; }
    .log li { break-inside: avoid; }
  }
  @container playground (max-width: 420px) {
    .log button { grid-template-columns: 62px minmax(24px, max-content) 1fr; gap: 8px; }
    .log .gap { display: none; }
  }
`;
