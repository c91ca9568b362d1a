// What the `main` of a learner's own program is given.

import { OWN, tokioProgram } from "./scenarios.js";

/** @import { Compiled, Heading } from "../types.js" */

/**
 * The values that `main` takes, in its order: those that are given, or those of the lesson. Rejects if the lesson does
 * not allow one, or if there is none.
 * @param {Compiled["params"]} wanted
 * @param {Heading | undefined} lesson that was edited
 * @param {Record<string, unknown>} given
 * @returns {Promise<Record<string, string>>}
 */
export async function argumentsOf(wanted, lesson, given) {
  return lesson === undefined || lesson.id === OWN ? ownArguments(wanted, given) : lessonArguments(wanted, lesson, given);
}

/**
 * @param {Compiled["params"]} wanted
 * @param {Record<string, unknown>} given
 */
function ownArguments(wanted, given) {
  const unknown = Object.entries(given).find(([name]) => !wanted.some((param) => param.name === name));
  if (unknown) throw new Error(`main takes no "${unknown[0]}" (given as "${unknown[1]}"): ${allowed(wanted)}`);
  return Object.fromEntries(wanted.map(({ name }) => {
    if (given[name] === undefined) throw new Error(`main takes "${name}", of which nobody gives a value: name one in the parameters, or let main take nothing`);
    return [name, String(given[name])];
  }));
}

/**
 * @param {Compiled["params"]} wanted
 * @param {Heading} lesson
 * @param {Record<string, unknown>} given
 */
async function lessonArguments(wanted, { id, params }, given) {
  const names = params.map(({ name }) => name);
  // Within their bounds, or in the lesson's own words.
  if (params.length > 0) await tokioProgram(id, Object.fromEntries(Object.entries(given).filter(([name]) => names.includes(name))));
  return Object.fromEntries(wanted.map(({ name, kind }) => {
    const param = params.find((param) => param.name === name && param.kind === kind);
    if (!param) throw new Error(`main takes "${name}", of which the lesson has no value: ${allowed(params)}`);
    return [name, String(given[name] ?? param.default)];
  }));
}

/** @param {Compiled["params"]} params */
function allowed(params) {
  const named = params.map(({ name, kind }) => `${name}: ${kind === "seconds" ? "Duration" : "u32"}`);
  return named.length > 0 ? `allowed are ${named.join(", ")}` : "it takes nothing here";
}
