// Rust, and what other languages are learned, as highlight.js knows them.

import { createLowlight } from "lowlight";
import rust from "highlight.js/lib/languages/rust";

/** @import { Token } from "./highlight.js" */

const lowlight = createLowlight({ rust });

export async function learnPython() {
  const { default: python } = await import("highlight.js/lib/languages/python");
  lowlight.register({ python });
}

/**
 * What is in a language that was not learned is one plain token.
 * @param {"rust" | "python"} language
 * @param {string} code
 */
export function paint(language, code) {
  if (!lowlight.registered(language)) return [{ text: code, scope: "" }];
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
