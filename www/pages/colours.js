// The colours of a program: made when the site is built, so that nobody loads a grammar to read a program. Those of Rust
// are the editor's.

import python from "highlight.js/lib/languages/python";
import { createLowlight } from "lowlight";

import { coloursOfRust } from "../src/source/colours-of.js";

/** @import { RootContent } from "hast" */
/** @import { Colours } from "../src/types.js" */

const lowlight = createLowlight({ python });

/**
 * @param {"rust" | "python"} language
 * @param {string} code
 * @returns {Colours}
 */
export function coloursOf(language, code) {
  return language === "rust" ? coloursOfRust(code) : lowlit(language, code);
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
