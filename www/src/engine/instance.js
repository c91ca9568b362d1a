// An instance of a wasm, for one program or one record.
//
// This target cannot unwind: a panic, memory that ran out, a stack that overflowed
// are exceptions that leave the wasm past every destructor. The instance is lost
// then, whoever called into it: the page, or the browser with a timer or a
// microtask. Before its memory is let go it is asked for what it knows; callbacks
// that come later find nothing.

import { message } from "./message.js";

/** @typedef {{ initSync(module: { module: WebAssembly.Module }): unknown, last_words(): string | undefined }} Every what every wasm of ours has */
/**
 * @template {Every} Wasm
 * @typedef {(exports: object, WebAssembly: any) => Wasm} Glue its JavaScript
 */

/** @typedef {{ module: WebAssembly.Module, pieces?: readonly WebAssembly.Module[] }} Modules a wasm, and what is split off from it, in the order in which one needs the other */

/**
 * What a wasm exports, with its pieces where they belong: in its table of functions and in its memory (`split/`).
 * @param {Modules} modules
 * @param {WebAssembly.Imports} imports
 * @returns {WebAssembly.Exports}
 */
export function instantiate({ module, pieces = [] }, imports) {
  let { exports } = new WebAssembly.Instance(module, imports);
  for (const piece of pieces) exports = { ...exports, ...new WebAssembly.Instance(piece, { ...imports, engine: exports }).exports };
  return exports;
}

/** @template {Every} Wasm */
export class Instance {
  /** @type {Wasm} */
  #wasm;
  /** What the wasm exports, guarded. @type {Record<string, any>} */
  #exports = {};
  /** Where the stack begins. */
  #top = 0;
  /** How many calls into the wasm are under way, one inside the other. */
  #depth = 0;
  /** What went past its destructors. @type {{ error: unknown } | undefined} */
  #trap;
  #lost = false;
  /** Why it is lost, once it has been asked for all that it knows. @type {string | undefined} */
  #words;

  /**
   * @param {Glue<Wasm>} glue
   * @param {Modules} modules
   * @param {(words: string) => void} [onLost] is told why, and may still call: what it calls may trap again
   */
  constructor(glue, { module, pieces }, onLost) {
    this.onLost = onLost;
    const guard = (/** @type {WebAssembly.Exports} */ exports) => ({ exports: this.#guard(exports) });
    const Instance = /** @type {any} */ (
      function (/** @type {WebAssembly.Module} */ module, /** @type {WebAssembly.Imports} */ imports) {
        return guard(instantiate({ module, pieces }, imports));
      }
    );
    this.#wasm = glue({}, { Module: WebAssembly.Module, Instance });
    this.call((wasm) => wasm.initSync({ module }));
  }

  /**
   * Calls into the wasm. Throws what that throws; if it traps, why the instance is lost.
   * @template T
   * @param {(wasm: Wasm) => T} act
   */
  call(act) {
    if (this.#lost) this.#restore();
    try {
      this.#depth++;
      try {
        return act(this.#wasm);
      } finally {
        this.#leave();
      }
    } catch (error) {
      throw this.#words === undefined ? error : new Error(this.#words, { cause: error });
    }
  }

  /** Lets go of its memory. What is called afterwards does nothing. */
  end() {
    // The glue keeps views of the memory; growing, be it by nothing, detaches them
    // (WebAssembly JavaScript Interface, "refresh the memory buffer").
    this.#exports.memory?.grow(0);
    for (const [name, value] of Object.entries(this.#exports)) {
      this.#exports[name] = typeof value === "function" ? () => [] : undefined;
    }
  }

  /** @param {WebAssembly.Exports} exports */
  #guard(exports) {
    for (const [name, value] of Object.entries(exports)) {
      this.#exports[name] =
        typeof value === "function" ? (/** @type {unknown[]} */ ...args) => this.#enter(value, args) : value;
    }
    this.#top = this.#exports.__stack_pointer.value;
    return this.#exports;
  }

  /**
   * @param {Function} entry
   * @param {unknown[]} args
   */
  #enter(entry, args) {
    // The calls around a trap are left as well, even where they could go on.
    if (this.#trap) throw this.#trap.error;
    this.#depth++;
    try {
      return entry(...args);
    } catch (error) {
      this.#trap = { error };
      if (this.#depth > 1) throw error;
      // The browser called: nobody could catch it.
      return [];
    } finally {
      this.#leave();
    }
  }

  #leave() {
    if (--this.#depth === 0 && this.#trap) this.#lose(this.#trap.error);
  }

  /** @param {unknown} error */
  #lose(error) {
    this.#lost = true;
    this.#depth++;
    const words = attempt(() => this.call((wasm) => wasm.last_words())) ?? why(error);
    attempt(() => this.onLost?.(words));
    this.#words = words;
    this.#lost = false;
    this.end();
  }

  /** Makes it fit to be asked something, whatever the call before has left. */
  #restore() {
    this.#trap = undefined;
    this.#exports.__stack_pointer.value = this.#top;
  }
}

/**
 * What is lost can be lost once more.
 * @template T
 * @param {() => T} act
 */
function attempt(act) {
  try {
    return act();
  } catch {
    return undefined;
  }
}

/** @param {unknown} error */
function why(error) {
  // A RangeError in Chromium, an InternalError in Firefox.
  const overflow = error instanceof RangeError || (error instanceof Error && error.name === "InternalError");
  if (overflow) return `the stack overflowed: ${message(error)}`;
  return error instanceof WebAssembly.RuntimeError ? `the program trapped: ${message(error)}` : message(error);
}
