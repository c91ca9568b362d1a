// How a block of code is marked, in the words of its first line or of its options.

import { plainProgram } from "../../src/source/inside.js";

/** @import { Block } from "./blocks.js" */

/** What the loader takes from the classes of a block, as in `view-small`. */
const SAID = /^(view|theme|editable|speed)-(.+)$/;

/** @param {string} words as in `rust,async-playground`, `{ .rust .async-playground }` and `:class: async-playground` */
export function isMarked(words) {
  return wordsOf(words).includes("async-playground");
}

/**
 * @param {string} words that mark it
 * @param {number} line where it begins
 * @param {Block["program"]} program
 * @returns {Block}
 */
export function markedBlock(words, line, program) {
  const said = wordsOf(words).flatMap((word) => (SAID.test(word) ? [SAID.exec(word) ?? []] : []));
  return { line, attributes: Object.fromEntries(said.map(([, name, value]) => [name, { value, line }])), program };
}

/**
 * @param {string} text
 * @param {number} line on which it begins
 */
export function programAt(text, line) {
  const [before] = /^(?:[ \t]*\n)*/.exec(text) ?? [""];
  return { text: plainProgram(text), line: line + before.split("\n").length - 1 };
}

/** @param {string} words */
function wordsOf(words) {
  return words.split(/[\s,{}.]+/);
}
