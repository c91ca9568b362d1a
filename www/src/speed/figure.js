/** @import { Figure } from "./bench.js" */

/**
 * What was measured in several rounds: the median, which is one of the values, and the spread.
 * @param {readonly number[]} measured
 * @returns {Figure}
 */
export function figureOf(measured) {
  const sorted = measured.toSorted((a, b) => a - b);
  return { median: sorted[Math.ceil(sorted.length / 2) - 1], low: sorted[0], high: sorted[sorted.length - 1], rounds: sorted.length };
}
