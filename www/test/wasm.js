// The page's own wasms, in Node: what it says of a record is what it says on the page.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";

import { LiveRecord, SLICE } from "../src/record/live.js";
import { takeIn } from "../src/engine/thread.js";

/**
 * What makes instances of a wasm.
 * @param {string} name
 */
async function maker(name) {
  const file = new URL(`../pkg/${name}_bg.wasm`, import.meta.url);
  assert.ok(existsSync(file), "the programs are not built: www/pkg is missing. Run ./build.sh build first.");
  const { default: glue } = await import(`../pkg/${name}.js`);
  const module = await WebAssembly.compile(await readFile(file));
  return () => {
    const wasm = glue({}, WebAssembly);
    wasm.initSync({ module });
    return wasm;
  };
}

const lessons = JSON.parse(await readFile(new URL("../pkg/lessons.json", import.meta.url), "utf8"));
const programs = await maker("programs");
const checking = await maker("checking");

/** The record of which an instance tells, slice by slice. */
function read(slice, head) {
  const live = new LiveRecord();
  for (let from = 0; ; from += SLICE) {
    const events = slice(from, SLICE);
    if (events === "[]") break;
    takeIn(live, { events });
  }
  takeIn(live, { head });
  return live.record;
}

/** As `checkRecord` of `record/check.js`, without its thread. @param {unknown} value */
export async function checkRecord(value) {
  const wasm = checking();
  const head = wasm.check_record(JSON.stringify(value) ?? "undefined");
  return read(wasm.checked_events, head);
}

/** As `simulate` of `engine/simulate.js`, without its thread. @param {string} id */
export function simulate(id) {
  const wasm = programs();
  wasm.simulate(id, {}, 1, lessons.find((lesson) => lesson.id === id).source.rust);
  return read(wasm.events, wasm.head());
}
