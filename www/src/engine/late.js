// The wasms that nobody waits for, each with the address of its JavaScript, by which threads find it, too: the machine
// that runs a learner's program, what checks records from outside, and the compiler.

import { loader } from "./load.js";

/** @typedef {{ module: WebAssembly.Module, glue: string }} Late a wasm, and the address of its JavaScript */

/**
 * What loads one of them.
 * @param {URL} wasm
 * @param {URL} glue
 * @returns {() => Promise<Late>}
 */
function late(wasm, glue) {
  const load = loader(wasm);
  return async () => ({ module: await load(), glue: glue.href });
}

// Addresses are written in the form by which bundlers find files, those of other people's pages as well.
export const machine = late(new URL("../../pkg/machine_bg.wasm", import.meta.url), new URL("../../pkg/machine.js", import.meta.url));
export const checking = late(new URL("../../pkg/checking_bg.wasm", import.meta.url), new URL("../../pkg/checking.js", import.meta.url));

/** A site may be served before it is built: its name is known, as it carries the hash of its sources. */
export const compiler = late(new URL(import.meta.env?.COMPILER_WASM, import.meta.url), new URL(import.meta.env?.COMPILER_JS, import.meta.url));
