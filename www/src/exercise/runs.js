// What the runs of a learner's program say: what the first of them says that misses the goal.

/** @import { CheckedRun, Missed, RunRecord } from "../types.js" */

/**
 * @param {readonly CheckedRun[]} runs
 * @param {(record: RunRecord, values: Record<string, number>) => string | undefined} judge says what is wrong with a run
 * @returns {Missed | undefined}
 */
export function firstMissed(runs, judge) {
  for (const { values, taken, record } of runs) {
    const message = judge(record, values);
    if (message) return { message, values: taken };
  }
}
