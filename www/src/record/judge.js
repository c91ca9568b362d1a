// What a run says to what was predicted of it.
//
// To a wrong answer first a hint, which says what to look at and does not give the answer away.

import { seconds } from "./figures.js";
import { before, firstDifference, whyBefore } from "./order.js";
import { lateness } from "./lateness.js";
import { shortName } from "./names.js";
import { fits } from "./questions.js";

/** @import { Asked, ChoiceQuestion, LogLine, OrderQuestion, PrintsQuestion, RunRecord } from "../types.js" */
/** @import { Answer } from "./questions.js" */

/**
 * @typedef {object} Judged
 * @property {Asked["kind"]} kind
 * @property {boolean | undefined} right undefined if nothing was said
 * @property {Answer} said
 * @property {string[] | string} actual
 * @property {number | undefined} [parted] the first place where said and actual differ
 * @property {string} hint what to look at, in sentences; empty if the answer was right
 * @property {string} reason in sentences: made from the trace, but of a choice the lesson's own
 * @property {string} [shown] of a choice: what shows it, made from the trace
 */

/** How far a total may be off: a part of it, or milliseconds where that is more. */
const TOLERANCE = { part: 0.05, ms: 50 };

/**
 * What the run says to each answer.
 * @param {readonly Asked[]} questions
 * @param {readonly Answer[]} answers by the number of the question
 * @param {RunRecord} record a run that tells
 * @param {RunRecord | undefined} simulated what the questions were made from; the run itself if there is none
 * @param {string} source the program
 * @returns {Judged[]}
 */
export function judge(questions, answers, record, simulated = record, source = "") {
  return questions.map((question, index) => {
    const said = fits(question, answers[index]) ? answers[index] : undefined;
    switch (question.kind) {
      case "order":
        return judgeOrder(question, /** @type {string[] | undefined} */ (said), record, simulated);
      case "total":
        return judgeTotal(/** @type {string | undefined} */ (said), record, simulated);
      case "prints":
        return judgePrints(question, /** @type {boolean | undefined} */ (said), record, source);
      case "choice":
        return judgeChoice(question, /** @type {number | undefined} */ (said), record, simulated, source);
    }
  });
}

/**
 * @param {OrderQuestion} question
 * @param {string[] | undefined} said
 * @param {RunRecord} record
 * @param {RunRecord} simulated
 * @returns {Judged}
 */
function judgeOrder({ kind, lines }, said, record, simulated) {
  const printed = lastOf(record.log, lines);
  const actual = printed.map((line) => line.text);
  if (!said) return { kind, right: undefined, said, actual, hint: "", reason: "" };
  const parts = firstDifference(said, actual);
  if (!parts) return { kind, right: true, said, actual, hint: "", reason: whyThisOrder(record, printed) };
  const { index, predicted, actual: instead } = parts;
  const expected = printed.slice(index).find((line) => line.text === predicted);
  const { why, ask } = expected
    ? before(record, printed[index], expected)
    : { why: `“${predicted}” was not printed.`, ask: "Is it printed at all?" };
  // A timer that is late by more than what lies between two lines turns them round.
  const right = !firstDifference(said, lastOf(simulated.log, lines).map((line) => line.text));
  const place = `line ${index + 1}`;
  const came = instead === undefined ? "nothing came" : `“${instead}” came`;
  const here = right ? `So it is on the simulated clock. In this run, ${place} was different` : `The first difference is ${place}`;
  const sofar = index === 0 ? "Your first line is not yet right" : `From the top, ${index} of ${said.length} lines are right. Look at your ${place}`;
  return {
    kind,
    right,
    said,
    actual,
    parted: index,
    hint: right ? "" : `${sofar}. ${ask}`,
    reason: `${here}: you said “${predicted}”, and ${came}. ${why}`,
  };
}

/**
 * Of each text, as many of its last lines as were asked for.
 * @param {readonly LogLine[]} log
 * @param {readonly string[]} texts
 */
function lastOf(log, texts) {
  const left = [...texts];
  return log.toReversed().filter(({ text }) => {
    const at = left.indexOf(text);
    if (at !== -1) left.splice(at, 1);
    return at !== -1;
  }).reverse();
}

/**
 * Why the order is as it is, where it is least to be expected: a task overtakes one that began before it.
 * @param {RunRecord} record
 * @param {readonly LogLine[]} lines
 */
function whyThisOrder(record, lines) {
  const began = [...new Set(lines.map((line) => line.task))];
  const pairs = lines.slice(1).map((line, index) => [lines[index], line]);
  const isFirst = (/** @type {LogLine} */ line) => lines.find(({ task }) => task === line.task) === line;
  const overtakes = (/** @type {LogLine[]} */ [a, b]) => !isFirst(a) && began.indexOf(b.task) < began.indexOf(a.task);
  const pair = pairs.find(overtakes) ?? pairs.find(([a, b]) => a.task !== b.task);
  return pair
    ? `“${pair[0].text}” before “${pair[1].text}”: ${whyBefore(record, pair[0], pair[1])}`
    : `All of them are lines of ${shortName({ id: began[0] }, record.tasks)}, which does one thing after another.`;
}

/**
 * @param {string | undefined} said in seconds
 * @param {RunRecord} record
 * @param {RunRecord} simulated
 * @returns {Judged}
 */
