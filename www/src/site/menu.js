// The list of the lessons: what is done of them, and what can be done with that.

import { html, nothing, render } from "lit";

import { enableShortcuts, shortcutsEnabled } from "../controllers/shortcuts.js";
import { check, flag } from "../icons.js";
import { forgetChange } from "./address.js";

/** @import { Course, Memory } from "./memory.js" */

export class Menu {
  /**
   * @param {HTMLElement} nav
   * @param {Memory} memory
   * @param {HTMLElement} place for its dialog
   * @param {object} events
   * @param {() => void} events.onRecord a record is to be opened
   * @param {() => void} events.onForgotten
   */
  constructor(nav, memory, place, { onRecord, onForgotten }) {
    this.nav = nav;
    this.memory = memory;
    this.onRecord = onRecord;
    this.onForgotten = onForgotten;
    this.links = [.../** @type {NodeListOf<HTMLAnchorElement>} */ (nav.querySelectorAll("a[data-lesson]"))];
    const make = (/** @type {string} */ tag) => document.createElement(tag);
    this.places = { count: make("div"), tools: make("div"), marks: this.links.map(() => make("span")), dialog: place };
    nav.prepend(this.places.count);
    nav.append(this.places.tools);
    this.links.forEach((link, index) => link.append(this.places.marks[index]));
    this.#foldAway();
    this.draw();
  }

  /** @param {string} id @returns {string | undefined} where a lesson is */
  addressOf(id) {
    const own = /** @type {NodeListOf<HTMLAnchorElement>} */ (this.nav.querySelectorAll("a[data-own]"));
    return [...this.links, ...own].find(({ dataset }) => (dataset.lesson ?? dataset.own) === id)?.href;
  }

  /** Shows what is remembered at this moment. */
  draw() {
    const { memory, links, places } = this;
    const { lessons } = memory.read();
    const known = links.map(({ dataset: { lesson = "" } }) => lessons[lesson] ?? {});
    const done = known.filter(({ done }) => done).length;
    const solved = known.filter(({ solved }) => solved).length;
    const counts = [...(done > 0 ? [`${done} of ${links.length} done`] : []), ...(solved > 0 ? [`${solved} ${solved === 1 ? "exercise" : "exercises"} solved`] : [])];
    render(counts.length === 0 ? nothing : html`<p class="count">${counts.join(", ")}</p>`, places.count);
    const mark = (/** @type {unknown} */ icon, /** @type {string} */ words) => html`<span class="done" title=${words}>${icon}<span class="hidden">, ${words}</span></span>`;
    places.marks.forEach((place, index) => {
      const { done, solved } = known[index];
      render(html`${done ? mark(check, "done") : nothing}${solved ? mark(flag, "exercise solved") : nothing}`, place);
    });
    render(
      html`<div class="tools">
        ${memory.trouble ? html`<p>${memory.trouble.message}</p>` : nothing}
        <button type="button" @click=${this.onRecord}>Open a record…</button>
        <button type="button" aria-haspopup="dialog" @click=${() => this.askToForget()}>Forget what this page remembers…</button>
      </div>`,
      places.tools,
    );
  }

  /** Says what is remembered, and forgets it if the reader wants that. */
  askToForget() {
    const remembered = wordsFor(this.memory.read());
    const isUnreadable = this.memory.trouble?.reason === "unreadable";
    const onForget = () => {
      this.memory.forget();
      forgetChange();
      enableShortcuts(true);
      this.onForgotten();
    };
    render(
      html`<dialog class="forget" aria-labelledby="forget" closedby="any"><form method="dialog">
        <h2 id="forget">Forget what this page remembers?</h2>
        ${isUnreadable ? html`<p>What is stored cannot be read. It goes altogether.</p>` : nothing}
        ${remembered.length > 0
          ? html`<p>This goes, on all pages of the course:</p><ul>${remembered.map((what) => html`<li>${what}</li>`)}</ul>`
          : isUnreadable ? nothing : html`<p>There is nothing yet: what you run, type, predict and choose will be.</p>`}
        <p class="buttons">
          ${remembered.length > 0 || isUnreadable ? html`<button class="primary" @click=${onForget}>Forget it</button>` : nothing}
          <button autofocus>${remembered.length > 0 || isUnreadable ? "Keep it" : "Close"}</button>
        </p>
      </form></dialog>`,
      this.places.dialog,
    );
    this.places.dialog.querySelector("dialog")?.showModal();
  }

  /** The list folds away when the reader is done with it. */
  #foldAway() {
    const details = this.nav.closest("details");
    if (!details) return;
    const summary = details.querySelector("summary");
    const close = () => (details.open = false);
    details.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !details.open || event.defaultPrevented) return;
      event.preventDefault();
      close();
      summary?.focus();
    });
    addEventListener("click", ({ target }) => {
      if (details.open && target instanceof Node && !details.contains(target) && !this.places.dialog.contains(target)) close();
    });
    // To the lesson that is open there is no way to go: it is behind the list.
    this.links.find((link) => link.ariaCurrent === "page")?.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      close();
      document.querySelector("main")?.focus();
    });
    // So comes a page back that was left with its list open.
    addEventListener("pageshow", ({ persisted }) => persisted && close());
  }
}

/** @param {Course} course @returns {string[]} what there is, in words */
function wordsFor({ language, lessons }) {
  const all = Object.values(lessons);
  const number = (/** @type {number} */ count, /** @type {string} */ one, /** @type {string} */ more) =>
    count === 0 ? [] : [`${count} ${count === 1 ? one : more}`];
  return [
    ...number(all.filter(({ done }) => done).length, "lesson that is done", "lessons that are done"),
    ...number(all.filter(({ solved }) => solved).length, "exercise that is solved", "exercises that are solved"),
    ...number(all.filter(({ params, speed }) => params || speed).length, "lesson with values of yours", "lessons with values of yours"),
    ...number(all.filter(({ code }) => code).length, "program of yours", "programs of yours"),
    ...number(all.filter(({ prediction }) => prediction).length, "lesson with a prediction", "lessons with predictions"),
    ...(language ? [`the language: ${language === "python" ? "Python" : "Rust"}`] : []),
    ...(shortcutsEnabled() ? [] : ["that single keys are no shortcuts"]),
  ];
}
