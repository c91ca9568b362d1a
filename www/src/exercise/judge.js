// Says what becomes of a learner's program: whether it reaches the goal of its exercise, with all values.

/** @import { Check, Missed } from "../types.js" */
/** @import { TriedRun } from "../engine/simulate-each.js" */

/**
 * What its runs say about a program. `failed`: one of them did not come to its end; `sets`: of values, with which it ran.
 * @typedef {{ kind: "failed", values?: Record<string, number>, why: string }
 *   | { kind: "missed" } & Missed
 *   | { kind: "reached", sets: number }} Verdict
 */

/**
 * @param {AsyncIterable<TriedRun>} runs
 * @param {Check} check
 * @returns {Promise<Verdict>}
 */
export async function judge(runs, check) {
  const all = [];
  for await (const { values, taken, record, why } of runs) {
    // No check has to know how runs may end.
    if (record?.outcome !== "completed") return { kind: "failed", values: taken, why: why ?? record?.error ?? "It was stopped." };
    all.push({ values, taken, record });
  }
  const missed = check(all);
  return missed ? { kind: "missed", ...missed } : { kind: "reached", sets: new Set(all.map(({ taken }) => JSON.stringify(taken))).size };
}
