// The task table, in tokio-console's words.

import { css, html, nothing } from "lit";

import { seconds } from "../explain.js";
import { hue } from "../palette.js";

/** @import { RunRecord, State } from "../types.js" */

/** How many lanes are listed; the others are counted. */
const SHOWN = 100;

/**
 * @param {{ record: RunRecord, state: State, names: (id: number) => string }} props
 */
export function tasks({ record, state, names }) {
  const { n, lanes } = state;
  // A lane's times are added up when the run has ended.
  const ended = record.outcome !== "running";
  const when = ended && n < record.events.length ? "; state and polls at the cursor, times of the whole run" : "";
  const more = Math.max(lanes.length, record.sampled.tasks_total) - SHOWN;
  return html`<section class="card pane tasks" role="region" aria-label="Tasks" tabindex="0">
    <table>
      <caption><h4>Tasks</h4>${when}</caption>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Kind</th>
          <th scope="col">State</th>
          ${["Polls", "Busy", "Scheduled", "Idle", "Line"].map((title) => html`<th scope="col" class="figure">${title}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${lanes.slice(0, SHOWN).map(({ id, name, kind, parent, state, polls, line }) => {
          const total = ended ? record.tasks[id] : undefined;
          const figures = [polls, ...[total?.busy_ms, total?.scheduled_ms, total?.idle_ms].map(time), line];
          return html`<tr>
            <th scope="row"><b class="hue-${hue(id)}">${names(id)}</b>${name === names(id) ? nothing : html` <code>${name}</code>`}</th>
            <td>${kind}${kind === "branch" && parent !== null ? ` of ${names(parent)}` : nothing}</td>
            <td>${state}</td>
            ${figures.map((figure) => html`<td class="figure">${figure}</td>`)}
          </tr>`;
        })}
      </tbody>
    </table>
    ${more > 0 ? html`<p class="quiet">+ ${more.toLocaleString("en")} more</p>` : nothing}
  </section>`;
}

/** @param {number | undefined} ms */
function time(ms) {
  return ms === undefined ? "" : seconds(ms);
}

export const tasksStyles = css`
  .tasks { overflow-x: auto; font-size: 13px; }
  table { width: 100%; border-collapse: collapse; }
  caption { padding-bottom: 5px; color: var(--soft); font-size: 13px; text-align: left; }
  caption h4 { display: inline; }
  th { font-weight: 500; text-align: left; }
  thead th { color: var(--soft); }
  th, td { padding: 4px 14px 4px 0; border-top: 1px solid var(--line); white-space: nowrap; vertical-align: baseline; }
  thead th { border-top: 0; }
  .figure { padding: 4px 0 4px 14px; text-align: right; }
  table b { font: 600 13px var(--mono); }
  table code { overflow: hidden; max-width: 32ch; color: var(--soft); font: 12px var(--mono); text-overflow: ellipsis; }
`;
