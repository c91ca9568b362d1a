// What the element has of the lessons: one module with what a run needs, one for the text and the programs of each
// lesson, and one with all of these for who asks for all. And its styles, for a page that has not brought them along.

import { course } from "./course.js";
import { own } from "./own.js";
import { sheet } from "./sheets.js";

/** @import { Plugin } from "vite" */
/** @import { Scenario, Text } from "../src/types.js" */

/** @param {Scenario} scenario @returns {Text} */
const textOf = ({ summary, text, words, asked, source, colours }) => ({ summary, text, words, asked, source, colours });

/** @param {import("./course.js").Page} page */
const headingOf = ({ summary, text, words, asked, source, colours, run, ...heading }) => heading;

/** @type {Record<string, () => string>} */
const modules = {
  "virtual:course": () => {
    const lessons = course.map(headingOf);
    const texts = [...course, own].map(({ id }) => `${JSON.stringify(id)}: () => import("virtual:course/texts/${id}")`);
    return `export const lessons = ${JSON.stringify(lessons)};\nexport const own = ${JSON.stringify(headingOf(own))};\nexport const texts = {${texts}};`;
  },
  "virtual:course/texts": () => `export default ${JSON.stringify(Object.fromEntries([...course, own].map((one) => [one.id, textOf(one)])))};`,
  "virtual:element/sheet": () => `import { css } from "lit";\nexport const sheet = css\`${sheet.replace(/[\\`$]/g, "\\$&")}\`;`,
  ...Object.fromEntries([...course, own].map((one) => [`virtual:course/texts/${one.id}`, () => `export default ${JSON.stringify(textOf(one))};`])),
};

/** @returns {Plugin} */
export function elementModules() {
  return {
    name: "element-modules",
    resolveId: (id) => (id in modules ? `\0${id}` : undefined),
    load: (id) => modules[id.slice(1)]?.(),
  };
}
