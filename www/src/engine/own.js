// A learner's own program: compiled, and told what its `main` takes.

import { compiler } from "./compiler/client.js";
import { tokioProgram } from "./scenarios.js";

/** @import { Compiled, Diagnostic, Heading } from "../types.js" */

/** A program that does not compile. */
export class ProgramError extends Error {
  /** @param {readonly Diagnostic[]} diagnostics */
  constructor(diagnostics) {
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    const [{ line, message }] = errors;
    super(`the program does not compile: line ${line}: ${message}${errors.length > 1 ? ` (and ${errors.length - 1} more)` : ""}`);
    this.name = "ProgramError";
    this.diagnostics = diagnostics;
  }
}

/**
 * What is wrong with a program, as rustc would say it: an error or a warning each, lines and columns from 1.
 * @param {string} source
 * @returns {Promise<Diagnostic[]>}
 */
export function check(source) {
  return compiler.check(source);
}

/**
 * The bytecode of a program. Rejects with a `ProgramError` if it does not compile.
 * @param {string} source
 * @returns {Promise<Required<Compiled>>}
 */
export async function compile(source) {
  const { diagnostics, params, program } = await compiler.compile(source);
  if (!program) throw new ProgramError(diagnostics);
  return { diagnostics, params, program };
}

/**
 * The values that `main` takes, in its order: those that are given, or those of the lesson. Rejects if the lesson does
 * not allow one, or if there is none.
 * @param {Compiled["params"]} wanted
 * @param {Heading | undefined} lesson that was edited
 * @param {Record<string, unknown>} given
 * @returns {Promise<Record<string, string>>}
 */
export async function argumentsOf(wanted, lesson, given) {
  const known = lesson?.params ?? [];
  const names = known.map(({ name }) => name);
  // Within their bounds, or in the lesson's own words.
  if (lesson && known.length > 0) await tokioProgram(lesson.id, Object.fromEntries(Object.entries(given).filter(([name]) => names.includes(name))));
  return Object.fromEntries(wanted.map(({ name, kind }) => {
    const param = known.find((param) => param.name === name && param.kind === kind);
    const value = given[name] ?? param?.default;
    if (lesson && !param) {
      const allowed = known.map(({ name, kind }) => `${name}: ${kind === "seconds" ? "Duration" : "u32"}`).join(", ");
      throw new Error(`main takes "${name}", of which the lesson has no value: ${allowed ? `allowed are ${allowed}` : "it takes nothing here"}`);
    }
    if (value === undefined) throw new Error(`main takes "${name}", of which nobody gives a value: name one in the parameters, or let main take nothing`);
    return [name, String(value)];
  }));
}
