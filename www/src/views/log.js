// The log: each line with its time since the start, its task and its gap to the line before.
//
// Of a long log only the lines around the cursor are there: a page of thousands of
// lines takes longer to lay out than a frame lasts. On paper it is whole.

import { css, html, nothing } from "lit";
import { guard } from "lit/directives/guard.js";

import { gap, number, seconds } from "../record/figures.js";
import { check, copy } from "../icons.js";
import { hue } from "../palette.js";

/** @import { LogLine, RunRecord } from "../types.js" */

/** Lines come and go by so many at once: those around the cursor, as many before them and as many after. */
const PART = 30;

/**
 * @param {{
 *   record: RunRecord,
 *   n: number,
 *   names: (id: number) => string,
 *   printing: boolean,
 *   copied: string,
 *   still: unknown,
 *   onCursor: (n: number) => void,
 *   onCopy: (text: string) => void,
 * }} state `n` events have happened; `copied` is the text that was copied last; `still` is
 *   another one when anything has changed but the cursor
 */
export function log({ record, n, names, printing, copied, still, onCursor, onCopy }) {
  const lines = record.log;
  const at = lines.findLastIndex((line) => line.n < n);
  const from = printing ? 0 : Math.max(0, Math.floor(at / PART) - 1) * PART;
  const to = printing ? lines.length : Math.min(from + 3 * PART, lines.length);

  /**
   * @param {LogLine} line
   * @param {number} index
   */
  const row = (line, index) => {
    const since_ms = line.at_ms - (lines[index - 1]?.at_ms ?? Infinity);
    const place = index > at ? "later" : index === at ? "at" : "";
    return guard([still, line, place], () => html`<li class=${place} aria-current=${place === "at" ? "step" : nothing} ?data-at=${place === "at"}>
      <button @click=${() => onCursor(line.n + 1)} title="Show the run at this line">
        <time>${seconds(line.at_ms)}</time>
        <span class="gap">${since_ms >= 1 ? gap(since_ms) : nothing}</span>
        <b class="hue-${hue(line.task)}">${names(line.task)}</b>
        <span class="text">${line.text}</span>
      </button>
    </li>`);
  };

  /**
   * Leads to the lines that are not there.
   * @param {string} where
   * @param {number} count
   * @param {number} nearest the index of the line to go to
   */
  const more = (where, count, nearest) => html`<li class="more">
    <button @click=${() => onCursor(lines[nearest].n + 1)}>${number(count)} ${where} lines</button>
  </li>`;

  const head = () => {
    const text = lines.map((line) => `${line.text}\n`).join("");
    return html`<header>
      <h3 class="label">Log</h3>
      <button type="button" class="plain" aria-label="Copy the log" ?disabled=${lines.length === 0} @click=${() => onCopy(text)}>${copied && copied === text ? html`${check}Copied` : html`${copy}Copy`}</button>
    </header>`;
  };
  return html`<section class="log" part="log" aria-label="Log">
    ${guard([still], head)}
    ${lines.length === 0 ? html`<p class="quiet">Nothing is printed yet.</p>` : nothing}
    <ol class="scrolls">
      ${from > 0 ? more("earlier", from, from - 1) : nothing}
      ${lines.slice(from, to).map((line, index) => row(line, from + index))}
      ${to < lines.length ? more("later", lines.length - to, to) : nothing}
    </ol>
  </section>`;
}

export const logStyles = css`
  .log { display: flex; flex-direction: column; min-width: 0; min-height: 0; padding: 6px 8px 8px 12px; }
  .log header { display: flex; flex: none; justify-content: space-between; align-items: center; padding-left: 6px; }
  /* Its place is that of the first line. */
  .log > p { position: absolute; margin-top: 28px; padding-left: 6px; font-size: 13px; line-height: 24px; }
  .log ol { position: relative; flex: 1 1 auto; min-height: 0; overflow-y: auto; font: 13px/1.5 var(--mono); }
  .log li button {
    display: grid;
    grid-template-columns: 64px 64px minmax(24px, max-content) 1fr;
    gap: 8px;
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
  .log li button:hover { background: var(--raised); }
  .log time, .log .gap { text-align: right; white-space: nowrap; }
  .log .gap { color: var(--soft); font-size: 12px; }
  .log .text { overflow-wrap: anywhere; }
  .log .at button { background: var(--now-wash); box-shadow: inset 3px 0 var(--now); }
  .log .later .text, .log .later b, .log .later time { color: var(--soft); font-weight: 400; }
  @container playground (max-width: 959.98px) {
    .log ol { max-height: 420px; }
  }
  @container playground (max-width: 420px) {
    .log li button { grid-template-columns: 62px minmax(24px, max-content) 1fr; }
    .log .gap { display: none; }
  }
  @media (forced-colors: active) {
    .log .at button { outline: 2px solid Highlight; outline-offset: -2px; }
  }
  @media print {
    .log .plain { display: none; }
    .log ol { max-height: none; overflow: visible; }
    .log li { break-inside: avoid; }
  }
`;
