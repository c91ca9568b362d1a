// What a learner has done about an exercise: how often it was tried, what came of the last try, and how much help was
// asked for. A result belongs to the program that it was made with.

import { message } from "../engine/message.js";
import { judge } from "./judge.js";

/** @import { Check } from "../types.js" */
/** @import { TriedRun } from "../engine/simulate-each.js" */
/** @import { Verdict } from "./judge.js" */

/** After how many programs that miss the goal the answer can be shown. */
const TRIES = 2;

/**
 * `left`: the program was changed while it was checked; `trouble`: it could not be checked.
 * @typedef {Verdict | { kind: "refused" } | { kind: "left" } | { kind: "trouble", why: string }} Result
 *
 * @typedef {object} Page
 * @property {() => string} text the program as it stands
 * @property {(signal: AbortSignal) => AsyncIterable<TriedRun>} runs of it
 * @property {Check} check
 * @property {(error: unknown) => void} onRefused it does not compile
 * @property {(reached: boolean) => void} onJudged
 * @property {() => void} onChange there is something else to see
 */

export class Attempt {
  /** @type {Result | undefined} */
  result = undefined;
  /** How many hints are shown. */
  hints = 0;
  /** Whether the answer is shown. */
  isAnswerShown = false;
  /** Whether the goal was reached. */
  isSolved = false;
  /** The program that is judged, or was. */
  #text = "";
  /** @type {AbortController | undefined} */
  #going = undefined;
  /** The programs that have missed the goal: the same one again is no other try. @type {Set<string>} */
  #missed = new Set();

  /** @param {Page} page */
  constructor(page) {
    this.page = page;
  }

  get isChecking() {
    return this.#going !== undefined;
  }

  /** Whether the result is one of a program that was changed since. */
  get isOld() {
    return this.result !== undefined && this.page.text() !== this.#text;
  }

  /** Whether the answer can be asked for. */
  get hasEarnedAnswer() {
    return this.isSolved || this.#missed.size >= TRIES;
  }

  /** Checks the program as it stands; of a program that was checked before, nothing is said any more. */
  async check() {
    const text = this.page.text();
    if (this.#going && text === this.#text) return;
    this.#going?.abort();
    const going = new AbortController();
    [this.#going, this.#text, this.result] = [going, text, undefined];
    this.page.onChange();
    /** @type {unknown} */
    let refused;
    /** @type {Result} */
    let result;
    try {
      result = await judge(this.page.runs(going.signal), this.page.check);
    } catch (error) {
      const isRefused = error instanceof Error && "diagnostics" in error;
      if (isRefused) refused = error;
      result = isRefused ? { kind: "refused" } : { kind: "trouble", why: message(error) };
    }
    // Another one was asked for since, or none is wanted any more.
    if (going !== this.#going) return;
    [this.#going, this.result] = [undefined, result];
    if (result.kind === "reached") this.isSolved = true;
    else if (result.kind !== "trouble") this.#missed.add(text);
    if (refused) this.page.onRefused(refused);
    if (result.kind !== "trouble") this.page.onJudged(result.kind === "reached");
    this.page.onChange();
  }

  /** To be called when the program may be another: what is checked then is of no interest any more. */
  follow() {
    if (this.#going && this.page.text() !== this.#text) {
      this.leave();
      [this.result, this.#text] = [{ kind: "left" }, this.page.text()];
    }
    // The place of an error is said beside the program, and moves with it.
    if (this.result?.kind === "refused" && this.isOld) this.result = undefined;
  }

  /** Nobody waits for the check any more. */
  leave() {
    this.#going?.abort();
    this.#going = undefined;
  }
}
