// What went wrong in a run, in plain words.

import { css, html, nothing } from "lit";

import { warning } from "../icons.js";
import { number } from "../record/figures.js";
import { doubt } from "./clock.js";

/** @import { RunRecord } from "../types.js" */

/** How many diagnoses are told; the others are counted. */
const SHOWN = 20;

/**
 * How many things there are to say of a run.
 * @param {RunRecord} record
 */
export function countDiagnoses(record) {
  return record.diagnoses.length + (record.error ? 1 : 0) + (doubt(record) ? 1 : 0);
}

/** @param {RunRecord} record */
export function diagnoses(record) {
  const unsure = doubt(record);
  return html`<section class="diagnoses" aria-label="Diagnoses">
    <ul>
      ${record.error ? html`<li>${warning}<p>The run failed: ${record.error}</p></li>` : nothing}
      ${unsure ? html`<li>${warning}<p>${unsure} Do not trust the times of this run.</p></li>` : nothing}
      ${record.diagnoses.slice(0, SHOWN).map(({ code, message }) => html`<li>${warning}<p><b>${code}</b> ${message}</p></li>`)}
      ${record.diagnoses.length > SHOWN ? html`<li class="quiet">and ${number(record.diagnoses.length - SHOWN)} more</li>` : nothing}
    </ul>
  </section>`;
}

export const diagnosesStyles = css`
  .diagnoses li { display: flex; gap: 10px; padding: 6px 0; }
  .diagnoses .icon { margin-top: 3px; color: var(--bad); }
  .diagnoses b { margin-right: 6px; font: 600 13px var(--mono); }
  .diagnoses p { max-width: 76ch; overflow-wrap: anywhere; }
`;
