// Where a learner goes on in the course.

/** @import { Remembered } from "./memory.js" */

/**
 * The lesson after the last one that is done; the first that was left out, if there is none; nothing, if nothing is
 * done or all is.
 * @param {readonly string[]} ids in the order of the course
 * @param {Record<string, Remembered>} lessons what is remembered of them
 * @returns {string | undefined}
 */
export function whereToGoOn(ids, lessons) {
  const isDone = ids.map((id) => lessons[id]?.done === true);
  const last = isDone.lastIndexOf(true);
  return last < 0 ? undefined : (ids[last + 1] ?? ids[isDone.indexOf(false)]);
}
