// Rust and Python, as highlight.js knows them.

import { createLowlight } from "lowlight";
import python from "highlight.js/lib/languages/python";
import rust from "highlight.js/lib/languages/rust";

/** @import { Token } from "./highlight.js" */

const lowlight = createLowlight({ rust, python });

/**
 * @param {"rust" | "python"} language
 * @param {string} code
 */
export function paint(language, code) {
  /** @type {Token[]} */
  const tokens = [];
  flatten(lowlight.highlight(language, code).children, "", tokens);
  return tokens;
}

/**
 * @param {import("hast").RootContent[]} nodes
 * @param {string} scope
 * @param {Token[]} tokens
 */
function flatten(nodes, scope, tokens) {
  for (const node of nodes) {
    if (node.type === "text") {
      tokens.push({ text: node.value, scope });
    } else if (node.type === "element") {
      const names = /** @type {string[]} */ (node.properties.className ?? []);
      flatten(node.children, names[0]?.replace("hljs-", "") ?? scope, tokens);
    }
  }
}
