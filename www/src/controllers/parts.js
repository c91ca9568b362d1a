// What comes to the page piece by piece: the course and the styles first, and then what nobody waits for.

import { message } from "../engine/message.js";
import { course, fetchLesson } from "../engine/scenarios.js";
import { mustHaveWhatIsNeeded } from "../needed.js";

/** @import { ReactiveController, ReactiveControllerHost } from "lit" */
/** @import { Lesson } from "../types.js" */

/** @implements {ReactiveController} */
export class Parts {
  /** @type {Lesson[] | undefined} All lessons. */
  course = undefined;
  /** @type {unknown} Why there are none. */
  broken = undefined;
  /** @type {typeof import("../views/instruments.js") | undefined} What shows a run. */
  views = undefined;
  /** @type {string | undefined} The lesson whose text was asked for last. */
  #asked = undefined;
  #hasStyles = false;
  /** @type {"coming" | "failed" | undefined} What is known of the rest, once it was asked for. */
  #rest = undefined;

  /**
   * @param {ReactiveControllerHost} host
   * @param {object} events
   * @param {() => boolean} events.isStyled whether the page brought the styles along
   * @param {(styles: import("lit").CSSResultGroup) => void} events.onStyles
   * @param {(error: unknown) => void} events.onBroken
   * @param {(error: unknown) => void} events.onError
   */
  constructor(host, { isStyled, onStyles, onBroken, onError }) {
    this.host = host;
    this.isStyled = isStyled;
    this.onStyles = onStyles;
    this.onBroken = onBroken;
    this.onError = onError;
    host.addController(this);
  }

  hostConnected() {
    if (!this.course) this.load();
  }

  /** Loads the programs, and what is said about them; what went wrong before is tried again. */
  async load() {
    this.broken = undefined;
    this.#asked = undefined;
    this.host.requestUpdate();
    try {
      mustHaveWhatIsNeeded();
      [this.course] = await Promise.all([course(), this.#style()]);
    } catch (error) {
      this.#break(error);
    }
    this.host.requestUpdate();
  }

  /** Nothing is drawn before its styles are there. */
  async #style() {
    if (this.#hasStyles || this.isStyled()) return;
    const { sheet } = await import("virtual:element/sheet").catch((error) => {
      throw new Error(`The styles could not be loaded. (${message(error)})`);
    });
    this.#hasStyles = true;
    this.onStyles(sheet);
  }

  /**
   * Whether all is there that will be of a lesson. It is fetched if it is not.
   * @param {string} id
   */
  has(id) {
    if (this.#asked === id) return false;
    const coming = fetchLesson(id);
    if (!coming) return this.course !== undefined;
    this.#asked = id;
    coming.then(
      () => {
        this.#asked = undefined;
        this.host.requestUpdate();
      },
      (error) => this.#asked === id && this.#break(error),
    );
    return false;
  }

  /** @param {unknown} error */
  #break(error) {
    this.broken = error;
    this.onBroken(error);
    this.host.requestUpdate();
  }

  /**
   * Loads the rest. What could not be loaded is said.
   * @param {{ again?: boolean }} [options] `again`: what could not be loaded is tried again. Whoever draws must not:
   *   what was said is drawn, and a page that is being left is refused all that it imports at once.
   */
  furnish({ again = false } = {}) {
    if (this.#rest === "coming" || (this.#rest === "failed" && !again)) return;
    this.#rest = "coming";
    import("../views/instruments.js").then(
      (views) => {
        this.views = views;
        this.onStyles(views.instrumentsStyles);
        this.host.requestUpdate();
      },
      (error) => {
        this.#rest = "failed";
        this.onError(new Error(`What shows a run could not be loaded. Run again, or reload the page. (${message(error)})`));
      },
    );
  }
}
