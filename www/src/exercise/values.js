// With which values of a lesson's parameters a learner's program is tried.

/** @import { Param } from "../types.js" */

/** How far a parameter counts here: more of what a program counts only takes longer. */
const MANY = 20;

/** How many sets of values there are at most. */
const MOST = 12;

/**
 * The lesson's own values; all at their least and all at their most, where waits are equally long; and sets in which each
 * stands elsewhere between its ends, so that of any two each is once the longer one.
 * @param {readonly Param[]} params
 * @returns {Record<string, number>[]}
 */
export function valueSets(params) {
  const steps = Math.max(params.length - 1, 3);
  const turns = Array.from({ length: steps + 1 }, (_, turn) => turn);
  const place = (/** @type {number} */ step) => ((step + steps + 1) % (steps + 1)) / steps;
  const named = (/** @type {(param: Param, index: number) => number} */ value) => Object.fromEntries(params.map((param, index) => [param.name, value(param, index)]));
  const sets = [
    named((param) => param.default),
    named((param) => between(param, 0)),
    named((param) => between(param, 1)),
    ...turns.map((turn) => named((param, index) => between(param, place(turn + index)))),
    ...turns.map((turn) => named((param, index) => between(param, place(turn - index)))),
  ];
  const seen = sets.map((set) => JSON.stringify(set));
  return sets.filter((_, index) => seen.indexOf(seen[index]) === index).slice(0, MOST);
}

/**
 * Of some values those that a program takes; nothing, if it takes none.
 * @param {Record<string, number>} values
 * @param {readonly { name: string }[]} params of its `main`
 */
export const takenOf = (values, params) => (params.length > 0 ? Object.fromEntries(params.map(({ name }) => [name, values[name]])) : undefined);

/**
 * A value that the control of a parameter can have. Short waits are closer together than long ones.
 * @param {Param} param
 * @param {number} place 0 at its least, 1 at its most
 */
function between({ kind, min, max, step }, place) {
  const end = kind === "count" ? Math.max(min, Math.min(max, MANY)) : max;
  const steps = Math.round(((end - min) * place ** 2) / step);
  return Number((min + steps * step).toFixed(3));
}
