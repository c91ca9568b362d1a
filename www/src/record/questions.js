// Predict, then run: what is asked before a run.

/** @import { Asked, LogLine, RunRecord, Scenario } from "../types.js" */

/**
 * @typedef {string[] | string | boolean | number | undefined} Answer lines in order; seconds as typed; yes or no; the number of an option
 * @typedef {{ questions: readonly Asked[], answers: readonly Answer[] }} Predicted answers by the number of the question
 */

/** More lines than this are no question but a chore. */
const LINES = 8;

/**
 * What is asked of a scenario. What would give another answer away comes last: the
 * lines to put in order say what is printed.
 * @param {Pick<Scenario, "predict" | "browser_only">} scenario
 * @param {RunRecord | undefined} simulated the scenario at the parameters as they stand; without it, nobody knows its
 *   lines and its total, nor of a program that needs a browser ever will
 * @returns {Asked[]}
 */
export function questions({ predict, browser_only }, simulated) {
  if (!simulated) return browser_only ? predict.flatMap((question) => (question.kind === "prints" || question.kind === "choice" ? [{ ...question }] : [])) : [];
  const prints = predict.filter((question) => question.kind === "prints");
  const others = predict.filter((question) => question.kind !== "prints");
  const open = simulated.log.filter((line) => prints.every(({ text }) => text !== line.text));
  return [...prints, ...others].flatMap(/** @returns {Asked[]} */ (question) => {
    switch (question.kind) {
      case "prints":
      case "choice":
        return [{ ...question }];
      case "total":
        return [{ kind: question.kind, speed: simulated.speed }];
      case "order": {
        const chosen = choose(open);
        const texts = chosen.map((line) => line.text);
        if (new Set(texts).size < 2) return [];
        const repeated = open.some((line) => texts.includes(line.text) && !chosen.includes(line));
        return [{ kind: question.kind, lines: shuffle(texts), repeated }];
      }
    }
  });
}

/**
 * The lines worth asking for: all; or each text once; or those at which the run passes
 * from one task to another, for there the order could be a different one.
 * @param {LogLine[]} log
 */
function choose(log) {
  if (log.length <= LINES) return log;
  const last = new Map(log.map((line) => [line.text, line]));
  const once = log.filter((line) => last.get(line.text) === line);
  if (once.length <= LINES) return once;
  const turns = once.filter((line, index) =>
    [once[index - 1], once[index + 1]].some((beside) => beside && beside.task !== line.task),
  );
  return (turns.length > 1 ? turns : once).slice(0, LINES);
}

/**
 * Another order of the lines, always the same for the same lines.
 * @param {string[]} right
 */
function shuffle(right) {
  // Sorted first: the order asked for must not shine through.
  const lines = right.toSorted();
  let seed = 0;
  for (const character of lines.join("\n")) seed = Math.imul(seed ^ character.charCodeAt(0), 16777619) + 1;
  for (let i = lines.length - 1; i > 0; i--) {
    // The constants of a linear congruential generator as in Numerical Recipes.
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    const j = Math.floor((seed / 2 ** 32) * (i + 1));
    [lines[i], lines[j]] = [lines[j], lines[i]];
  }
  // Turned by one, it is another order unless all lines are equal.
  if (lines.every((line, index) => line === right[index])) lines.push(...lines.splice(0, 1));
  return lines;
}

/**
 * Whether an answer is one to a question.
 * @param {Asked} question
 * @param {unknown} answer
 */
export function fits(question, answer) {
  switch (question.kind) {
    case "order":
      return Array.isArray(answer) && JSON.stringify(answer.toSorted()) === JSON.stringify(question.lines.toSorted());
    case "total":
      return typeof answer === "string" && answer.trim() !== "" && Number(answer) >= 0 && isFinite(Number(answer));
    case "prints":
      return typeof answer === "boolean";
    case "choice":
      return typeof answer === "number" && answer in question.options;
  }
}

/**
 * Whether a run tells what was asked: one that was stopped does not, nor one that failed before
 * it had done anything of its own.
 * @param {Pick<RunRecord, "outcome" | "log" | "events">} record
 */
export function tells({ outcome, log, events }) {
  return outcome === "completed" || (outcome === "failed" && (log.length > 0 || events.some(({ kind }) => kind === "panic")));
}

/**
 * Answers to questions, for other questions: to those that are the same.
 * @param {Predicted} predicted
 * @param {readonly Asked[]} asked
 * @returns {Answer[]} by the number of the question that is asked
 */
export function carried(predicted, asked) {
  const before = predicted.questions.map((question) => JSON.stringify(question));
  return asked.map((question) => predicted.answers[before.indexOf(JSON.stringify(question))]);
}

/**
 * The lines in a new order, with the one at `from` moved to `to`.
 * @param {readonly string[]} lines
 * @param {number} from
 * @param {number} to
 */
export function moved(lines, from, to) {
  const rest = lines.toSpliced(from, 1);
  return rest.toSpliced(to, 0, lines[from]);
}
