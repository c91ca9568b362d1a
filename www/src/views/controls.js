// The parameters as labelled controls, the speed, Run and Stop.

import { css, html, nothing } from "lit";
import { live } from "lit/directives/live.js";

import { SPEEDS } from "../controllers/settings.js";
import { play, stop } from "../icons.js";

/** @import { Scenario } from "../types.js" */

/**
 * The program judges what is typed, and says what is allowed: nothing is refused here.
 * @param {{
 *   scenario: Scenario,
 *   values: Record<string, string>,
 *   speed: string,
 *   stoppable: boolean,
 *   differing: readonly string[],
 *   onValue: (name: string, value: string) => void,
 *   onSpeed: (speed: string) => void,
 *   onRun: (typed: Record<string, string>) => void,
 *   onStop: () => void,
 * }} state `differing`: what was set otherwise for the run that is shown, as `A = 2 s`
 * @param {unknown} aside what stands at the end of the row
 */
export function controls({ scenario, values, speed, stoppable, differing, onValue, onSpeed, onRun, onStop }, aside) {
  const speeds = SPEEDS.includes(speed) ? SPEEDS : [...SPEEDS, speed];
  const onSubmit = (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const inputs = /** @type {HTMLFormElement} */ (event.target).querySelectorAll("input");
    onRun(Object.fromEntries([...inputs].map(({ name, value }) => [name, value])));
  };
  return html`<div class="controls"><form novalidate @submit=${onSubmit}>
    ${scenario.params.map(({ name, label, kind, unit, min, max, default: given }) => html`
      <label>
        <span>${label}</span>
        <span class="number ${unit ? "with-unit" : ""}">
          <input type=${isNaN(Number(values[name] ?? given)) ? "text" : "number"} name=${name} inputmode="decimal" min=${min} max=${max} step=${kind === "count" ? 1 : "any"}
            .value=${values[name] ?? String(given)}
            @change=${(/** @type {Event} */ event) => onValue(name, /** @type {HTMLInputElement} */ (event.target).value)}>
          ${unit ? html`<span class="unit">${unit}</span>` : nothing}
        </span>
      </label>`)}
    <label>
      <span>speed</span>
      <select name="speed" @change=${(/** @type {Event} */ event) => onSpeed(/** @type {HTMLSelectElement} */ (event.target).value)}>
        ${speeds.map((choice) => html`<option value=${choice} .selected=${live(choice === speed)}>${choice}×</option>`)}
      </select>
    </label>
    <span class="go">
      <button class="primary" type="submit">${play}Run<kbd>Ctrl ⏎</kbd></button>
      <button type="button" ?disabled=${!stoppable} @click=${onStop}>${stop}Stop</button>
    </span>
    </form>
    ${aside}
    <p class="quiet pending" role="status">${differing.length > 0 ? `The run shown had ${differing.join(", ")}. The new value applies to the next run.` : nothing}</p>
  </div>`;
}

export const controlStyles = css`
  .controls { display: flex; flex-wrap: wrap; gap: 10px 18px; align-items: end; }
  .controls form { display: contents; }
  .controls label { display: grid; gap: 3px; color: var(--soft); font-size: 13px; }
  .controls input, .controls select { color: var(--ink); font-size: 15px; }
  .controls .number { position: relative; display: block; width: fit-content; }
  .controls input { width: 86px; appearance: textfield; }
  .controls .with-unit input { padding-right: 34px; }
  .controls .unit { position: absolute; right: 9px; top: 7px; pointer-events: none; }
  .controls .go { display: flex; gap: 8px; }
  .controls .pending { flex-basis: 100%; font-size: 13px; }
  .controls .pending:empty { display: none; }
  .controls input:user-invalid { border-color: var(--bad); outline-color: var(--bad); }
  @container playground (max-width: 560px) {
    .controls kbd { display: none; }
  }
`;
