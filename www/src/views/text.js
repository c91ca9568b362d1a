// What is said about a scenario: its title, one sentence, and what to look for.

import { css, html, nothing } from "lit";

/** @import { Scenario } from "../types.js" */

/**
 * @param {Scenario} scenario
 * @param {boolean} full
 */
export function text({ title, summary, text, words }, full) {
  return html`<header class="lesson">
    <h2>${title}</h2>
    <p class="summary">${summary}</p>
    ${full ? text.split("\n\n").map((paragraph) => html`<p>${paragraph}</p>`) : nothing}
    ${full && words
      ? html`<details class="words">
          <summary>${words.title}</summary>
          <pre tabindex="0">${words.text}</pre>
        </details>`
      : nothing}
  </header>`;
}

export const textStyles = css`
  .lesson { display: grid; grid-template-columns: minmax(0, 1fr); gap: 9px; max-width: 68ch; }
  .lesson h2 { font-size: 28px; line-height: 1.2; letter-spacing: -0.02em; text-wrap: balance; }
  .lesson .summary { color: var(--soft); font-size: 17px; line-height: 1.45; text-wrap: pretty; }
  .words summary { width: fit-content; min-height: 24px; cursor: pointer; font-weight: 600; }
  .words pre { margin-top: 6px; padding: 12px 14px; overflow-x: auto; border-left: 3px solid var(--line); background: var(--card); font: 12.5px/1.55 var(--mono); }
  .two { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1.25fr); gap: 16px; align-items: start; }
  @media print {
    .words pre { white-space: pre-wrap; overflow-wrap: anywhere; }
    .words::details-content { display: block; block-size: auto; content-visibility: visible; }
  }
  @container playground (max-width: 760px) {
    .two { grid-template-columns: minmax(0, 1fr); }
    .lesson h2 { font-size: 24px; }
  }
`;
