// The colours of a program: made when the site is built, so that nobody loads a grammar to read a program. Those of Rust
// are the editor's.

import { highlightTree } from "@lezer/highlight";
import { parser } from "@lezer/rust";
import python from "highlight.js/lib/languages/python";
import { createLowlight } from "lowlight";

import { rustColours } from "../src/source/rust-colours.js";

/** @import { RootContent } from "hast" */
/** @import { Colours } from "../src/types.js" */

const lowlight = createLowlight({ python });

/**
 * @param {"rust" | "python"} language
 * @param {string} code
 * @returns {Colours}
 */
export function coloursOf(language, code) {
  return language === "rust" ? rust(code) : lowlit(language, code);
}

/** @param {string} code */
function rust(code) {
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

/**
 * As highlight.js knows a language.
 * @param {"python"} language
 * @param {string} code
 */
function lowlit(language, code) {
  /** @type {Colours} */
  const colours = [];
  /** @type {(nodes: readonly RootContent[], scope: string) => void} */
  const add = (nodes, scope) => {
    for (const node of nodes) {
      if (node.type === "text") colours.push([node.value.length, scope]);
      if (node.type !== "element") continue;
      const [name] = /** @type {string[]} */ (node.properties.className ?? []);
      add(node.children, name?.replace("hljs-", "") ?? scope);
    }
  };
  add(lowlight.highlight(language, code).children, "");
  return colours;
}
