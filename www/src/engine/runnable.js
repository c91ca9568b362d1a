// What is run: a lesson, which is compiled into a piece of the wasm that runs programs, or a learner's own program, as bytecode for
// the machine. Threads know it, too.

import programs from "../../pkg/programs.js";
import { glueOf } from "./glue.js";

/** @typedef {ReturnType<typeof programs>} Wasm */

/**
 * A program with all that it takes to run it. It can be sent to a thread.
 * @typedef {object} Runnable
 * @property {string} scenario the lesson; of a program of one's own, the lesson that was edited, or `OWN`
 * @property {string} source its tasks have their names from it
 * @property {Record<string, string>} params
 * @property {Uint8Array} [program] the bytecode; none of a lesson
 * @property {WebAssembly.Module} module
 * @property {readonly WebAssembly.Module[]} [pieces] of a lesson, what is split off
 * @property {string} [glue] the address of its JavaScript, unless that is the page's own
 */

/**
 * The JavaScript of a program's wasm.
 * @param {{ glue?: string }} runnable
 * @returns {Promise<typeof programs>}
 */
export async function glueFor({ glue }) {
  return glue ? glueOf(glue) : programs;
}

/**
 * Starts a program.
 * @param {any} wasm
 * @param {Runnable} runnable
 * @param {number | string} speed
 * @param {Function} startWorker
 * @returns {Promise<void>}
 */
export function start(wasm, { scenario, source, params, program }, speed, startWorker) {
  return program ? wasm.run_program(program, scenario, params, speed, source, startWorker) : wasm.run(scenario, params, speed, source, startWorker);
}

/**
 * Runs a program on the simulated clock.
 * @param {any} wasm
 * @param {Runnable} runnable
 * @param {number | string} speed
 */
export function simulateIn(wasm, { scenario, source, params, program }, speed) {
  if (program) wasm.simulate_program(program, scenario, params, speed, source);
  else wasm.simulate(scenario, params, speed, source);
}
