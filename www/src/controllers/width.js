// How wide the timeline can be drawn.

/** @import { ReactiveController, ReactiveControllerHost } from "lit" */

/** @implements {ReactiveController} */
export class Width {
  /** @type {Element | undefined} What is measured. */
  #measured = undefined;
  #observer = new ResizeObserver(([{ contentRect }]) => {
    const px = Math.floor(contentRect.width);
    // What is hidden, and seen on paper, is drawn for where it was seen last.
    if (px === 0 || px === this.px) return;
    this.px = px;
    // In the next frame: what the new width sets off would be a change within the same
    // delivery, which the page hears of as an error (Resize Observer, "deliver resize loop error").
    requestAnimationFrame(() => this.host.requestUpdate());
  });

  /** In CSS pixels. */
  px = 0;

  /**
   * @param {ReactiveControllerHost & { isConnected: boolean, renderRoot: HTMLElement | DocumentFragment }} host
   * @param {string} selector of what is measured
   */
  constructor(host, selector) {
    this.host = host;
    this.selector = selector;
    host.addController(this);
  }

  hostConnected() {
    // Back in the page, perhaps elsewhere in it: then what is there is measured again.
    this.host.requestUpdate();
  }

  hostDisconnected() {
    this.#observer.disconnect();
    this.#measured = undefined;
  }

  hostUpdated() {
    // What was taken away may still be drawn, when its run has ended, but is not measured.
    const element = (this.host.isConnected && this.host.renderRoot.querySelector(this.selector)) || undefined;
    if (element === this.#measured) return;
    this.#observer.disconnect();
    this.#measured = element;
    if (element) this.#observer.observe(element);
  }
}
