// What a run says to what was predicted of it.

import { css, html, nothing } from "lit";

import { check, parted } from "../icons.js";

/** @import { Judged } from "../record/judge.js" */

/**
 * @param {{ verdicts: readonly Judged[], onAgain: () => void }} props
 */
export function answers({ verdicts, onAgain }) {
  const said = verdicts.filter((verdict) => verdict.said !== undefined);
  const right = said.filter((verdict) => verdict.right).length;
  return html`
    ${said.length > 0 ? html`<ul role="list">${said.map(answer)}</ul>` : nothing}
    <button type="button" class="plain" @click=${onAgain}>${said.length > 0 ? "Predict again" : "Predict first"}</button>
    <p class="hidden" role="status">${said.length > 0 ? `Of your predictions, right: ${right} of ${said.length}.` : nothing}</p>`;
}

/** @param {Judged} judged */
function answer({ kind, right, said, actual, parted: at, reason }) {
  const mark = right === undefined ? html`<b>Open.</b>` : right ? html`<b class="right">${check}Right.</b>` : html`<b class="wrong">${parted}Not quite.</b>`;
  const words = {
    order: right ? "You put the lines in the order of the run." : nothing,
    total: `You said ${said} s.`,
    prints: `You said ${said ? "yes" : "no"}.`,
  }[kind];
  return html`<li>
    ${mark}
    <div>
      <p>${words} ${reason}</p>
      ${Array.isArray(said) && Array.isArray(actual) && at !== undefined
        ? html`<details>
            <summary>Your order beside that of the run</summary>
            <div class="both">
              ${column("You said", said, at)}
              ${column("The run", actual, at)}
            </div>
          </details>`
        : nothing}
    </div>
  </li>`;
}

/**
 * @param {string} title
 * @param {string[]} lines
 * @param {number} at
 */
function column(title, lines, at) {
  return html`<div>
    <p class="quiet">${title}</p>
    <ol>${lines.map((line, index) => html`<li class=${index === at ? "parts" : ""}><span class="line">${line}</span>${index === at ? html`<span class="hidden"> (parted here)</span>` : nothing}</li>`)}</ol>
  </div>`;
}

export const answersStyles = css`
  .predict > ul { display: grid; gap: 6px; padding: 10px 16px; border: 1px dashed var(--edge); border-radius: 12px; }
  .predict > ul > li { display: grid; grid-template-columns: 108px 1fr; gap: 10px; overflow-wrap: anywhere; }
  .predict b { display: inline-flex; gap: 6px; align-items: center; align-self: start; font-weight: 650; }
  .predict .right { color: var(--good); }
  .predict .wrong { color: var(--bad); }
  .predict summary { min-height: 24px; width: fit-content; color: var(--soft); font-size: 13px; cursor: pointer; }
  .predict .both { display: grid; grid-template-columns: 1fr 1fr; gap: 16px; padding-top: 4px; }
  .predict .both ol { list-style: decimal; padding-left: 3ch; }
  .predict .both li { padding: 1px 8px; }
  .predict .both li::marker { color: var(--soft); font-size: 12px; }
  .predict .both .parts { box-shadow: inset 3px 0 var(--bad); }
  .predict > .plain { margin-top: 4px; }
  @media (forced-colors: active) { .predict .both .parts { outline: 2px solid; } }
  @container playground (max-width: 520px) {
    .predict > ul > li { grid-template-columns: 1fr; gap: 0; }
    .predict .both { gap: 8px; }
  }
`;
