// How the page around looks, as long as the element is in it.

import { onPageScheme, schemeOfPage } from "../page-theme.js";

/** @import { ReactiveController, ReactiveControllerHost } from "lit" */

/** @implements {ReactiveController} */
export class PageTheme {
  /** @type {(() => void) | undefined} */
  #end = undefined;

  /** @type {import("../page-theme.js").Scheme | undefined} What the page says it is, if it does. */
  scheme = undefined;

  /** @param {ReactiveControllerHost} host */
  constructor(host) {
    this.host = host;
    host.addController(this);
  }

  hostConnected() {
    this.#look();
    this.#end = onPageScheme(() => this.#look());
  }

  hostDisconnected() {
    this.#end?.();
  }

  #look() {
    const scheme = schemeOfPage();
    if (scheme === this.scheme) return;
    this.scheme = scheme;
    this.host.requestUpdate();
  }
}
