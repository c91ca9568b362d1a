// Keeps the focus within the element when what has it goes away, or cannot be used any
// more. The browser would give it to the body, and who uses the keyboard would have to
// start over from the top of the page.

/** @import { ReactiveController, ReactiveControllerHost } from "lit" */

/** What can be focused. */
const FOCUSABLE = ":is(button, input, select, summary, a):not(:disabled)";

/** @implements {ReactiveController} */
export class FocusKeeper {
  /**
   * @param {ReactiveControllerHost & { renderRoot: HTMLElement | DocumentFragment }} host
   * @param {string} otherwise where the focus goes if its section is gone
   */
  constructor(host, otherwise) {
    this.host = host;
    this.otherwise = otherwise;
    /** @type {{ element: Element, section: Element | null } | undefined} What had the focus before an update. */
    this.before = undefined;
    host.addController(this);
  }

  hostUpdate() {
    // Before the first update there is no root.
    const element = /** @type {ShadowRoot | undefined} */ (this.host.renderRoot)?.activeElement;
    this.before = element ? { element, section: element.closest("section") } : undefined;
  }

  hostUpdated() {
    if (!this.before) return;
    const { element, section } = this.before;
    if (element.isConnected && !element.matches(":disabled")) return;
    const place = section?.isConnected ? section.querySelector(FOCUSABLE) : this.host.renderRoot.querySelector(this.otherwise);
    /** @type {HTMLElement | null} */ (place)?.focus();
  }
}
