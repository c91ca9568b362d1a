// The wasms of the page, in Node: those of the folder `embed`, which stands beside that of the command.

import { readFileSync, readdirSync } from "node:fs";

import checkingGlue from "../../pkg/checking.js";
import machineGlue from "../../pkg/machine.js";
import programsGlue from "../../pkg/programs.js";
import { Instance } from "../../src/engine/instance.js";
import { simulateIn } from "../../src/engine/runnable.js";
import { takeIn } from "../../src/engine/thread.js";
import { LiveRecord, SLICE } from "../../src/record/live.js";

/** @import { Compiled, RunRecord } from "../../src/types.js" */

const folder = new URL("../embed/assets/", import.meta.url);

/** A file of the folder, which carries a hash in its name. @param {string} name @param {string} end */
function fileOf(name, end) {
  const pattern = new RegExp(`^${name}-[0-9a-f]+\\.${end}$`);
  const found = readdirSync(folder).find((file) => pattern.test(file));
  if (!found) throw new Error(`${name}.${end} is missing in ${folder.pathname}: it is not built, or was left out`);
  return new URL(found, folder);
}

/** By their names: most are in more than one instance. @type {Map<string, Promise<WebAssembly.Module>>} */
const modules = new Map();

/** @param {string} name */
function compiled(name) {
  const module = modules.get(name) ?? WebAssembly.compile(readFileSync(fileOf(name, "wasm")));
  modules.set(name, module);
  return module;
}

/**
 * What calls into a wasm: into one instance, as long as that is not lost.
 * @param {string} name
 * @param {() => Promise<any>} glue its JavaScript
 * @param {readonly string[]} [split] the pieces of it
 */
function caller(name, glue, split = []) {
  /** @type {Promise<() => Instance<any>> | undefined} */
  let maker;
  /** @type {Instance<any> | undefined} */
  let instance;
  const load = async () => {
    const made = await glue();
    const parts = { module: await compiled(`${name}_bg`), pieces: await Promise.all(split.map(compiled)) };
    return () => new Instance(made, parts, () => (instance = undefined));
  };
  return async (/** @type {(wasm: any) => any} */ act) => {
    const make = await (maker ??= load());
    return (instance ??= make()).call(act);
  };
}

// It is built apart from the rest.
const compiler = caller("compiler", async () => (await import(fileOf("compiler", "js").href)).default);
const machine = caller("machine", async () => machineGlue);
const engine = caller("programs", async () => programsGlue);
/** The course's programs, each in an instance of its own. @type {Map<string, ReturnType<typeof caller>>} */
const programs = new Map();
const checking = caller("checking", async () => checkingGlue);

/** @param {string} source @returns {Promise<Compiled>} */
export function compile(source) {
  return compiler((wasm) => ({ ...JSON.parse(wasm.compile(source)), program: wasm.program() }));
}

/**
 * Runs a program on the simulated clock: a lesson, or one that was compiled.
 * @param {{ scenario: string, source: string, params: Record<string, string>, program?: Uint8Array }} what
 * @param {string} speed
 */
export function simulate(what, speed) {
  return (what.program ? machine : programOf(what.scenario))((wasm) => {
    simulateIn(wasm, /** @type {any} */ (what), speed);
    return recordOf(wasm.events, wasm.head());
  });
}

/** What is wrong with the parameters of a lesson. @param {string} scenario @param {Record<string, string>} params */
export function checkParams(scenario, params) {
  return engine((wasm) => wasm.tokio_program(scenario, params, ""));
}

/** @param {string} lesson */
function programOf(lesson) {
  const program = programs.get(lesson) ?? caller("programs", async () => programsGlue, ["run", lesson]);
  programs.set(lesson, program);
  return program;
}

/** A record from outside. @param {string} json @returns {Promise<RunRecord>} */
export function checkRecord(json) {
  return checking((wasm) => {
    const head = wasm.check_record(json);
    return recordOf(wasm.checked_events, head);
  });
}

/**
 * @param {(from: number, count: number) => string} slice
 * @param {string} head
 * @returns {RunRecord}
 */
function recordOf(slice, head) {
  const live = new LiveRecord();
  for (let from = 0; ; from += SLICE) {
    const events = slice(from, SLICE);
    if (events === "[]") break;
    takeIn(live, { events });
  }
  takeIn(live, { head });
  return live.record;
}
