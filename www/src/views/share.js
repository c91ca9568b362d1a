// The button of what there is to share. What it opens comes when it is first opened.

import { css, html } from "lit";

import { share as icon } from "../icons.js";

/**
 * @param {(open: boolean) => void} onOpen whether it is looked at
 * @param {unknown} menu
 */
export function share(onOpen, menu) {
  return html`<details class="share" @toggle=${(/** @type {Event} */ { target }) => onOpen(/** @type {HTMLDetailsElement} */ (target).open)}>
    <summary class="button plain">${icon}Share</summary>
    ${menu}
  </details>`;
}

export const shareStyles = css`
  .share { position: relative; }
  .share summary { min-height: 34px; list-style: none; font-size: 14px; }
  .share summary::-webkit-details-marker { display: none; }
  @media print { .share { display: none; } }
`;
