// The colours of a program, as highlight.js knows its language: made when the site is built, so that nobody loads
// a grammar to read a program.

import python from "highlight.js/lib/languages/python";
import rust from "highlight.js/lib/languages/rust";
import { createLowlight } from "lowlight";

/** @import { RootContent } from "hast" */
/** @import { Colours } from "../src/types.js" */

const lowlight = createLowlight({ python, rust });

/**
 * @param {"rust" | "python"} language
 * @param {string} code
 * @returns {Colours}
 */
export function coloursOf(language, code) {
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
