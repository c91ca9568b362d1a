// Nothing moves away from under a button that is pressed: the page is drawn anew when it is let go.
//
// A press takes the focus from a field, whose value is taken over at that moment. What follows
// from the value could move the button before the press ends, and there would be no click.

/** @import { ReactiveController, ReactiveControllerHost } from "lit" */

/** @implements {ReactiveController} */
export class Press {
  /** @type {PromiseWithResolvers<void> | undefined} */
  #held = undefined;

  /**
   * @param {ReactiveControllerHost & HTMLElement} host
   * @param {string} buttons a selector
   */
  constructor(host, buttons) {
    this.host = host;
    this.buttons = buttons;
    host.addController(this);
  }

  /** When nothing is pressed any more; none if nothing is. */
  get released() {
    return this.#held?.promise;
  }

  hostConnected() {
    this.host.addEventListener("mousedown", this.#press);
  }

  hostDisconnected() {
    this.host.removeEventListener("mousedown", this.#press);
    this.#release();
  }

  /** @param {MouseEvent} event */
  #press = (event) => {
    const isButton = event.composedPath().some((node) => node instanceof Element && node.matches(this.buttons));
    if (!isButton || this.#held) return;
    this.#held = Promise.withResolvers();
    addEventListener("mouseup", this.#let, { once: true, capture: true });
  };

  // The click comes in the same task, after this.
  #let = () => setTimeout(this.#release);

  #release = () => {
    removeEventListener("mouseup", this.#let, { capture: true });
    this.#held?.resolve();
    this.#held = undefined;
  };
}
