// The playground as others have it: a lesson is run, and there is a record of it.

import { run, scenarios } from "/embed/async-playground.js";

// The wasm is there before the clock starts.
await scenarios();

/** @param {number} tasks @returns {Promise<number[]>} */
export async function measure(tasks) {
  const { outcome, error, elapsed_ms } = await run("scale", { tasks });
  if (outcome !== "completed") throw new Error(`${tasks} tasks: ${error ?? outcome}`);
  return [elapsed_ms];
}
