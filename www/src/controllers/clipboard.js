// What was copied last.

/** @import { ReactiveControllerHost } from "lit" */

export class Clipboard {
  copied = "";

  /**
   * @param {ReactiveControllerHost} host
   * @param {(error: unknown) => void} onError
   */
  constructor(host, onError) {
    this.host = host;
    this.onError = onError;
  }

  /** @param {string} text */
  async copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      this.copied = text;
      this.host.requestUpdate();
    } catch (error) {
      this.onError(new Error(`The browser does not let this page copy: ${error}`));
    }
  }
}
