// The run that is chosen, on the simulated clock, before it is made: the questions are
// made from it, and a run is measured against it.

import { prepare } from "../engine/prepare.js";
import { tokioProgram } from "../engine/scenarios.js";
import { simulateSoon } from "../engine/simulate.js";
import { rustPlayground } from "../source/rust-playground.js";

/** @import { RunRecord } from "../types.js" */

/**
 * A program with its settings.
 * @typedef {object} Wish
 * @property {string} scenario
 * @property {Record<string, string>} params
 * @property {string} speed
 * @property {string} [source] the program, if it is not the lesson's own
 * @property {Uint8Array} [program] its bytecode, if that is known
 */

/** One simulation, for all who want it: the controls, and the run that is made with it. */
export class Foreseen {
  #abort = new AbortController();
  #users = 1;

  /** @param {Wish} wish */
  constructor(wish) {
    this.wish = wish;
    /** @type {RunRecord | undefined} None of a program that needs a browser, either. */
    this.simulated = undefined;
    /** @type {unknown} Why there is no simulation. */
    this.error = undefined;
    /** The address of the program in the Rust Playground. */
    this.playground = "";
    const { scenario, params, source } = wish;
    /** Rejects if it does not compile, or if there is no such lesson. */
    this.runnable = this.#prepare();
    /** Nothing, if no clock can simulate it. Rejects in the program's words if it does not take these parameters, and with what is wrong with the program. */
    /** @type {Promise<unknown>} */
    this.allowed = source === undefined ? tokioProgram(scenario, params) : this.runnable;
    /** When the simulation is there, or it is known that there will be none. */
    this.settled = this.#foresee();
  }

  #prepare() {
    const { scenario, params, source, program } = this.wish;
    return prepare(source === undefined ? scenario : { scenario, source, program }, params);
  }

  /** The program, for who runs it. What could not be loaded before is tried again. */
  ready() {
    return this.runnable.catch(() => (this.runnable = this.#prepare()));
  }

  async #foresee() {
    const { speed } = this.wish;
    try {
      const allowed = await this.allowed;
      if (allowed === undefined) return;
      if (typeof allowed === "string") this.playground = rustPlayground(allowed);
      this.simulated = await simulateSoon(this.runnable, { speed, signal: this.#abort.signal });
    } catch (error) {
      this.error = error;
    }
  }

  /** For one more who wants it, and says so with `release` when that is over. */
  keep() {
    this.#users += 1;
    return this;
  }

  /** A simulation that nobody wants any more is given up. */
  release() {
    this.#users -= 1;
    if (this.#users === 0) this.#abort.abort();
  }
}

/** What is foreseen of what is chosen now: an older wish is dropped. */
export class Foresight {
  /**
   * @param {{
   *   onAllowed: (foreseen: Foreseen) => void,
   *   onSettled: (foreseen: Foreseen) => void,
   * }} events of the newest wish only
   */
  constructor({ onAllowed, onSettled }) {
    this.onAllowed = onAllowed;
    this.onSettled = onSettled;
    /** @type {Foreseen | undefined} */
    this.current = undefined;
  }

  /**
   * @param {Wish} wish
   * @returns {Foreseen}
   */
  foresee(wish) {
    if (this.current && isSame(this.current.wish, wish)) return this.current;
    this.forget();
    const foreseen = new Foreseen(wish);
    this.current = foreseen;
    // Why it is not allowed is said when it settles.
    foreseen.allowed.then(() => foreseen === this.current && this.onAllowed(foreseen), () => {});
    foreseen.settled.then(() => foreseen === this.current && this.onSettled(foreseen));
    return foreseen;
  }

  /** Nothing is chosen any more. */
  forget() {
    this.current?.release();
    this.current = undefined;
  }
}

/**
 * @param {Wish} a
 * @param {Wish} b
 */
export function isSame(a, b) {
  const text = (/** @type {Wish} */ { scenario, params, speed, source }) => JSON.stringify([scenario, params, speed, source]);
  return text(a) === text(b);
}
