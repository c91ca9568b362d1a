// What a learner's program printed, and when. Lines that nobody asked about do no harm: who looks for a mistake prints.

import { seconds } from "../record/figures.js";

/** @import { RunRecord } from "../types.js" */

/**
 * The lines of the log.
 * @param {RunRecord} record
 */
export const texts = ({ log }) => log.map(({ text }) => text);

/**
 * When a line was printed, in milliseconds: for the first time. Not a number if it was not.
 * @param {RunRecord} record
 * @param {string} text
 */
export function printedAt({ log }, text) {
  const line = log.find((line) => line.text === text);
  return line ? Math.round(line.at_ms) : NaN;
}

/**
 * The time between two lines, in milliseconds.
 * @param {RunRecord} record
 * @param {string} from
 * @param {string} to
 */
export const between = (record, from, to) => printedAt(record, to) - printedAt(record, from);

/**
 * Which of some lines is not there, or too often.
 * @param {RunRecord} record
 * @param {readonly string[]} wanted each as often as it stands there
 * @param {string} why is said of a line that is not there
 */
export function lacking(record, wanted, why) {
  const printed = texts(record);
  for (const line of wanted) {
    const times = count(printed, line);
    const meant = count(wanted, line);
    if (times < meant) return `\`${line}\` is ${times === 0 ? "never printed" : `printed ${times} times, not ${meant}`}: ${why}`;
    if (times > meant) return `\`${line}\` is printed ${times} times, not ${meant === 1 ? "once" : meant}.`;
  }
}

/**
 * The first two of some lines that stand the wrong way round.
 * @param {RunRecord} record
 * @param {readonly string[]} wanted in this order
 * @param {string} [why]
 */
export function disordered(record, wanted, why) {
  const printed = texts(record);
  const at = wanted.findIndex((line, index) => index > 0 && printed.indexOf(line) < printed.indexOf(wanted[index - 1]));
  if (at > 0) return said(`\`${wanted[at]}\` comes before \`${wanted[at - 1]}\``, why);
}

/**
 * The first of some lines that does not come when it is due.
 * @param {RunRecord} record
 * @param {readonly (readonly [line: string, due: number])[]} wanted in milliseconds
 * @param {string} [why]
 */
export function untimely(record, wanted, why) {
  for (const [line, due] of wanted) {
    const at = printedAt(record, line);
    if (at !== due) return said(`\`${line}\` comes at ${seconds(at)}, not at ${seconds(due)}`, why);
  }
}

/**
 * The first wait, from one line to another, that is not as long as it is to be.
 * @param {RunRecord} record
 * @param {readonly (readonly [from: string, to: string, wait: number])[]} wanted in milliseconds
 * @param {string} [why]
 */
export function miswaited(record, wanted, why) {
  for (const [from, to, wait] of wanted) {
    const waited = between(record, from, to);
    if (waited !== wait) return said(`\`${to}\` comes ${seconds(waited)} after \`${from}\`, not ${seconds(wait)}`, why);
  }
}

/** @param {readonly string[]} lines @param {string} line */
const count = (lines, line) => lines.filter((other) => other === line).length;

/** @param {string} what @param {string} [why] */
const said = (what, why) => (why ? `${what}: ${why}` : `${what}.`);
