// Keeps in sight what the cursor is at: when it moves, each pane that scrolls is scrolled to
// its own place of it, and the page is not, as it would be by `scrollIntoView`.

/** @import { ReactiveController, ReactiveControllerHost } from "lit" */

/** How much is seen beyond it, in CSS pixels, so that one sees what comes next. */
const AROUND = 26;

/** @implements {ReactiveController} */
export class Follow {
  /** @type {unknown} */
  #at = undefined;

  /**
   * @param {ReactiveControllerHost & { renderRoot: HTMLElement | DocumentFragment }} host
   * @param {() => unknown} cursor where it is
   */
  constructor(host, cursor) {
    this.host = host;
    this.cursor = cursor;
    host.addController(this);
  }

  hostUpdated() {
    const at = this.cursor();
    if (at === this.#at) return;
    this.#at = at;
    // When the frame is drawn, its layout is made anyway.
    requestAnimationFrame(() => {
      for (const line of this.host.renderRoot.querySelectorAll(".scrolls [data-at]")) follow(/** @type {HTMLElement} */ (line));
    });
  }
}

/** @param {HTMLElement} line */
function follow(line) {
  let pane = line.closest(".scrolls");
  // Where a pane is as long as what it shows, one around it may scroll.
  while (pane && pane.scrollHeight <= pane.clientHeight) pane = pane.parentElement?.closest(".scrolls") ?? null;
  if (!pane) return;
  const { top, bottom } = line.getBoundingClientRect();
  const seen = pane.getBoundingClientRect();
  pane.scrollTop += Math.max(bottom + AROUND - seen.bottom, Math.min(0, top - AROUND - seen.top));
}
