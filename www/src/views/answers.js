// What a run says to what was predicted of it: why a right answer is right, and a hint to a
// wrong one, with the reason for who asks for it.

import { css, html, nothing } from "lit";

import { check, cross, down, up } from "../icons.js";
import { coded } from "./prose.js";

/** @import { Judged } from "../record/judge.js" */
/** @import { Predicted } from "../record/questions.js" */

/**
 * @param {{
 *   verdicts: readonly Judged[] | undefined,
 *   prediction: Predicted,
 *   kept: boolean,
 *   isRevealed: (judged: Judged) => boolean,
 *   onReveal: (judged: Judged, reveals: boolean) => void,
 *   onAgain: (() => void) | undefined,
 * }} props `verdicts`: none before the run is judged; `kept`: the run told nothing, so its
 *   prediction is one of the next; `onAgain`: none if there is nothing to predict
 */
export function answers({ verdicts, prediction, kept, isRevealed, onReveal, onAgain }) {
  const said = (verdicts ?? []).filter((verdict) => verdict.said !== undefined);
  const predicted = prediction.answers.some((answer) => answer !== undefined);
  // A run that goes on will be judged.
  if (verdicts === undefined && predicted && !kept) return html`<p class="quiet">Your prediction is judged when the run has ended.</p>`;
  const again = kept && predicted ? "Change it" : said.some(({ right }) => !right) ? "Try again" : said.length > 0 ? "Predict again" : "Predict";
  return html`<section class="answers" aria-label="Prediction">
    ${kept && predicted ? html`<p>The run ended too early to tell. Your prediction is kept for the next one.</p>` : nothing}
    ${said.length > 0 ? html`<ul role="list">${said.map((judged) => answer(judged, isRevealed(judged), (reveals) => onReveal(judged, reveals)))}</ul>` : nothing}
    ${onAgain ? html`<button type="button" class="plain" @click=${onAgain}>${again}</button>` : nothing}
  </section>`;
}

/**
 * @param {Judged} judged
 * @param {boolean} revealed
 * @param {(reveals: boolean) => void} onReveal
 */
function answer(judged, revealed, onReveal) {
  const { kind, right, said, hint, reason, shown } = judged;
  // In what a program prints, a backtick is a backtick.
  const told = kind === "choice" ? coded : (/** @type {string} */ text) => text;
  const words = {
    order: right ? "You put the lines in the order of the run." : nothing,
    total: `You said ${said} s.`,
    prints: `You said ${said ? "yes" : "no"}.`,
    choice: html`You said “${coded(String(said).replace(/\.$/, ""))}”.`,
  }[kind];
  if (right) {
    return html`<li>
      <b class="right">${check}Right.</b>
      <div>
        <p>${words} ${told(reason)} ${shown}</p>
        ${both(judged)}
      </div>
    </li>`;
  }
  return html`<li>
    <b class="wrong">${cross}Not quite.</b>
    <div>
      <p>${words} ${told(hint)}</p>
      <button type="button" class="plain" aria-expanded=${revealed ? "true" : "false"} @click=${() => onReveal(!revealed)}>Show why${revealed ? up : down}</button>
      ${revealed ? html`<p class="why">${told(reason)} ${shown}</p> ${both(judged)}` : nothing}
    </div>
  </li>`;
}

/**
 * The lines as they were said, and as they came, where they differ.
 * @param {Judged} judged
 */
function both({ said, actual, parted: at }) {
  if (!Array.isArray(said) || !Array.isArray(actual) || at === undefined) return nothing;
  return html`<div class="both">
    ${column("You said", said, at)}
    ${column("The run", actual, at)}
  </div>`;
}

/**
 * @param {string} title
 * @param {string[]} lines
 * @param {number} at
 */
function column(title, lines, at) {
  return html`<div>
    <p class="quiet">${title}</p>
    <ol>${lines.map((line, index) => html`<li class=${index === at ? "parts" : ""}><span class="line">${line}</span>${index === at ? html`<span class="hidden"> (the first difference)</span>` : nothing}</li>`)}</ol>
  </div>`;
}

export const answersStyles = css`
  .answers { container: answers / inline-size; font-size: 14px; }
  .answers > ul { display: grid; gap: 8px; }
  .answers > ul > li { display: grid; grid-template-columns: 104px minmax(0, 1fr); gap: 10px; overflow-wrap: anywhere; }
  .answers b { display: inline-flex; gap: 6px; align-items: center; align-self: start; font-weight: 650; }
  .answers .right { color: var(--good); }
  .answers .wrong { color: var(--bad); }
  .answers .plain { margin: 2px 0 2px -8px; }
  .answers > .plain { margin: 8px 0 0; border-color: var(--line); }
  .answers .both { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 16px; padding-top: 6px; }
  .answers .both ol { list-style: decimal; padding-left: 3ch; }
  .answers .both li { padding: 1px 8px; }
  .answers .both li::marker { color: var(--soft); font-size: 12px; }
  .answers .both .parts { box-shadow: inset 3px 0 var(--bad); }
  .answers .line { font: 13px/1.4 var(--mono); overflow-wrap: anywhere; }
  .answers .quiet { font-size: 13px; }
  @media (forced-colors: active) { .answers .both .parts { outline: 2px solid; } }
  @container answers (max-width: 480px) {
    .answers > ul > li { grid-template-columns: 1fr; gap: 0; }
    .answers .both { gap: 8px; }
  }
  @media print { .answers .plain { display: none; } }
`;
