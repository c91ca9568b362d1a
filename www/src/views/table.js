// A table of figures, which scrolls in its own frame where it is too wide.

import { css, html, nothing } from "lit";

import { number } from "../record/figures.js";

/**
 * @param {{
 *   caption: string,
 *   columns: Record<string, "text" | "figure">,
 *   explained?: Record<string, unknown>,
 *   rows: unknown[][],
 *   more?: number,
 * }} props the first column names its row; `explained`: titles that say what they mean; `more` rows are not shown
 */
export function table({ caption, columns, explained = {}, rows, more = 0 }) {
  const kinds = Object.values(columns);
  return html`<div class="table" role="region" aria-label=${caption} tabindex="0">
    <table>
      <caption>${caption}</caption>
      <thead>
        <tr>${Object.entries(columns).map(([title, kind]) => html`<th scope="col" class=${kind}>${explained[title] ?? title}</th>`)}</tr>
      </thead>
      <tbody>
        ${rows.map(([name, ...cells]) => html`<tr>
          <th scope="row" class=${kinds[0]}>${name}</th>
          ${cells.map((cell, index) => html`<td class=${kinds[index + 1]}>${cell}</td>`)}
        </tr>`)}
      </tbody>
    </table>
    ${more > 0 ? html`<p class="quiet">+ ${number(more)} more</p>` : nothing}
  </div>`;
}

export const tableStyles = css`
  .table { overflow-x: auto; font-size: 13px; }
  .table table { border-collapse: collapse; }
  .table caption { padding-bottom: 4px; color: var(--soft); text-align: left; }
  .table th { font-weight: 500; text-align: left; }
  .table thead th { color: var(--soft); border-top: 0; }
  .table th, .table td { padding: 4px 0 4px 22px; border-top: 1px solid var(--line); vertical-align: baseline; }
  .table :first-child:is(th) { padding-left: 0; }
  .table .figure { text-align: right; white-space: nowrap; }
  .table b { font: 600 13px/20px var(--mono); }
  @media print {
    .table { overflow: visible; }
    .table th, .table td { padding-left: 12px; }
    .table tr { break-inside: avoid; }
  }
`;
