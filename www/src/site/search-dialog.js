// The dialog in which lessons are searched for: a combobox with the list of what is found (ARIA Authoring Practices).
//
// It is there at once, so that no key goes astray; what is searched in comes when it is first opened.

import { html, nothing, render } from "lit";

import { message } from "../engine/message.js";

/** @import { Lesson } from "../types.js" */
/** @import { Entry, Found, Marked, Place } from "./search.js" */

/** Where a piece was found, if that does not go without saying. @type {Partial<Record<Place, string>>} */
const PLACES = { rust: "Rust", python: "Python" };

export class SearchDialog {
  #query = "";
  /** @type {readonly Found[]} */
  #found = [];
  /** The number of the one that Enter opens. */
  #active = 0;
  /** @type {Entry[] | undefined} */
  #index = undefined;
  /** @type {typeof import("./search.js") | undefined} */
  #search = undefined;
  /** Why not everything can be searched. */
  #missing = "";

  /**
   * @param {HTMLElement} place
   * @param {readonly Lesson[]} lessons
   * @param {Lesson} own the page for a program of one's own, which is found too, and is no lesson
   * @param {(id: string) => string | undefined} addressOf
   */
  constructor(place, lessons, own, addressOf) {
    this.place = place;
    this.lessons = lessons;
    this.own = own;
    this.addressOf = addressOf;
    this.#draw();
    this.dialog = /** @type {HTMLDialogElement} */ (place.querySelector("dialog"));
    // So comes a page back that was left through it.
    addEventListener("pageshow", ({ persisted }) => persisted && this.dialog.close());
  }

  open() {
    if (this.dialog.open) return false;
    this.dialog.showModal();
    this.dialog.querySelector("input")?.select();
    if (!this.#index) this.#load();
    return true;
  }

  async #load() {
    try {
      this.#search = await import("./search.js");
      const all = [...this.lessons, this.own];
      this.#index = this.#search.makeIndex(all);
      const { default: texts } = await import("virtual:course/texts");
      this.#index = this.#search.makeIndex(all, texts);
      this.#missing = "";
    } catch (error) {
      const what = this.#search ? "The texts and programs could not be loaded: titles alone are searched." : "The search could not be loaded.";
      this.#missing = `${what} Reload the page to try again. (${message(error)})`;
    }
    this.#find(this.#query);
  }

  /** @param {string} query */
  #find(query) {
    this.#query = query;
    this.#active = 0;
    this.#found = this.#search && this.#index ? this.#search.find(this.#index, query) : [];
    this.#draw();
  }

  /** @param {number} index */
  #activate(index) {
    const { length } = this.#found;
    this.#active = length > 0 ? (index + length) % length : 0;
    this.#draw();
    this.place.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
  }

  /** @param {KeyboardEvent} event */
  #onKey = (event) => {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const steps = /** @type {Record<string, number>} */ ({ ArrowDown: 1, ArrowUp: -1 });
    if (event.key in steps) this.#activate(this.#active + steps[event.key]);
    else if (event.key === "Enter") /** @type {HTMLElement | null} */ (this.place.querySelector('[aria-selected="true"]'))?.click();
    else return;
    event.preventDefault();
  };

  /** What there is to say of what is found. */
  get #words() {
    const own = this.#found.find(({ id }) => id === this.own.id);
    const count = this.#found.length - (own ? 1 : 0);
    if (this.#query.trim() === "") return `Titles, texts and programs of ${this.lessons.length} lessons, in Rust and Python.`;
    if (!this.#index) return this.#missing ? "" : "Searching…";
    if (count === 0 && own) return this.own.title;
    if (count === 0) return `No lesson has ${this.#query.trim().includes(" ") ? "all of " : ""}“${this.#query.trim()}”.`;
    return `${count === 1 ? "1 lesson" : `${count} lessons`}${own ? ", and the page for your own program" : ""}`;
  }

  #draw() {
    const found = this.#found;
    render(
      html`<dialog class="finder" aria-label="Search the lessons" closedby="any">
        <div class="field">
          <input type="text" role="combobox" aria-label="Search titles, texts and programs" aria-autocomplete="list" aria-controls="found"
            aria-expanded=${found.length > 0} aria-activedescendant=${found.length > 0 ? `found-${this.#active}` : nothing}
            autocomplete="off" autocapitalize="none" spellcheck="false" inputmode="search" enterkeyhint="go" maxlength="100" placeholder="Search"
            @input=${(/** @type {Event} */ { target }) => this.#find(/** @type {HTMLInputElement} */ (target).value)}
            @keydown=${this.#onKey}>
          <button type="button" @click=${() => this.dialog.close()}>Close</button>
        </div>
        <p class="said" role="status">${this.#words}</p>
        ${this.#missing ? html`<p class="said" role="alert">${this.#missing}</p>` : nothing}
        <div id="found" role="listbox" aria-label="Lessons found" ?hidden=${found.length === 0}>
          ${found.map(({ id, part, title, piece }, index) => html`
            <a role="option" id="found-${index}" href=${this.addressOf(id) ?? nothing} tabindex="-1" aria-selected=${index === this.#active}>
              <span class="title">${marked(title)}</span> <span class="part">${part}</span>
              ${piece ? html`<span class="piece ${PLACES[piece.place] || piece.place === "words" ? "code" : ""}">${PLACES[piece.place] ? html`<span class="place">${PLACES[piece.place]}, line ${piece.line}</span> ` : nothing}${marked(piece.text)}</span>` : nothing}
            </a>`)}
        </div>
      </dialog>`,
      this.place,
    );
  }
}

/** @param {Marked} parts */
function marked(parts) {
  return parts.map(({ text, hit }) => (hit ? html`<mark>${text}</mark>` : text));
}
