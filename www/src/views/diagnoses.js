// What went wrong in a run, in plain words.

import { css, html, nothing } from "lit";

import { warning } from "../icons.js";
import { number } from "../record/figures.js";

/** @import { RunRecord } from "../types.js" */

/** How many diagnoses are told; the others are counted. */
const SHOWN = 20;

/** @param {RunRecord | undefined} record */
export function diagnoses(record) {
  if (!record || (record.diagnoses.length === 0 && !record.error)) return nothing;
  return html`<section class="diagnoses" aria-label="Diagnoses">
    <ul>
      ${record.error ? html`<li>${warning}<p>The run failed: ${record.error}</p></li>` : nothing}
      ${record.diagnoses.slice(0, SHOWN).map(({ code, message }) => html`<li>${warning}<p><b>${code}</b> ${message}</p></li>`)}
      ${record.diagnoses.length > SHOWN ? html`<li class="quiet">and ${number(record.diagnoses.length - SHOWN)} more</li>` : nothing}
    </ul>
  </section>`;
}

export const diagnosesStyles = css`
  .diagnoses li { display: flex; gap: 10px; padding: 10px 18px; border-top: 1px solid var(--line); }
  .diagnoses .icon { margin-top: 3px; color: var(--bad); }
  .diagnoses b { margin-right: 6px; font: 600 13px var(--mono); }
  .diagnoses p { max-width: 76ch; overflow-wrap: anywhere; }
`;
