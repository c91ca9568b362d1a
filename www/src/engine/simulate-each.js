// Simulates a lesson, or a learner's own program, with one set of values after another. It is compiled once.

import { takenOf } from "../exercise/values.js";
import { argumentsOf } from "./arguments.js";
import { machine } from "./late.js";
import { find } from "./scenarios.js";
import { EndlessError, simulate } from "./simulate.js";

/** @import { CheckedRun, Heading, RunRecord } from "../types.js" */

/**
 * A run, or why there is none.
 * @typedef {Omit<CheckedRun, "record"> & { record?: RunRecord, why?: string }} TriedRun
 */

/**
 * Fails if the program does not compile, takes what the lesson has not, or cannot be simulated here; that a run does not
 * end belongs to its values. With the same values a program does the same: where it takes fewer than the lesson has, one
 * run stands for many.
 * @param {{ scenario: string, source?: string }} what a lesson, and the program that was made of it
 * @param {readonly Record<string, number>[]} sets
 * @param {AbortSignal} signal
 * @returns {AsyncGenerator<TriedRun>}
 */
export async function* simulateEach({ scenario, source }, sets, signal) {
  const lesson = /** @type {Heading} */ (find(scenario));
  const { params, start } = source === undefined
    ? { params: lesson.params, start: (/** @type {Record<string, number>} */ values) => simulate(scenario, values, { signal }) }
    : await compiled(lesson, source, signal);
  /** @type {Map<string, RunRecord>} */
  const made = new Map();
  for (const values of sets) {
    const taken = takenOf(values, params);
    const key = JSON.stringify(taken);
    try {
      const record = made.get(key) ?? await start(taken ?? {});
      made.set(key, record);
      yield { values, taken, record };
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof EndlessError)) throw error;
      yield { values, taken, why: error.message };
    }
  }
}

/**
 * @param {Heading} lesson
 * @param {string} source
 * @param {AbortSignal} signal
 */
async function compiled(lesson, source, signal) {
  const { compile } = await import("./own.js");
  const [{ program, params }] = await Promise.all([compile(source), machine()]);
  await argumentsOf(params, lesson, {});
  signal.throwIfAborted();
  const start = async (/** @type {Record<string, number>} */ values) =>
    simulate({ scenario: lesson.id, source, program }, await argumentsOf(params, lesson, values), { signal });
  return { params, start };
}
