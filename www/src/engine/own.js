// A learner's own program: checked and compiled.

import { compiler } from "./compiler/client.js";

/** @import { Compiled, Diagnostic } from "../types.js" */

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