function judgeTotal(said, record, simulated) {
  const kind = "total";
  const total = simulated.elapsed_ms;
  const actual = seconds(record.elapsed_ms);
  if (said === undefined) return { kind, right: undefined, said, actual, hint: "", reason: "" };
  const off = Number(said) * 1000 - total;
  // Decimals that were typed are no sums of halves: what is off by a rounding error more is still within.
  const right = Math.abs(off) <= Math.max(total * TOLERANCE.part, TOLERANCE.ms) + 1e-6;
  const clocks = record === simulated ? actual : `${actual}, and ${seconds(total)} on the simulated clock`;
  return { kind, right, said, actual, hint: right ? "" : whatIsOff(off, simulated), reason: `It took ${clocks}. ${whyThisLong(simulated)}` };
}

/**
 * What to look at, where a total was too long or too short.
 * @param {number} off_ms
 * @param {RunRecord} simulated
 */
function whatIsOff(off_ms, { waits_ms, events }) {
  if (off_ms > 0) return `That is too long. ${waits_ms > 0 ? "Which of the waits go on at the same time?" : "Is there anything that it waits for?"}`;
  const blocks = events.some(({ kind }) => kind === "block");
  return `That is too short. ${blocks ? "What keeps the loop from doing anything else meanwhile?" : "Which of the waits begin only when another one has ended?"}`;
}

/**
 * The waits of a run against its total.
 * @param {RunRecord} simulated
 */
function whyThisLong(simulated) {
  const { elapsed_ms, waits_ms, events, tasks } = simulated;
  if (waits_ms === 0) return "Nothing in it waits.";
  const sum = `Its waits add up to ${seconds(waits_ms)}`;
  const same = (/** @type {number} */ ms) => Math.abs(ms - elapsed_ms) < 1;
  if (same(waits_ms)) return `${sum}: they come one after another.`;

  /** @type {Map<number, number>} How long each lane waits, by itself. */
  const alone = new Map();
  const add = (/** @type {number} */ task, /** @type {number} */ ms) => alone.set(task, (alone.get(task) ?? 0) + ms);
  for (const { task, due_ms, asked_ms } of lateness(simulated)) add(task, due_ms - (asked_ms ?? due_ms));
  for (const event of events) if (event.kind === "block") add(event.task, event.ms);
  const [task, longest] = [...alone].reduce((a, b) => (b[1] > a[1] ? b : a), [0, 0]);
  return same(longest)
    ? `${sum}, but they overlap: those of ${shortName({ id: task }, tasks)} alone take ${seconds(longest)}.`
    : `${sum}: where they overlap, only the longest counts.`;
}

/**
 * @param {PrintsQuestion} question
 * @param {boolean | undefined} said without it, the reason alone is of use
 * @param {RunRecord} record
 * @param {string} source
 * @returns {Judged}
 */
function judgePrints({ kind, text }, said, record, source) {
  const { log, tasks, elapsed_ms } = record;
  const line = log.find((line) => line.text === text);
  const name = (/** @type {number} */ id) => shortName({ id }, tasks);
  const right = said === undefined ? undefined : said === (line !== undefined);
  const where = line?.line ?? printingLine(source, text);
  const hint = right !== false ? "" : where ? `Look at line ${where} of the program: who comes there, and with which values?` : "Look for the line of the program that would print it: does anybody come there?";
  if (line) {
    const reason = `“${text}” was printed at ${seconds(line.at_ms)}, by ${name(line.task)} in line ${line.line}.`;
    return { kind, right, said, actual: "yes", hint, reason };
  }
  const dropped = tasks.find((task) => task.state === "aborted" && task.kind !== "branch");
  const end = dropped
    ? `${name(dropped.id)} was aborted at ${seconds(dropped.ended_ms ?? elapsed_ms)}`
    : `the run ended at ${seconds(elapsed_ms)} without it`;
  return { kind, right, said, actual: "no", hint, reason: `“${text}” was never printed: ${end}.` };
}

/**
 * What is right is the lesson's word; what of the run shows it, the run's.
 * @param {ChoiceQuestion} question
 * @param {number | undefined} said
 * @param {RunRecord} record
 * @param {RunRecord} simulated
 * @param {string} source
 * @returns {Judged}
 */
function judgeChoice({ kind, options, shown_by }, said, record, simulated, source) {
  const right = options.find((option) => option.right);
  const actual = right?.text ?? "";
  if (said === undefined) return { kind, right: undefined, said, actual, hint: "", reason: "" };
  const shown = shown_by ? whatShows(shown_by, record, simulated, source) : "";
  if (options[said] === right) return { kind, right: true, said: actual, actual, hint: "", reason: right.reason, shown };
  return { kind, right: false, said: options[said].text, actual, hint: options[said].reason, reason: `${actual} ${right?.reason ?? ""}`, shown };
}

/**
 * @param {NonNullable<ChoiceQuestion["shown_by"]>} proof
 * @param {RunRecord} record
 * @param {RunRecord} simulated
 * @param {string} source
 */
function whatShows(proof, record, simulated, source) {
  switch (proof.kind) {
    case "order":
      return whyThisOrder(record, record.log);
    case "total":
      return whyThisLong(simulated);
    case "prints":
      return judgePrints(proof, undefined, record, source).reason;
    case "diagnoses":
      return record.diagnoses.map(({ message }) => message).join(" ");
  }
}

/**
 * The line of a Rust program that would print a text.
 * @param {string} source
 * @param {string} text
 * @returns {number | undefined}
 */
function printingLine(source, text) {
  const at = source.split("\n").findIndex((line) => {
    const format = /println!\("(.*?)"/.exec(line)?.[1];
    if (format === undefined) return false;
    // What stands in braces can be anything.
    const parts = format.split(/\{[^}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    return new RegExp(`^${parts.join(".*")}$`).test(text);
  });
  return at < 0 ? undefined : at + 1;
}
