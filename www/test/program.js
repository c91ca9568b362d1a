// A learner's program in Node: compiled, and run on the simulated clock, by the wasms that the page has.

import { takenOf } from "../src/exercise/values.js";
import { simulateIn } from "../src/engine/runnable.js";
import { fileOf } from "./embed.js";
import { maker, read } from "./wasm.js";

/** @import { Compiled } from "../src/types.js" */

const compiler = (await maker("compiler", fileOf))();
const machine = await maker("machine");

/**
 * As `compile` of `engine/own.js`, without its thread.
 * @param {string} source
 * @returns {Compiled}
 */
export function compile(source) {
  return { ...JSON.parse(compiler.compile(source)), program: compiler.program() };
}

/**
 * As `simulateEach` of `engine/simulate-each.js`, without its threads, and with one instance for all runs.
 * @param {string} source
 * @param {Compiled} compiled
 * @param {readonly Record<string, number>[]} sets of values
 */
export function simulate(source, { program, params }, sets) {
  const wasm = machine();
  const made = new Map();
  return sets.map((values) => {
    const taken = takenOf(values, params);
    const key = JSON.stringify(taken);
    if (!made.has(key)) {
      const given = Object.fromEntries(Object.entries(taken ?? {}).map(([name, value]) => [name, String(value)]));
      simulateIn(wasm, { scenario: "program", source, params: given, program }, "1");
      made.set(key, read(wasm.events, wasm.head()));
    }
    return { values, taken, record: made.get(key) };
  });
}
