// The page's own wasm, in Node: what it says of a record is what it says on the page.

import { readFile } from "node:fs/promises";

import glue from "../pkg/async_playground.js";
import { complete } from "../src/record/complete.js";

export const wasm = glue({}, WebAssembly);
wasm.initSync({ module: await readFile(new URL("../pkg/async_playground_bg.wasm", import.meta.url)) });

/** As `checkRecord` of `record/check.js`, without its thread. @param {unknown} value */
export async function checkRecord(value) {
  return complete(JSON.parse(wasm.check_record(JSON.stringify(value) ?? "undefined")));
}
