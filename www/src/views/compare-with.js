// The choice of what to compare a run with.

import { css, html, nothing } from "lit";
import { live } from "lit/directives/live.js";

import { BEFORE, SIMULATION } from "../controllers/choices.js";

/** @import { Lesson } from "../types.js" */

/**
 * @param {{
 *   scenario: Lesson,
 *   all: readonly Lesson[],
 *   chosen: string,
 *   hasBefore: boolean,
 *   onChoose: (choice: string) => void,
 * }} props `all`: the course
 */
export function compareWith({ scenario, all, chosen, hasBefore, onChoose }) {
  // What is chosen is there, whoever chose it.
  const others = all.filter(({ id }) => id !== scenario.id || id === chosen);
  const suggested = others.filter(({ id }) => id === scenario.compare);
  const option = (/** @type {string} */ value, /** @type {string} */ label) => html`<option value=${value} .selected=${live(value === chosen)}>${label}</option>`;
  return html`<select class="compare-with" name="compare" aria-label="compare with" @change=${(/** @type {Event} */ event) => onChoose(/** @type {HTMLSelectElement} */ (event.target).value)}>
      ${option("", chosen === "" ? "Compare" : "nothing")}
      ${suggested.map(({ id, title }) => option(id, title))}
      ${scenario.browser_only && chosen !== SIMULATION ? nothing : option(SIMULATION, "its own simulation")}
      ${hasBefore || chosen === BEFORE ? option(BEFORE, "the run before this one") : nothing}
      <optgroup label="Another lesson">
        ${others.filter((other) => !suggested.includes(other)).map(({ id, title }) => option(id, title))}
      </optgroup>
    </select>`;
}

export const compareWithStyles = css`
  .controls .compare-with { width: 98px; font-size: 14px; }
  .controls .compare-with:has(option:first-child:checked) { border-color: transparent; color: var(--soft); }
  .controls .compare-with:hover { border-color: var(--line); }
`;
