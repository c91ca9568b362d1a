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
  .share .menu { position: absolute; top: calc(100% + 6px); right: 0; z-index: 4; display: grid; gap: 12px; width: min(430px, 92cqw); padding: 14px 16px; border: 1px solid var(--edge); border-radius: 12px; background: var(--card); box-shadow: 0 10px 30px rgb(0 0 0 / 0.16); font-size: 14px; }
  .share label { display: grid; gap: 3px; }
  .share .link { display: flex; gap: 8px; }
  .share input { flex: 1; min-width: 0; color: var(--soft); font: 12.5px var(--mono); text-overflow: ellipsis; }
  .share .files { display: flex; flex-wrap: wrap; gap: 8px; }
  .share .menu button { padding: 4px 11px; font-weight: 500; }
  .share p { overflow-wrap: anywhere; }
  @media print { .share { display: none; } }
`;
