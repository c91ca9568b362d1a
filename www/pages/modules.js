// What the element has of the lessons: one module with what a run needs, one for the text and the programs of each
// lesson, and one with all of these for who asks for all.

import { course } from "./course.js";

/** @import { Plugin } from "vite" */
/** @import { Scenario, Text } from "../src/types.js" */

/** @param {Scenario} scenario @returns {Text} */
const textOf = ({ summary, text, words, asked, source, colours }) => ({ summary, text, words, asked, source, colours });

/** @type {Record<string, () => string>} */
const modules = {
  "virtual:course": () => {
    const lessons = course.map(({ summary, text, words, asked, source, colours, run, ...lesson }) => lesson);
    const texts = course.map(({ id }) => `${JSON.stringify(id)}: () => import("virtual:course/texts/${id}")`);
    return `export const lessons = ${JSON.stringify(lessons)};\nexport const texts = {${texts}};`;
  },
  "virtual:course/texts": () => `export default ${JSON.stringify(Object.fromEntries(course.map((one) => [one.id, textOf(one)])))};`,
  ...Object.fromEntries(course.map((one) => [`virtual:course/texts/${one.id}`, () => `export default ${JSON.stringify(textOf(one))};`])),
};

/** @returns {Plugin} */
export function courseModules() {
  return {
    name: "course-modules",
    resolveId: (id) => (id in modules ? `\0${id}` : undefined),
    load: (id) => modules[id.slice(1)]?.(),
  };
}
