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
  const pane = /** @type {HTMLElement} */ (line.closest(".scrolls"));
  const below = line.offsetTop + line.offsetHeight + AROUND - pane.clientHeight;
  pane.scrollTop = Math.max(below, Math.min(pane.scrollTop, line.offsetTop - AROUND));
}
