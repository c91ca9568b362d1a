// The run that is chosen, on the simulated clock, before it is made: the questions are
// made from it, and a run is measured against it.

import { tokioProgram } from "../engine/scenarios.js";
import { simulate } from "../engine/simulate.js";

/** @import { RunRecord } from "../types.js" */

/** @typedef {{ scenario: string, params: Record<string, string>, speed: string }} Wish a program with its settings */

/** One simulation, for all who want it: the controls, and the run that is made with it. */
export class Foreseen {
  #abort = new AbortController();
  #users = 1;

  /** @param {Wish} wish */
  constructor(wish) {
    this.wish = wish;
    /** @type {RunRecord | undefined} */
    this.simulated = undefined;
    /** @type {unknown} Why there is no simulation. */
    this.error = undefined;
    /** The address of the program in the Rust Playground. */
    this.playground = "";
    /** Rejects in the program's words if it does not take these parameters. */
    this.allowed = tokioProgram(wish.scenario, wish.params);
    /** When the simulation is there, or why it will not be. */
    this.settled = this.#foresee();
  }

  async #foresee() {
    const { scenario, params, speed } = this.wish;
    try {
      this.playground = rustPlayground(await this.allowed);
      this.simulated = await simulate(scenario, params, { speed, signal: this.#abort.signal });
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
  const text = (/** @type {Wish} */ { scenario, params, speed }) => JSON.stringify([scenario, params, speed]);
  return text(a) === text(b);
}

/**
 * The address of a program in the Rust Playground.
 * @param {string} program
 */
function rustPlayground(program) {
  const query = new URLSearchParams({ version: "stable", mode: "debug", edition: "2024", code: program });
  return `https://play.rust-lang.org/?${query}`;
}
