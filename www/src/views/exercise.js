// What it takes to try an exercise: the check and what it says, hints, and the answer for who has tried.

import { css, html, nothing } from "lit";

import { check, cross, down, pen, play, up, warning } from "../icons.js";
import { coloured } from "../source/coloured.js";
import { coded } from "./prose.js";

/** @import { Exercise, Param } from "../types.js" */
/** @import { Attempt, Result } from "../exercise/attempt.js" */

/**
 * @param {object} props
 * @param {Exercise} props.exercise
 * @param {Attempt} props.attempt
 * @param {readonly Param[]} props.params of the lesson
 * @param {boolean} props.isEditorOpen
 * @param {string} props.text the program as it stands
 * @param {() => void} props.onEdit
 * @param {(text: string) => void} props.onPut
 * @param {(values: Record<string, number>) => void} props.onRun
 */
export function exercisePanel({ exercise, attempt, params, isEditorOpen, text, onEdit, onPut, onRun }) {
  const { given, hints, answer } = exercise;
  const { isChecking, isOld, result } = attempt;
  const change = (/** @type {() => void} */ act) => () => {
    act();
    attempt.page.onChange();
  };
  const more = attempt.hints < hints.length;
  return html`
    <div class="does">
      <button type="button" class="primary" @click=${() => attempt.check()}>${check}Check</button>
      ${given !== null
        ? html`<button type="button" ?disabled=${text === given} @click=${() => onPut(given)}>${pen}Load the program to change</button>`
        : isEditorOpen ? nothing : html`<button type="button" @click=${onEdit}>${pen}Edit the program</button>`}
      <button type="button" class="plain" aria-disabled=${more ? "false" : "true"} @click=${change(() => (attempt.hints += more ? 1 : 0))}>${attempt.hints === 0 ? "Hint" : "Another hint"}</button>
      ${attempt.hasEarnedAnswer
        ? html`<button type="button" class="plain" aria-expanded=${attempt.isAnswerShown ? "true" : "false"} @click=${change(() => (attempt.isAnswerShown = !attempt.isAnswerShown))}>An answer${attempt.isAnswerShown ? up : down}</button>`
        : nothing}
    </div>
    <div class="result ${isOld ? "old" : ""}">
      <p role="status">${isChecking ? "Checking…" : result ? said(result, params, isOld) : nothing}</p>
      ${!isChecking && !result ? html`<p class="quiet">Check runs your program on the simulated clock, with many values if it takes any.</p>` : nothing}
      ${result && !isOld && "values" in result && result.values
        ? html`<button type="button" class="plain" @click=${() => onRun(/** @type {Record<string, number>} */ (result.values))}>${play}Run it with these values</button>`
        : nothing}
    </div>
    ${attempt.hints > 0 || attempt.isAnswerShown
      ? html`<div class="help" tabindex="0" role="group" aria-label="Hints and answer">
          ${attempt.hints > 0 ? html`<ol>${hints.slice(0, attempt.hints).map((hint) => html`<li>${coded(hint)}</li>`)}</ol>` : nothing}
          ${attempt.isAnswerShown
            ? html`<div class="answer">
                <p><button type="button" ?disabled=${text === answer.text} @click=${() => onPut(answer.text)}>Put it into the editor</button> <span class="quiet">Undo brings yours back.</span></p>
                <pre aria-label="An answer">${coloured(answer.text, answer.colours).map((tokens) => html`<code>${tokens.map(({ text, scope }) => (scope ? html`<span class="t-${scope}">${text}</span>` : text))}
</code>`)}</pre>
              </div>`
            : nothing}
        </div>`
      : nothing}
    <p class="hidden" role="status">${attempt.hints > 0 ? html`Hint ${attempt.hints}: ${coded(hints[attempt.hints - 1])}` : nothing}</p>`;
}

/**
 * @param {Result} result
 * @param {readonly Param[]} params
 * @param {boolean} isOld
 */
