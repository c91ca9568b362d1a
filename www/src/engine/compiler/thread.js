// What the compiler's thread does: an instance answers questions, one after another. One that is lost is replaced before
// the next question.

import { glueOf } from "../glue.js";
import { Instance } from "../instance.js";
import { message } from "../message.js";

/** @import { Late } from "../late.js" */
/** @import { Question } from "./client.js" */

/** @type {Instance<any> | undefined} */
let instance;

/** Makes an instance. @type {Promise<() => Instance<any>>} */
let maker;

/**
 * Comes before the first question.
 * @param {Late} late
 */
export function begin({ module, glue }) {
  maker = glueOf(glue).then((compiler) => () => new Instance(compiler, { module }, () => (instance = undefined)));
}

/** How each question is put. @type {Record<Question, (wasm: any, given: unknown[]) => unknown>} */
const ASK = {
  check: (wasm, given) => JSON.parse(wasm.check(...given)),
  compile: (wasm, given) => ({ ...JSON.parse(wasm.compile(...given)), program: wasm.program() }),
  complete: (wasm, given) => JSON.parse(wasm.complete(...given)),
  describe: (wasm, given) => wasm.describe(...given) ?? null,
};

/** @param {{ id: number, question: Question, given: unknown[] }} asked */
export async function answer({ id, question, given }) {
  try {
    const make = await maker;
    instance ??= make();
    postMessage({ id, answer: instance.call((wasm) => ASK[question](wasm, given)) });
  } catch (error) {
    postMessage({ id, error: message(error) });
  }
}
