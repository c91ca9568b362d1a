// The colours of a Rust program, with the editor's grammar: for the lessons when the site is built, and in the page for a
// program of somebody's own.

import { highlightTree } from "@lezer/highlight";
import { parser } from "@lezer/rust";

import { rustColours } from "./rust-colours.js";

/** @import { Colours } from "../types.js" */

/**
 * @param {string} code
 * @returns {Colours}
 */
export function coloursOfRust(code) {
  /** @type {Colours} */
  const colours = [];
  let at = 0;
  highlightTree(parser.parse(code), rustColours, (from, to, classes) => {
    if (from > at) colours.push([from - at, ""]);
    colours.push([to - from, classes.replace("t-", "")]);
    at = to;
  });
  if (code.length > at) colours.push([code.length - at, ""]);
  return colours;
}
