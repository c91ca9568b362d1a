// A program of one's own, as it is typed in the editor.

import { run } from "/embed/async-playground.js";

/**
 * @param {string} source
 * @param {Record<string, number>} params
 */
export async function runProgram(source, params) {
  const { outcome, error, log, elapsed_ms } = await run({ source }, params);
  if (outcome !== "completed") throw new Error(`the program: ${error ?? outcome}`);
  return { log, elapsed_ms };
}
