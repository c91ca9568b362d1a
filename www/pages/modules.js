// What the element has of the lessons: one module with what a run needs, one for the text and the programs of each
// lesson, with the address of what is compiled of it, one for its exercise, and one with all texts for who asks for all. And its styles, for a page that has not brought them along.

import { fileURLToPath } from "node:url";

import { course } from "./course.js";
import { own } from "./own.js";
import { sheet } from "./sheets.js";

/** @import { Plugin } from "vite" */
/** @import { Text } from "../src/types.js" */

/** @param {import("./course.js").Page} page @returns {Text} */
const textOf = ({ summary, text, words, goal, predict, asked, source, colours }) => ({ summary, text, words, goal, predict, asked, source, colours });

/** @param {import("./course.js").Page} page */
const headingOf = ({ summary, text, words, goal, exercise, predict, asked, source, colours, run, ...heading }) => heading;

/** Those that ask the learner to change their program. */
const exercising = course.filter(({ exercise }) => exercise);

/** What judges the learner's program, in the lesson's folder. @param {string} id */
const checkOf = (id) => fileURLToPath(new URL(`../../src/scenarios/${id.replaceAll("-", "_")}/exercise/check.js`, import.meta.url));

/** Its program, split off the wasm. @param {string} id */
const pieceOf = (id) => fileURLToPath(new URL(`../pkg/lessons/${id}.wasm`, import.meta.url));

/** @param {readonly import("./course.js").Page[]} lessons @param {string} folder */
const imports = (lessons, folder) => lessons.map(({ id }) => `${JSON.stringify(id)}: () => import("virtual:course/${folder}/${id}")`);

/** @type {Record<string, () => string>} */
const modules = {
  "virtual:course": () => {
    const lessons = course.map(headingOf);
    return `export const lessons = ${JSON.stringify(lessons)};\nexport const own = ${JSON.stringify(headingOf(own))};\nexport const texts = {${imports([...course, own], "texts")}};\nexport const exercises = {${imports(exercising, "exercises")}};`;
  },
  "virtual:course/texts": () => `export default ${JSON.stringify(Object.fromEntries([...course, own].map((one) => [one.id, textOf(one)])))};`,
  "virtual:element/sheet": () => `import { css } from "lit";\nexport const sheet = css\`${sheet.replace(/[\\`$]/g, "\\$&")}\`;`,
  [`virtual:course/texts/${own.id}`]: () => `export default ${JSON.stringify(textOf(own))};`,
  ...Object.fromEntries(course.map((one) => [
    `virtual:course/texts/${one.id}`,
    () => `export { default as piece } from ${JSON.stringify(`${pieceOf(one.id)}?url`)};\nexport default ${JSON.stringify(textOf(one))};`,
  ])),
  ...Object.fromEntries(exercising.map(({ id, exercise }) => [
    `virtual:course/exercises/${id}`,
    () => `export { check } from ${JSON.stringify(checkOf(id))};\nexport const exercise = ${JSON.stringify(exercise)};`,
  ])),
};

/** @returns {Plugin} */
export function elementModules() {
  return {
    name: "element-modules",
    resolveId: (id) => (id in modules ? `\0${id}` : undefined),
    load: (id) => modules[id.slice(1)]?.(),
  };
}
