// What there is to run.

import { Instance } from "./instance.js";
import { load } from "./load.js";

/** @import { Scenario } from "../types.js" */

/** An instance that runs nothing. @type {Instance | undefined} */
let library;

/**
 * @template T
 * @param {(wasm: import("./instance.js").Wasm) => T} question
 */
async function ask(question) {
  const module = await load();
  library ??= new Instance(module, () => (library = undefined));
  return library.call(question);
}

/** @type {Promise<Scenario[]> | undefined} */
let catalogue;

/**
 * All scenarios, in the order of the course.
 * @returns {Promise<Scenario[]>}
 */
export function scenarios() {
  catalogue ??= ask((wasm) => JSON.parse(wasm.scenarios()));
  catalogue.catch(() => (catalogue = undefined));
  return catalogue;
}

/**
 * The program of a scenario as the Rust Playground can run it.
 * @param {string} id
 * @param {Record<string, unknown>} params
 */
export function tokioProgram(id, params) {
  return ask((wasm) => wasm.tokio_program(id, params));
}
