// The choice of what to compare a run with.

import { css, html, nothing } from "lit";

import { BEFORE, SIMULATION } from "../controllers/comparison.js";

/** @import { Scenario } from "../types.js" */

/**
 * @param {{
 *   scenario: Scenario,
 *   all: readonly Scenario[],
 *   chosen: string,
 *   hasBefore: boolean,
 *   onChoose: (choice: string) => void,
 * }} props `all`: the course
 */
export function compareWith({ scenario, all, chosen, hasBefore, onChoose }) {
  const others = all.filter(({ id }) => id !== scenario.id);
  const suggested = others.filter(({ id }) => id === scenario.compare);
  const option = (/** @type {string} */ value, /** @type {string} */ label) => html`<option value=${value} .selected=${value === chosen}>${label}</option>`;
  return html`<label class="compare-with">
    <span>compare with</span>
    <select name="compare" @change=${(/** @type {Event} */ event) => onChoose(/** @type {HTMLSelectElement} */ (event.target).value)}>
      ${option("", "nothing")}
      ${suggested.map(({ id, title }) => option(id, title))}
      ${option(SIMULATION, "its own simulation")}
      ${hasBefore ? option(BEFORE, "the run before this one") : nothing}
      <optgroup label="Another lesson">
        ${others.filter((other) => !suggested.includes(other)).map(({ id, title }) => option(id, title))}
      </optgroup>
    </select>
  </label>`;
}

export const compareWithStyles = css`
  .compare-with { display: grid; gap: 3px; color: var(--soft); font-size: 13px; }
  .compare-with select { width: 138px; color: var(--ink); font-size: 15px; }
`;
