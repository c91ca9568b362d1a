// The button that opens the list of the keyboard shortcuts, for when those of one key are off.

import { css, html } from "lit";

/** @param {() => void} onOpen */
export function shortcutsButton(onOpen) {
  return html`<button type="button" class="plain keyboard" aria-haspopup="dialog" aria-label="Keyboard shortcuts" title="Keyboard shortcuts" @click=${onOpen}><kbd>?</kbd></button>`;
}

export const shortcutsButtonStyles = css`
  .keyboard { min-width: 28px; }
  @media (pointer: coarse) { .keyboard { display: none; } }
  @media print { .keyboard { display: none; } }
`;
