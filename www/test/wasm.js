// The page's own wasm, in Node: what it says of a record is what it says on the page.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";

import { LiveRecord, SLICE } from "../src/record/live.js";
import { takeIn } from "../src/engine/thread.js";

const WASM = new URL("../pkg/async_playground_bg.wasm", import.meta.url);
assert.ok(existsSync(WASM), "the programs are not built: www/pkg is missing. Run ./build.sh build first.");

const { default: glue } = await import("../pkg/async_playground.js");
const module = await WebAssembly.compile(await readFile(WASM));

/** An instance of its own. */
export function instance() {
  const wasm = glue({}, WebAssembly);
  wasm.initSync({ module });
  return wasm;
}

/** The record of which an instance tells, slice by slice. */
function read(wasm, head) {
  const live = new LiveRecord();
  for (let from = 0; ; from += SLICE) {
    const events = wasm.events(from, SLICE);
    if (events === "[]") break;
    takeIn(live, { events });
  }
  takeIn(live, { head });
  return live.record;
}

/** As `checkRecord` of `record/check.js`, without its thread. @param {unknown} value */
export async function checkRecord(value) {
  const wasm = instance();
  const head = wasm.check_record(JSON.stringify(value) ?? "undefined");
  return read(wasm, head);
}

/** As `simulate` of `engine/simulate.js`, without its thread. @param {string} id */
export function simulate(id) {
  const wasm = instance();
  wasm.simulate(id, {}, 1);
  return read(wasm, wasm.head());
}
