// What the page brought along in the element's shadow: the lesson as it looks before it can be used. It is read until
// the element draws it itself, at the same place.

/** @import { LitElement } from "lit" */

export class Prerendered {
  /** @type {ChildNode[]} */
  #nodes = [];
  /** @type {CSSStyleSheet[]} */
  #sheets = [];
  /** Whether its styles have come. They stay: the element's own are the same. */
  isStyled = false;

  /** @param {LitElement} host */
  constructor(host) {
    this.host = host;
  }

  /** Takes over what is there, before the host draws itself for the first time. */
  take() {
    const root = this.host.shadowRoot;
    if (!root) return;
    const style = root.querySelector("link");
    this.isStyled = Boolean(style?.sheet);
    this.#nodes = [...root.childNodes].filter((node) => node !== style);
    // Lit draws before the first node that it finds, which has to stay.
    root.prepend(document.createComment(""));
    this.#sheets = [...root.adoptedStyleSheets];
  }

  /** What a loader has drawn has its styles without a file. */
  keepStyles() {
    this.host.shadowRoot?.adoptedStyleSheets.push(...this.#sheets);
  }

  /** Whether it is still there. */
  get isThere() {
    return this.#nodes.length > 0;
  }

  /** Whether it is going to be used: where it is not, it is read as without scripts. @param {boolean} usable */
  set isUsable(usable) {
    this.host.toggleAttribute("data-unscripted", this.isThere && !usable);
  }

  /**
   * Where the reader has touched the program that could not be edited yet, if it was touched (site/after-paint.js).
   * @returns {{ point: { x: number, y: number } | undefined } | undefined}
   */
  takeTouch() {
    const touched = this.host.getAttribute("data-touched");
    if (touched === null) return undefined;
    this.host.removeAttribute("data-touched");
    const [x, y] = touched.split(" ").map(Number);
    return { point: touched === "" ? undefined : { x, y } };
  }

  remove() {
    this.isUsable = true;
    for (const node of this.#nodes) node.remove();
    const root = /** @type {ShadowRoot} */ (this.host.shadowRoot);
    if (this.#sheets.length > 0) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => !this.#sheets.includes(sheet));
    [this.#nodes, this.#sheets] = [[], []];
  }
}
