// How what was measured many times is spread.

import { figureOf } from "../../www/src/speed/figure.js";

/** The names of {@link quantiles}. */
export const QUANTILES = ["median", "95 of 100", "maximum"];

/**
 * The median, what 95 of 100 are at most, and the maximum: values that were measured.
 * @param {number[]} measured
 */
function quantiles(measured) {
  const sorted = measured.toSorted((a, b) => a - b);
  return [0.5, 0.95, 1].map((part) => sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)]);
}

/**
 * The same of several rounds: a figure for each.
 * @param {number[][]} rounds
 */
export function quantileFigures(rounds) {
  const each = rounds.map(quantiles);
  return QUANTILES.map((_, index) => figureOf(each.map((one) => one[index])));
}
