// Figures and lists, as they are written everywhere on the page.

/**
 * A time as everywhere on the page: `1.001 s`, `86,400.000 s`.
 * @param {number} ms
 * @returns {string}
 */
export function seconds(ms) {
  const whole = Math.round(Math.abs(ms));
  const sign = ms < 0 && whole > 0 ? "-" : "";
  return `${sign}${number(Math.floor(whole / 1000))}.${String(whole % 1000).padStart(3, "0")} s`;
}

/**
 * The time between two moments: `+1.001 s`.
 * @param {number} ms
 * @returns {string}
 */
export function gap(ms) {
  return `+${seconds(ms)}`;
}

/** From which time on it is also said in minutes and hours. */
const LONG_MS = 120_000;

/**
 * A long time in the units that one thinks in: `2 h 46 min 40.000 s`. None for one that is
 * read well in seconds.
 * @param {number} ms
 * @returns {string | undefined}
 */
export function longTime(ms) {
  // Rounded first, so that no 60 seconds are left.
  const rounded = Math.round(ms);
  if (rounded < LONG_MS) return undefined;
  const minutes = Math.floor(rounded / 60_000);
  const parts = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60];
  const named = parts.map((count, index) => `${number(count)} ${["d", "h", "min"][index]}`);
  return [...named.slice(parts.findIndex((count) => count > 0)), seconds(rounded % 60_000)].join(" ");
}

/**
 * A whole number, set to be read: `10,000`. The browser's own formatter takes longer to make than a page has time for.
 * @param {number} count
 */
export function number(count) {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}

/**
 * How many of something: `1 line`, `10,000 lines`.
 * @param {number} count
 * @param {string} noun
 */
export function counted(count, noun) {
  return `${number(count)} ${noun}${count === 1 ? "" : "s"}`;
}

/** How long a list can be that somebody reads. */
const LISTED = 12;

/**
 * `A, B and C`.
 * @param {readonly string[]} items
 */
export function listed(items) {
  if (items.length > LISTED) {
    const more = items.length - LISTED + 1;
    return `${items.slice(0, LISTED - 1).join(", ")} and ${number(more)} more`;
  }
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}
