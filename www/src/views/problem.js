// Something that went wrong, where the reader looks: named, and with what to do.

import { css, html, nothing } from "lit";

import { warning } from "../icons.js";

/**
 * @param {readonly string[]} said
 * @param {(() => void) | undefined} onRetry
 */
export function problem(said, onRetry) {
  return html`<div role="alert">${
    said.length === 0
      ? nothing
      : html`<div class="problem">
          ${warning}
          <div>${said.map((sentence) => html`<p>${sentence}</p>`)}</div>
          ${onRetry ? html`<button @click=${onRetry}>Try again</button>` : nothing}
        </div>`
  }</div>`;
}

export const problemStyles = css`
  .problem {
    display: flex;
    flex-wrap: wrap;
    gap: 10px;
    align-items: center;
    padding: 10px 14px;
    border: 1px solid var(--bad);
    border-left-width: 4px;
    border-radius: 8px;
    color: var(--bad);
    background: var(--card);
    overflow-wrap: anywhere;
  }
  .problem div { flex: 1 1 200px; color: var(--ink); }
`;
