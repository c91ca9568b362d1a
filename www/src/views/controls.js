// Run and Stop, the parameters as labelled controls, and the speed.

import { css, html, nothing } from "lit";
import { live } from "lit/directives/live.js";

import { SPEEDS } from "../controllers/choices.js";
import { modifier } from "../controllers/modifier.js";
import { play, reset, stop } from "../icons.js";

/** @import { Scenario } from "../types.js" */

/**
 * The program judges what is typed, and says what is allowed: nothing is refused here.
 * @param {{
 *   scenario: Scenario,
 *   values: Record<string, string>,
 *   speed: string,
 *   stoppable: boolean,
 *   changed: boolean,
 *   onValue: (name: string, value: string) => void,
 *   onSpeed: (speed: string) => void,
 *   onReset: () => void,
 *   onRun: (typed: Record<string, string>) => void,
 *   onStop: () => void,
 * }} state `changed`: whether anything is other than it is by default
 * @param {unknown} aside what stands at the end of the row
 * @param {unknown} wrong what is wrong with what is chosen
 */
export function controls({ scenario, values, speed, stoppable, changed, onValue, onSpeed, onReset, onRun, onStop }, aside, wrong) {
  const speeds = SPEEDS.includes(speed) ? SPEEDS : [...SPEEDS, speed];
  const onSubmit = (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const inputs = /** @type {HTMLFormElement} */ (event.target).querySelectorAll("input");
    onRun(Object.fromEntries([...inputs].map(({ name, value }) => [name, value])));
  };
  return html`<div class="controls" part="controls"><form novalidate @submit=${onSubmit}>
    <button class="primary" type="submit">${play}Run<kbd>${modifier()} ⏎</kbd></button>
    <button class="square" type="button" aria-label="Stop" title="Stop (Esc)" ?disabled=${!stoppable} @click=${onStop}>${stop}</button>
    ${scenario.params.map(({ name, label, kind, unit, min, max, default: given }) => html`
      <label>
        <span>${label}</span>
        <span class="number ${unit ? "with-unit" : ""}">
          <input type=${isNaN(Number(values[name] ?? given)) ? "text" : "number"} name=${name} inputmode="decimal" min=${min} max=${max} step=${kind === "count" ? 1 : "any"}
            class=${unit.length + String(max).length > 5 ? "long" : ""}
            .value=${values[name] ?? String(given)}
            @change=${(/** @type {Event} */ event) => onValue(name, /** @type {HTMLInputElement} */ (event.target).value)}>
          ${unit ? html`<span class="unit">${unit}</span>` : nothing}
        </span>
      </label>`)}
    <label>
      <span>speed</span>
      <select name="speed" title="By what every wait is divided" @change=${(/** @type {Event} */ event) => onSpeed(/** @type {HTMLSelectElement} */ (event.target).value)}>
        ${speeds.map((choice) => html`<option value=${choice} .selected=${live(choice === speed)}>${choice}×</option>`)}
      </select>
    </label>
    <button class="square plain" type="button" aria-label="Reset to defaults" title="Reset to defaults" ?disabled=${!changed} @click=${onReset}>${reset}</button>
    </form>
    <span class="aside">${aside}</span>
    ${wrong}
  </div>`;
}

export const controlStyles = css`
  .controls { display: flex; flex-wrap: wrap; gap: 6px 8px; align-items: end; }
  .controls form { display: contents; }
  .controls { position: relative; flex: none; padding: 7px 16px 9px; }
  /* What is wrong stands under what it is about, and moves nothing. */
  .controls [role="alert"] { position: absolute; top: 100%; right: 12px; left: 12px; z-index: 3; }
  .controls .problem { overflow-y: auto; max-block-size: 40vh; box-shadow: 0 8px 24px rgb(0 0 0 / 0.14); }
  .controls .primary, .controls .square, .controls input, .controls select { min-height: 34px; }
  .controls .primary { gap: 7px; padding: 4px 11px; }
  .controls .square { width: 34px; padding: 0; }
  .controls .square + label { margin-left: 4px; }
  .controls .square.plain { width: 28px; }
  .controls label { display: grid; gap: 1px; color: var(--soft); font-size: 12px; line-height: 1.3; }
  .controls input, .controls select { padding: 3px 6px; color: var(--ink); font-size: 14.5px; }
  .controls .number { position: relative; display: block; width: fit-content; }
  .controls input { width: 52px; appearance: textfield; }
  .controls input::-webkit-inner-spin-button { appearance: none; }
  .controls input.long { width: 84px; }
  .controls .with-unit input { width: 60px; padding-right: 24px; }
  .controls .unit { position: absolute; right: 8px; bottom: 8px; font-size: 12.5px; pointer-events: none; }
  .controls select[name="speed"] { width: 64px; padding-right: 0; }
  .controls .aside { display: flex; gap: 4px; align-items: end; margin-left: auto; }
  .controls input:user-invalid { border-color: var(--bad); outline-color: var(--bad); }
  @container playground (max-width: 560px) {
    .controls { padding-inline: 14px; }
    .controls kbd { display: none; }
  }
  @media (pointer: coarse) {
    .controls .primary, .controls .square, .controls input, .controls select { min-height: 40px; }
    .controls .unit { bottom: 11px; }
  }
  @media print {
    .controls .primary, .controls .square, .controls .aside { display: none; }
    .controls :is(input, select) { border-color: transparent; padding-left: 0; background: none; appearance: none; }
  }
`;
