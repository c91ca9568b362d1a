// From milliseconds to pixels and back, the ticks of an axis, and what zooming does to it.

/** @typedef {{ from_ms: number, to_ms: number }} Window */

/** The narrowest window: clocks of browsers are not finer (High Resolution Time, "coarsen time"). */
const FINEST_MS = 0.02;

/** Room at both ends of the axis, so that a mark at the very start or end is whole. */
export const EDGE = 7;

/**
 * @param {Window} window
 * @param {number} width
 */
export function createScale({ from_ms, to_ms }, width) {
  const perMs = Math.max(1, width - 2 * EDGE) / (to_ms - from_ms);
  return {
    from_ms,
    to_ms,
    width,
    perMs,
    x: (/** @type {number} */ ms) => EDGE + (ms - from_ms) * perMs,
    ms: (/** @type {number} */ x) => from_ms + (x - EDGE) / perMs,
  };
}

/** @typedef {ReturnType<typeof createScale>} Scale */

/**
 * The smallest of 1, 2, 5, 10, 20, … and of their tenths, hundredths, … that is at least `size`.
 * @param {number} size
 */
export function roundUp(size) {
  const power = Math.floor(Math.log10(size));
  const digit = [1, 2, 5, 10].find((digit) => digit >= (size / 10 ** power) * (1 - 1e-9)) ?? 10;
  // A division by a power of ten is exact where a product with its inverse is not.
  return power < 0 ? digit / 10 ** -power : digit * 10 ** power;
}

/**
 * Round numbers from `from` to `to`, at most about `count` of them.
 * @param {number} from
 * @param {number} to
 * @param {number} count
 */
export function ticks(from, to, count) {
  const step = roundUp((to - from) / Math.max(1, count));
  const [first, last] = [Math.ceil(from / step - 1e-6), Math.floor(to / step + 1e-6)];
  const values = Array.from({ length: last - first + 1 }, (_, index) =>
    step < 1 ? (first + index) / Math.round(1 / step) : (first + index) * step,
  );
  return { step, values };
}

/**
 * A tick in seconds, or in milliseconds where ticks are closer than 10 ms.
 * @param {number} ms
 * @param {number} step
 */
export function tickLabel(ms, step) {
  const [unit, name] = step < 10 ? [1, "ms"] : [1000, "s"];
  const decimals = Math.max(0, -Math.floor(Math.log10(step / unit) + 1e-9));
  return `${(ms / unit).toFixed(decimals)} ${name}`;
}

/**
 * A window that lies within the run; none, if it shows all of it.
 * @param {number} from_ms
 * @param {number} span_ms
 * @param {number} end_ms
 * @returns {Window | undefined}
 */
export function windowAt(from_ms, span_ms, end_ms) {
  if (span_ms >= end_ms) return undefined;
  const span = Math.max(span_ms, FINEST_MS);
  const from = Math.min(Math.max(from_ms, 0), end_ms - span);
  return { from_ms: from, to_ms: from + span };
}

/**
 * Zooms in (`factor` above 1) or out; the time `at_ms` stays where it is.
 * @param {Window} shown
 * @param {number} factor
 * @param {number} at_ms
 * @param {number} end_ms
 */
export function zoom({ from_ms, to_ms }, factor, at_ms, end_ms) {
  const span = Math.max((to_ms - from_ms) / factor, FINEST_MS);
  return windowAt(at_ms - ((at_ms - from_ms) * span) / (to_ms - from_ms), span, end_ms);
}
