// The reader's own font size: who has set a larger one in the browser sees all of the element larger.
//
// Lengths stay pixels everywhere else. Neither unit of text would do: `rem` is the size that
// the page around has chosen (62.5 % in every mdBook), `em` that of its paragraph.

import { css, unsafeCSS } from "lit";

/** What browsers have where nobody has chosen. */
const USUAL_PX = 16;

/** How many times as large as usual the reader's own font size is. */
function chosen() {
  const probe = document.createElement("span");
  // The size that the reader has chosen, whatever the page's is.
  probe.style.fontSize = "medium";
  document.documentElement.append(probe);
  const size = parseFloat(getComputedStyle(probe).fontSize);
  probe.remove();
  return size / USUAL_PX;
}

// Where there is no page, there is no reader.
const zoom = globalThis.document ? chosen() : 1;

// What stands inside the element is the page's, and has its size from there.
export const zoomStyles = css`
  :host { zoom: ${unsafeCSS(zoom)}; }
  ::slotted(*) { zoom: ${unsafeCSS(1 / zoom)}; }
`;
