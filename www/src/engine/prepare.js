// Makes programs ready to be run: a lesson, or a learner's own program, which is compiled first.

import { argumentsOf } from "./arguments.js";
import { machine as loadMachine } from "./late.js";
import { load, loadRun } from "./load.js";
import { OWN, find, pieceOf, sourceOf } from "./scenarios.js";

/** @import { Program as Own } from "../types.js" */
/** @import { Runnable } from "./runnable.js" */

/**
 * Makes a program ready to be run. Rejects if there is no such lesson, or if the program does not compile.
 * @param {string | Own} what a lesson's id, or a program
 * @param {Record<string, unknown>} params
 * @returns {Promise<Runnable>}
 */
export async function prepare(what, params) {
  // As text: what else a caller may have put there could not be sent to a worker.
  const given = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]));
  if (typeof what === "string") {
    const [module, run, own, source] = await Promise.all([load(), loadRun(), pieceOf(what), sourceOf(what)]);
    return { scenario: what, source, params: given, module, pieces: own ? [run, own] : [run] };
  }
  const { source, scenario = OWN } = what;
  const machine = loadMachine();
  // What is compiled has to be waited for first; until then, that is nobody's error.
  machine.catch(() => {});
  const { program, params: taken } = what.program ? { program: what.program, params: given } : await compiled(source, scenario, given);
  return { scenario, source, params: taken, program, ...(await machine) };
}

/**
 * @param {string} source
 * @param {string} scenario
 * @param {Record<string, string>} given
 */
async function compiled(source, scenario, given) {
  const { compile } = await import("./own.js");
  const { program, params } = await compile(source);
  return { program, params: await argumentsOf(params, find(scenario), given) };
}
