// What a run says to what was predicted of it.

import { seconds } from "./figures.js";
import { firstDifference, whyBefore } from "./order.js";
import { lateness } from "./lateness.js";
import { shortName } from "./names.js";

/** @import { LogLine, RunRecord } from "../types.js" */
/** @import { Answer, Asked, OrderQuestion, PrintsQuestion } from "./questions.js" */

/**
 * @typedef {object} Judged
 * @property {Asked["kind"]} kind
 * @property {boolean | undefined} right undefined if nothing was said, or the run could not tell
 * @property {Answer} said
 * @property {string[] | string} actual
 * @property {number | undefined} [parted] the first place where said and actual differ
 * @property {string} reason in sentences, made from the trace
 */

/** How far a total may be off: a part of it, or milliseconds where that is more. */
const TOLERANCE = { part: 0.05, ms: 50 };

/**
 * What the run says to each answer.
 * @param {readonly Asked[]} questions
 * @param {readonly Answer[]} answers by the number of the question
 * @param {RunRecord} record a run that has ended
 * @param {RunRecord | undefined} simulated what the questions were made from; the run itself if there is none
 * @returns {Judged[]}
 */
export function judge(questions, answers, record, simulated = record) {
  return questions.map((question, index) => {
    const said = answers[index];
    switch (question.kind) {
      case "order":
        return judgeOrder(question, Array.isArray(said) ? said : undefined, record, simulated);
      case "total":
        return judgeTotal(typeof said === "string" && said.trim() !== "" ? said : undefined, record, simulated);
      case "prints":
        return judgePrints(question, typeof said === "boolean" ? said : undefined, record);
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
  const parts = said && firstDifference(said, actual);
  if (!said || record.outcome === "stopped") return { kind, right: undefined, said, actual, reason: stopped(record) };
  if (!parts) return { kind, right: true, said, actual, reason: whyThisOrder(record, printed) };
  const { index, predicted, actual: instead } = parts;
  const expected = printed.slice(index).find((line) => line.text === predicted);
  const why = expected ? whyBefore(record, printed[index], expected) : `“${predicted}” was not printed.`;
  // A timer that is late by more than what lies between two lines turns them round.
  const right = !firstDifference(said, lastOf(simulated.log, lines).map((line) => line.text));
  const here = right
    ? `So it is on the simulated clock. In this run, place ${index + 1} was another`
    : `First parted at place ${index + 1}`;
  const came = instead === undefined ? "nothing came" : `“${instead}” came`;
  return { kind, right, said, actual, parted: index, reason: `${here}: you said “${predicted}”, and ${came}. ${why}` };
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
  if (said === undefined || record.outcome === "stopped") return { kind, right: undefined, said, actual, reason: stopped(record) };
  const off = Math.abs(Number(said) * 1000 - total);
  // Decimals that were typed are no sums of halves: what is off by a rounding error more is still within.
  const right = off <= Math.max(total * TOLERANCE.part, TOLERANCE.ms) + 1e-6;
  const clocks = record === simulated ? actual : `${actual}, and ${seconds(total)} on the simulated clock`;
  return { kind, right, said, actual, reason: `It took ${clocks}. ${whyThisLong(simulated)}` };
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
 * @param {boolean | undefined} said
 * @param {RunRecord} record
 * @returns {Judged}
 */
function judgePrints({ kind, text }, said, record) {
  const { log, tasks, elapsed_ms, outcome } = record;
  const line = log.find((line) => line.text === text);
  const name = (/** @type {number} */ id) => shortName({ id }, tasks);
  if (line) {
    const reason = `“${text}” was printed at ${seconds(line.at_ms)}, by ${name(line.task)} in line ${line.line}.`;
    return { kind, right: said === undefined ? undefined : said, said, actual: "yes", reason };
  }
  if (outcome === "stopped") return { kind, right: undefined, said, actual: "no", reason: stopped(record) };
  const dropped = tasks.find((task) => task.state === "aborted" && task.kind !== "branch");
  const end = dropped
    ? `${name(dropped.id)} was aborted at ${seconds(dropped.ended_ms ?? elapsed_ms)}`
    : `the run ended at ${seconds(elapsed_ms)} without it`;
  const right = said === undefined ? undefined : !said;
  return { kind, right, said, actual: "no", reason: `“${text}” was never printed: ${end}.` };
}

/** @param {RunRecord} record */
function stopped({ outcome, elapsed_ms }) {
  return outcome === "stopped" ? `The run was stopped at ${seconds(elapsed_ms)}, too early to tell.` : "";
}
