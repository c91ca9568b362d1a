// What is said about a scenario: its title, one sentence, and behind it what to look for.

import { css, html, nothing } from "lit";

import { coded, prose } from "./prose.js";

/** @import { Scenario } from "../types.js" */

/**
 * @param {Scenario} scenario
 * @param {{ isFull: boolean, without?: readonly string[] }} shown
 */
export function text({ title, summary, text, words }, { isFull, without = [] }) {
  const [hasTitle, hasText] = ["title", "text"].map((part) => !without.includes(part));
  if (!hasTitle && !hasText) return nothing;
  /** @type {Set<import("../glossary.js").Entry>} */
  const noted = new Set();
  return html`<header class="lesson">
    ${hasTitle ? html`<h2 part="title">${title}</h2>` : nothing}
    ${hasText ? html`<p class="summary">${prose(summary, noted)}</p>` : nothing}
    ${hasText && isFull
      ? html`<details class="more">
          <summary>Read more</summary>
          <div>
            ${text.split("\n\n").map((paragraph) => html`<p>${prose(paragraph, noted)}</p>`)}
            ${words ? html`<h3>${coded(words.title)}</h3><pre tabindex="0">${words.text}</pre>` : nothing}
          </div>
        </details>`
      : nothing}
  </header>`;
}

export const textStyles = css`
  .lesson { padding: 16px 20px 14px; background: var(--paper); }
  .lesson h2 { margin-bottom: 2px; font-size: 23px; line-height: 1.25; letter-spacing: -0.02em; text-wrap: balance; }
  /* The rest begins at the end of the sentence. */
  .lesson .summary, .more, .more > summary { display: inline; }
  .lesson .summary { color: var(--soft); font-size: 15.5px; line-height: 1.45; }
  .more > summary { margin-left: 4px; list-style: none; color: var(--ink); font-size: 14px; text-decoration: underline; text-underline-offset: 3px; white-space: nowrap; cursor: pointer; }
  .more > summary::-webkit-details-marker { display: none; }
  .more > div { display: grid; grid-template-columns: minmax(0, 1fr); gap: 9px; max-width: 68ch; margin-top: 10px; }
  .more h3 { font-size: 15px; }
  .more pre { padding: 12px 14px; overflow-x: auto; border-left: 3px solid var(--line); background: var(--card); font: 12.5px/1.55 var(--mono); }
  @container playground (min-width: 960px) {
    .lesson { flex: none; max-height: 55%; overflow-y: auto; }
  }
  @container playground (max-width: 560px) {
    .lesson { padding: 14px 16px 12px; }
  }
  @media print {
    .lesson { max-height: none !important; padding-inline: 0; overflow: visible; background: none; }
    .more > summary { display: none; }
    .more::details-content { display: block; block-size: auto; content-visibility: visible; }
    .more pre { white-space: pre-wrap; overflow-wrap: anywhere; }
  }
`;
