// Whether the page is on its way to paper: then the element is drawn for that, at once.

import { onPrint } from "../printing.js";

/** @import { LitElement, ReactiveController } from "lit" */

/** @implements {ReactiveController} */
export class Paper {
  /** @type {(() => void) | undefined} */
  #end = undefined;

  /** @param {LitElement} host */
  constructor(host) {
    this.host = host;
    host.addController(this);
    this.printing = false;
  }

  hostConnected() {
    this.#end = onPrint((printing) => {
      this.printing = printing;
      this.host.requestUpdate();
      // The browser does not wait for a promise before it prints.
      // @ts-expect-error: it is protected, and its documentation is for this case
      this.host.performUpdate();
    });
  }

  hostDisconnected() {
    this.#end?.();
  }
}
