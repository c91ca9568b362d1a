// The compiler's thread: an instance that answers questions, one after another. One that is lost is replaced before the
// next question.

import { Instance } from "../instance.js";
import { glueOf } from "../late.js";
import { message } from "../message.js";

/** @import { Late } from "../late.js" */
/** @import { Question } from "./client.js" */

/** @type {Instance<any> | undefined} */
let instance;

/** Makes an instance. @type {Promise<() => Instance<any>>} */
let maker;

/** @param {Late} late */
async function makerOf({ module, glue }) {
  const compiler = await glueOf(glue);
  return () => new Instance(compiler, module, () => (instance = undefined));
}

/** How each question is put. @type {Record<Question, (wasm: any, given: unknown[]) => unknown>} */
const ASK = {
  check: (wasm, given) => JSON.parse(wasm.check(...given)),
  compile: (wasm, given) => ({ ...JSON.parse(wasm.compile(...given)), program: wasm.program() }),
  complete: (wasm, given) => JSON.parse(wasm.complete(...given)),
  describe: (wasm, given) => wasm.describe(...given) ?? null,
};

addEventListener("message", async ({ data }) => {
  if (data.module) {
    maker = makerOf(data);
    return;
  }
  const { id, question, given } = data;
  try {
    const make = await maker;
    instance ??= make();
    postMessage({ id, answer: instance.call((wasm) => ASK[/** @type {Question} */ (question)](wasm, given)) });
  } catch (error) {
    postMessage({ id, error: message(error) });
  }
});
