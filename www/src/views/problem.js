// Something that went wrong, where the reader looks: named, and with what to do.

import { css, html, nothing } from "lit";

import { message } from "../engine/message.js";
import { warning } from "../icons.js";

/**
 * @param {unknown} error
 * @param {(() => void) | undefined} onRetry
 */
export function problem(error, onRetry) {
  return html`<div role="alert">${
    error === undefined
      ? nothing
      : html`<div class="problem">
          ${warning}
          <p>${message(error)}</p>
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
    overflow-wrap: anywhere;
  }
  .problem p { flex: 1 1 200px; color: var(--ink); }
`;
