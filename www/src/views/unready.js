// Until the element can be used, what stands inside it is what there is to read; and what is wrong, if that will not come.

import { css, html, nothing } from "lit";

/**
 * @param {unknown} wrong
 * @param {boolean} isDrawn whether the page has brought along what is read meanwhile
 * @param {string} [scheme] `light` or `dark`, if the page around says it
 */
export function unready(wrong, isDrawn, scheme = "") {
  return html`<div class="unready ${isDrawn ? "over" : ""}">
    ${isDrawn ? nothing : html`<div class="fallback"><slot></slot></div>`}
    <div class="root ${scheme}" lang="en" dir="ltr">${wrong}</div>
  </div>`;
}

/** There before all others: these may be what could not be loaded. */
export const unreadyStyles = css`
  .unready { display: flex; flex-direction: column; block-size: 100%; }
  .fallback { flex: 1 1 auto; min-block-size: 0; overflow: auto; }
  /* At the place for the run, which will not be. */
  .unready.over { position: absolute; inset: auto 12px 12px; z-index: 4; block-size: auto; }
  @media print { .unready { block-size: auto; } .fallback { overflow: visible; } }
`;
