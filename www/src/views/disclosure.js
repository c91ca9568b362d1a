// What is there for who wants it: folded on the screen, open on paper.

import { css, html } from "lit";

/**
 * @param {unknown} title
 * @param {unknown} content
 */
export function disclosure(title, content) {
  return html`<details class="card disclosure">
    <summary>${title}</summary>
    <div>${content}</div>
  </details>`;
}

export const disclosureStyles = css`
  .disclosure summary { min-height: 24px; padding: 11px 18px; font-weight: 600; cursor: pointer; }
  .disclosure summary span { margin-left: 4px; color: var(--soft); font-weight: 400; }
  .disclosure > div { display: grid; grid-template-columns: minmax(0, 1fr); gap: 14px; padding: 2px 18px 16px; }
  @media print {
    .disclosure summary { list-style: none; }
    .disclosure::details-content { display: block; block-size: auto; content-visibility: visible; }
  }
`;
