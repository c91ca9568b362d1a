// The compiler: what it says of a program, and the bytecode that it makes of one.
//
// It is asked in a worker, one question after another: an answer is given within a time, or the worker is ended and
// another one begins. What is asked while the reader types is soon of no interest: of each kind of question, only the
// newest waits.

import { MissingError } from "../load.js";
import { compiler as load } from "../late.js";
import { message } from "../message.js";
import { startThread, threadError } from "../thread.js";

/** @import { Completion, Compiled, Diagnostic } from "../../types.js" */

/** @typedef {"check" | "compile" | "complete" | "describe"} Question */

/**
 * `unloaded`: nobody has asked yet; `coming`: it is not there, and looked for again and again.
 * @typedef {"unloaded" | "loading" | "coming" | "ready" | "broken"} State
 */

/**
 * @typedef {object} Asked
 * @property {number} id
 * @property {Question} question
 * @property {unknown[]} given
 * @property {(answer: any) => void} resolve
 * @property {(error: unknown) => void} reject
 */

/** How long it may take to answer. A program of a thousand lines takes a tenth of it. */
const LIMIT_MS = 10_000;

/** And the first time, when it also reads all of std: some phones take ten times as long as a desk's machine. */
const FIRST_LIMIT_MS = 60_000;

/** After which time it is looked for again, where it was missing. */
const AGAIN_MS = 3000;

/** Why a question has no answer: a newer one has taken its place. */
export class SupersededError extends Error {}

class Compiler extends EventTarget {
  /** @type {State} */
  state = "unloaded";
  /** Why it is broken. */
  trouble = "";
  /** @type {Promise<void> | undefined} */
  #loading = undefined;
  /** When it is looked for again. @type {ReturnType<typeof setTimeout> | undefined} */
  #again = undefined;
  /** @type {import("../late.js").Late | undefined} */
  #late = undefined;
  /** @type {Worker | undefined} */
  #worker = undefined;
  /** Whether the worker has answered before. */
  #hasAnswered = false;
  #last = 0;
  /** @type {Asked[]} Those whose turn has not come. */
  #waiting = [];
  /** @type {Asked | undefined} The one that the worker is at. */
  #current = undefined;
  /** Whether the worker has compiled something. */
  #isWarm = false;
  /** The first program without errors, to be compiled while nobody waits: it is std that takes long. @type {Asked | undefined} */
  #ahead = undefined;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #limit = undefined;

  /**
   * What is wrong with a program.
   * @param {string} source
   * @returns {Promise<Diagnostic[]>}
   */
  check(source) {
    return this.#ask("check", [source]);
  }

  /**
   * The bytecode of a program; none, if there are errors.
   * @param {string} source
   * @returns {Promise<Compiled>}
   */
  compile(source) {
    return this.#ask("compile", [source]);
  }

  /**
   * What could stand at a place. Lines and columns begin with 1, columns are in UTF-16 units.
   * @param {string} source
   * @param {number} line
   * @param {number} column
   * @returns {Promise<Completion[]>}
   */
  complete(source, line, column) {
    return this.#ask("complete", [source, line, column]);
  }

  /**
   * A line about what stands at a place.
   * @param {string} source
   * @param {number} line
   * @param {number} column
   * @returns {Promise<string | null>}
   */
  describe(source, line, column) {
    return this.#ask("describe", [source, line, column]);
  }

  /** Loads it. Rejects if it is not to be had; where it is only missing, it is looked for until it is there. */
  load() {
    this.#loading ??= this.#fetch();
    return this.#loading;
  }

  async #fetch() {
    if (this.state !== "coming") this.#turn("loading");
    try {
      this.#late = await load();
      this.#turn("ready");
    } catch (error) {
      this.#loading = undefined;
      if (error instanceof MissingError) {
        this.#turn("coming");
        this.#again ??= setTimeout(() => {
          this.#again = undefined;
          this.load().catch(() => {});
        }, AGAIN_MS);
        throw new MissingError("The checker is not there yet: it is still being built, or was left out. What is typed can be checked and run as soon as it is.");
      }
      this.trouble = message(error);
      this.#turn("broken");
      throw error;
    }
  }

  /**
   * @param {Question} question
   * @param {unknown[]} given
   * @returns {Promise<any>}
   */
  async #ask(question, given) {
    await this.load();
    return new Promise((resolve, reject) => {
      const isOld = (/** @type {Asked} */ asked) => asked.question === question && question !== "compile";
      for (const old of this.#waiting.filter(isOld)) old.reject(new SupersededError(`a newer question has taken the place of this one: ${question}`));
      this.#waiting = this.#waiting.filter((asked) => !isOld(asked));
      const asked = { id: ++this.#last, question, given, resolve, reject };
      // Who wants to run a program waits for it; the others do not.
      if (question === "compile") this.#waiting.unshift(asked);
      else this.#waiting.push(asked);
      this.#next();
    });
  }

  #next() {
    if (this.#current) return;
    const asked = this.#waiting.shift() ?? this.#ahead;
    if (!asked) return;
    this.#worker ??= this.#start();
    this.#current = asked;
    const { id, question, given } = asked;
    if (question === "compile") this.#warmed();
    this.#worker.postMessage({ id, question, given });
    const limit_ms = this.#hasAnswered ? LIMIT_MS : FIRST_LIMIT_MS;
    this.#limit = setTimeout(() => this.#replace(new Error(`the checker did not answer within ${limit_ms / 1000} s: it was started anew`)), limit_ms);
  }

  #start() {
    this.#isWarm = false;
    this.#hasAnswered = false;
    const worker = startThread();
    worker.addEventListener("message", ({ data: { id, answer, error } }) => {
      // What it has posted may come after its end.
      const asked = this.#current;
      if (worker !== this.#worker || !asked || asked.id !== id) return;
      this.#hasAnswered = true;
      if (error === undefined) this.#answered(asked, answer);
      else asked.reject(new Error(`the checker failed: ${error}`));
      this.#over();
    });
    worker.addEventListener("error", (event) => {
      if (worker === this.#worker) this.#replace(threadError(event));
    });
    worker.postMessage({ compiler: this.#late });
    return worker;
  }

  /**
   * Ends the worker in the middle of what it does: the next question has a new one.
   * @param {Error} why
   */
  #replace(why) {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#current?.reject(why);
    this.#over();
  }

  /**
   * @param {Asked} asked
   * @param {any} answer
   */
  #answered({ question, given, resolve }, answer) {
    if (question === "check" && !this.#isWarm && answer.every((/** @type {Diagnostic} */ { severity }) => severity !== "error")) {
      this.#ahead = { id: ++this.#last, question: "compile", given, resolve() {}, reject() {} };
    }
    resolve(answer);
  }

  #warmed() {
    this.#isWarm = true;
    this.#ahead = undefined;
  }

  #over() {
    clearTimeout(this.#limit);
    this.#current = undefined;
    this.#next();
  }

  /** @param {State} state */
  #turn(state) {
    this.state = state;
    this.dispatchEvent(new Event("change"));
  }
}

/** One for all elements of a page. */
export const compiler = new Compiler();