function said(result, params, isOld) {
  const before = isOld ? html`<b>Before your change: </b>` : nothing;
  switch (result.kind) {
    case "reached":
      return html`${before}<b class="right">${check}Goal reached${result.sets === 1 ? "." : ","}</b>${result.sets === 1 ? nothing : ` with each of ${result.sets} sets of values.`}`;
    case "missed":
      return html`${before}<b class="wrong">${cross}Not yet.</b> ${result.values ? `With ${listed(result.values, params)}: ` : nothing}${coded(result.message)}`;
    case "failed":
      return html`${before}<b class="wrong">${cross}It did not come to its end</b>${result.values ? ` with ${listed(result.values, params)}` : nothing}: ${result.why}`;
    case "refused":
      return html`<b class="wrong">${cross}It does not compile.</b> What is wrong is underlined in the program, and said below it.`;
    case "left":
      return html`You changed the program meanwhile. Check it again.`;
    case "trouble":
      return html`${before}<b>${warning}It could not be checked.</b> ${result.why}`;
  }
}

/**
 * Values as they stand in the fields.
 * @param {Record<string, number>} values
 * @param {readonly Param[]} params
 */
function listed(values, params) {
  return params
    .filter(({ name }) => name in values)
    .map(({ name, label, unit }) => `${label}\u00a0=\u00a0${values[name]}${unit ? `\u00a0${unit}` : ""}`)
    .join(", ");
}

export const exerciseStyles = css`
  .exercise .does { display: flex; flex-wrap: wrap; gap: 6px 8px; align-items: center; padding: 3px 12px 6px; }
  .exercise .does [aria-disabled="true"] { border-color: transparent; opacity: 0.45; cursor: default; }
  .exercise .does button { gap: 6px; min-height: 32px; padding: 3px 11px; font-size: 13.5px; }
  /* What is said has its place before it is. */
  .exercise .result { min-height: 76px; padding: 2px 14px 8px; overflow-wrap: anywhere; }
  .exercise .result .plain { margin: 2px 0 0 -8px; gap: 6px; color: var(--ink); }
  .exercise .result .plain .icon { width: 12px; }
  .exercise .result b { font-weight: 650; }
  .exercise .result .icon { display: inline-block; vertical-align: -3px; margin-right: 4px; }
  .exercise .right { color: var(--good); }
  .exercise .wrong { color: var(--bad); }
  .exercise .old { color: var(--soft); }
  .exercise .old :is(.right, .wrong) { color: inherit; }
  .exercise .help { padding: 8px 14px; border-top: 1px solid var(--line); }
  .exercise .help ol { display: grid; gap: 4px; padding-left: 2.5ch; list-style: decimal; }
  .exercise .help li::marker { color: var(--soft); }
  .exercise .help ol + .answer { margin-top: 8px; }
  .exercise .answer button { min-height: 30px; padding: 3px 10px; font-size: 13px; }
  .exercise pre { margin: 8px 0; padding: 8px 12px; overflow-x: auto; border-left: 3px solid var(--line); background: var(--card); font: 13px/19px var(--mono); }
  .exercise pre code { display: block; font: inherit; }
  @container playground (min-width: 960px) {
    .exercise.open { display: flex; flex-direction: column; max-height: 55%; }
    .exercise .help { min-height: 0; overflow-y: auto; }
  }
  /* Who writes sees what is asked for. It has the place that is the scrubber's otherwise. */
  @container playground (max-width: 959.98px) {
    .exercise.open { position: sticky; bottom: 0; z-index: 2; max-height: 50dvh; overflow-y: auto; border-bottom: 1px solid var(--line); box-shadow: 0 -6px 16px rgb(0 0 0 / 0.07); }
    .bench:has(.exercise.open) .dock { position: static; }
    .exercise.open, .exercise.open * { scroll-margin-bottom: 0; }
  }
  @media print {
    .exercise :is(.does, .result, .help button) { display: none; }
  }
`;
