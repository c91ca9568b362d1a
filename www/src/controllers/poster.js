// The text that stands in the place for the run until there is one: that of a run which the author has kept.

import { textAt } from "../engine/text-at.js";

/** @import { ReactiveControllerHost } from "lit" */

/** How many bytes it may have: more than anybody reads. */
const MOST_BYTES = 1_000_000;

export class Poster {
  /** @type {string | undefined} None before it has come. */
  text = undefined;
  /** @type {string | undefined} */
  #address = undefined;

  /**
   * @param {ReactiveControllerHost} host
   * @param {(error: unknown) => void} onError
   */
  constructor(host, onError) {
    this.host = host;
    this.onError = onError;
  }

  /** @param {string | undefined} address */
  follow(address) {
    if (address === this.#address) return;
    this.#address = address;
    this.text = undefined;
    if (address === undefined) return;
    const isWanted = () => address === this.#address;
    textAt(address, "poster", MOST_BYTES).then(
      (text) => {
        if (!isWanted()) return;
        this.text = text.trimEnd();
        this.host.requestUpdate();
      },
      (error) => isWanted() && this.onError(error),
    );
  }
}
