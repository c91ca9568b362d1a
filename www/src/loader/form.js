// An element before it is wanted: the program that stands inside it, or what is to be read there, Run, and the place for
// the run. The element draws itself in its place.

import { programIn } from "../source/inside.js";
import css from "./form.css?inline";
import { sheet } from "./sheet.js";

const styles = sheet(css);

export class Form {
  /**
   * @param {Element} element
   * @param {(pressed: boolean) => void} onWanted it was touched, or Run was pressed
   */
  constructor(element, onWanted) {
    this.element = element;
    this.isWanted = false;
    this.isPressed = false;
    /** @type {((pressed: boolean) => void) | undefined} */
    this.onWake = undefined;
    /** When no pointer is down: what is pressed must not go away under it. @type {Promise<unknown>} */
    this.released = Promise.resolve();

    const run = make("button", { type: "button", textContent: "Run", onclick: () => onWanted(true) });
    this.title = make("div", { className: "title", textContent: "Rust" });
    this.program = make("pre", { tabIndex: 0, ariaLabel: "Rust program" });
    this.inside = make("div", { className: "inside" }, [make("slot")]);
    this.place = make("p", { className: "place", role: "status", textContent: "Run it, and see here what happens, when, and why." });
    this.root = make("div", { lang: "en", dir: "ltr", part: "bench" }, [
      make("div", { className: "program", part: "program" }, [this.title, this.program, this.inside]),
      make("div", { className: "run", part: "run" }, [make("div", { className: "controls", part: "controls" }, [run]), this.place]),
    ]);
    const root = element.attachShadow({ mode: "open" });
    if (styles) root.adoptedStyleSheets = [styles];
    else this.say("This program cannot run here: this browser is too old for it.");
    root.append(this.root);
    this.read();

    element.addEventListener("pointerdown", () => {
      this.released = new Promise((resolve) => {
        // The click comes in the same task, after this.
        for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => setTimeout(resolve), { once: true, capture: true });
      });
      onWanted(false);
    });
    element.addEventListener("focusin", () => onWanted(false));
  }

  /** Shows what stands inside the element now. */
  read() {
    const { element, root, title, program, inside } = this;
    // The element has drawn itself.
    if (!root.isConnected) return;
    const text = element.hasAttribute("scenario") ? undefined : programIn(element);
    title.hidden = program.hidden = text === undefined;
    inside.hidden = !program.hidden;
    if (text !== undefined && text !== program.textContent) {
      program.replaceChildren(...text.split("\n").slice(0, -1).map((line) => make("span", { textContent: `${line}\n` })));
    }
  }

  /** @param {string | undefined} scheme of the page: `light` or `dark`, if it says so */
  paint(scheme) {
    this.root.className = `form ${(this.element.getAttribute("theme") || "auto") === "auto" ? scheme : ""}`;
  }

  /** @param {boolean} pressed */
  want(pressed) {
    if (!this.isWanted) this.showPoster();
    this.isWanted = true;
    this.isPressed = this.isPressed || pressed;
    if (pressed) this.say("Loading…");
  }

  /**
   * The element is defined, and asks to be woken.
   * @param {(pressed: boolean) => void} onWake
   */
  sleep(onWake) {
    this.onWake = onWake;
    if (this.isWanted) this.wake();
  }

  async wake() {
    await this.released;
    if (!this.onWake) return;
    this.onWake(this.isPressed);
    this.isPressed = false;
  }

  /** The text that an author has for the place for the run, if it comes before anything is said there. The element says what is wrong with it. */
  async showPoster() {
    const address = this.element.getAttribute("poster");
    const answer = address && (await fetch(address).catch(() => undefined));
    const text = answer && answer.ok ? await answer.text() : undefined;
    if (text && this.place.className === "place") this.say(text, "poster");
  }

  /**
   * In the place for the run.
   * @param {string} text
   * @param {string} [how]
   */
  say(text, how = "said") {
    Object.assign(this.place, { className: `place ${how}`, textContent: text });
  }
}

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Partial<Record<keyof HTMLElementTagNameMap[Name], unknown>>} [properties]
 * @param {Element[]} [children]
 * @returns {HTMLElementTagNameMap[Name]}
 */
function make(name, properties = {}, children = []) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}
