// The program that is shown in place of a lesson: the one that stands inside the element, or that of a recorded run.

import { programIn } from "../source/inside.js";

/** @import { ReactiveController, ReactiveControllerHost } from "lit" */
/** @import { Colours, Heading, Scenario } from "../types.js" */

/** @implements {ReactiveController} */
export class Given {
  /** @type {string | undefined} What stands inside the element at this moment. */
  inside = undefined;
  /** @type {string | undefined} What is shown. */
  #text = undefined;
  /** @type {Scenario | undefined} The same, as the views have lessons. */
  #lesson = undefined;
  /** @type {Colours} */
  #colours = [];
  #watch = globalThis.MutationObserver && new MutationObserver(() => this.#read());

  /**
   * @param {ReactiveControllerHost & HTMLElement} host
   * @param {(error: unknown) => void} onError
   */
  constructor(host, onError) {
    this.host = host;
    this.onError = onError;
    host.addController(this);
  }

  // Who renders the page around may do so at any time.
  hostConnected() {
    this.#watch?.observe(this.host, { childList: true, characterData: true, subtree: true });
    this.#read();
  }

  hostDisconnected() {
    this.#watch?.disconnect();
  }

  #read() {
    const inside = programIn(this.host);
    if (inside === this.inside) return;
    this.inside = inside;
    this.host.requestUpdate();
  }

  /** The program that is shown; none: a lesson is. */
  get text() {
    return this.#text;
  }

  set text(text) {
    if (text === this.#text) return;
    this.#text = text;
    this.#lesson = undefined;
    // It is read without colours until they come.
    this.#colours = [[text?.length ?? 0, ""]];
    if (text !== undefined) this.#colour(text).catch(this.onError);
  }

  /**
   * What the views are to show.
   * @param {Heading} own what stands for a program of one's own
   */
  lesson(own) {
    const text = this.#text ?? "";
    return (this.#lesson ??= {
      ...own,
      summary: "",
      text: "",
      words: null,
      goal: null,
      predict: [],
      asked: [],
      source: { rust: text, python: "" },
      colours: { rust: this.#colours, python: [] },
    });
  }

  /** @param {string} text */
  async #colour(text) {
    const { coloursOfRust } = await import("../source/colours-of.js");
    if (text !== this.#text) return;
    this.#colours = coloursOfRust(text);
    this.#lesson = undefined;
    this.host.requestUpdate();
  }
}
