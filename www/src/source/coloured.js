// A program with its colours, line by line.

/** @import { Colours } from "../types.js" */

/** @typedef {{ text: string, scope: string }} Token */

/** Views ask at every step of the cursor. @type {WeakMap<Colours, Token[][]>} */
const known = new WeakMap();

/**
 * @param {string} code
 * @param {Colours} colours
 * @returns {Token[][]}
 */
export function coloured(code, colours) {
  let lines = known.get(colours);
  if (!lines) known.set(colours, (lines = read(code, colours)));
  return lines;
}

/**
 * @param {string} code
 * @param {Colours} colours
 */
function read(code, colours) {
  /** @type {Token[][]} */
  const lines = [[]];
  let at = 0;
  for (const [length, scope] of colours) {
    code.slice(at, (at += length)).split("\n").forEach((text, index) => {
      if (index > 0) lines.push([]);
      if (text) lines[lines.length - 1].push({ text, scope });
    });
  }
  if (lines[lines.length - 1].length === 0) lines.pop();
  return lines;
}
