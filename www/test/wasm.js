// The page's own wasms, in Node: what it says of a record is what it says on the page.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";

import { instantiate } from "../src/engine/instance.js";
import { LiveRecord, SLICE } from "../src/record/live.js";
import { takeIn } from "../src/engine/thread.js";

const pkg = (/** @type {string} */ file) => new URL(`../pkg/${file}`, import.meta.url);

/**
 * What makes instances of a wasm, each with these pieces.
 * @param {string} name
 * @param {(file: string) => URL | undefined} [place]
 */
export async function maker(name, place = pkg) {
  const [wasm, js] = [place(`${name}_bg.wasm`), place(`${name}.js`)];
  assert.ok(wasm && js && existsSync(wasm), `The wasm "${name}" is not built. Run ./build.sh build first.`);
  const { default: glue } = await import(js.href);
  const module = await WebAssembly.compile(await readFile(wasm));
  return (/** @type {WebAssembly.Module[]} */ pieces = []) => {
    const Instance = function (/** @type {WebAssembly.Module} */ module, /** @type {WebAssembly.Imports} */ imports) {
      return { exports: instantiate({ module, pieces }, imports) };
    };
    const wasm = glue({}, { Module: WebAssembly.Module, Instance });
    wasm.initSync({ module });
    return wasm;
  };
}

const lessons = JSON.parse(await readFile(new URL("../pkg/lessons.json", import.meta.url), "utf8"));
const programs = await maker("programs");
const checking = await maker("checking");

/** A piece that is split off. @param {string} file */
export const piece = async (file) => WebAssembly.compile(await readFile(pkg(file)));

/** What tells of the run of any lesson. */
const telling = await piece("run.wasm");

/** The record of which an instance tells, slice by slice. */
export function read(slice, head) {
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
export async function simulate(id) {
  const wasm = programs([telling, await piece(`lessons/${id}.wasm`)]);
  wasm.simulate(id, {}, 1, lessons.find((lesson) => lesson.id === id).source.rust);
  return read(wasm.events, wasm.head());
}
