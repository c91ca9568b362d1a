// Playgrounds in HTML: elements, and the blocks of code that docs tools have marked in what they built.

import { parse, parseFragment } from "parse5";

import { programIn } from "../../src/source/inside.js";
import { programAt } from "./marked.js";

/** @import { Block } from "./blocks.js" */

/** @typedef {any} Node of parse5, with what `programIn` asks of a node of the DOM */

const OPTIONS = { sourceCodeLocationInfo: true };

/** @param {any} node of parse5 @returns {Node} */
function dressed(node) {
  const attribute = (/** @type {string} */ wanted) => node.attrs?.find((/** @type {{ name: string }} */ { name }) => name === wanted)?.value;
  Object.assign(node, { nodeValue: node.value, className: attribute("class") ?? "", type: attribute("type") });
  for (const child of node.childNodes ?? []) dressed(child);
  return node;
}

/**
 * @param {string} text
 * @returns {Block[]}
 */
export function htmlBlocks(text) {
  return found(dressed(parse(text, OPTIONS))).map((node) => (node.nodeName === "async-playground" ? elementBlock(node, text) : builtBlock(node)));
}

/**
 * The elements in a piece of HTML, each with where it ends.
 * @param {string} text
 */
export function htmlElements(text) {
  return found(dressed(parseFragment(text, OPTIONS))).filter(({ nodeName }) => nodeName === "async-playground");
}

/**
 * @param {Node} node of an element
 * @param {string} text in which it stands
 * @returns {Block}
 */
export function elementBlock(node, text) {
  const { attrs, sourceCodeLocation: { startTag, endTag, attrs: places } } = node;
  const line = startTag.startLine;
  const attributes = Object.fromEntries(attrs.map((/** @type {{ name: string, value: string }} */ { name, value }) => [name, { value: unquoted(value), line: places?.[name]?.startLine ?? line }]));
  if (!endTag && !closesItself(node, text)) return { line, attributes, wrong: { line, message: "this element is not closed: write </async-playground>" } };
  const [inside] = endTag ? insides(node) : [];
  return { line, attributes, program: inside && programOf(node, inside) };
}

/**
 * Whether a start tag is written as JSX has it, without an end tag.
 * @param {Node} node
 * @param {string} text
 */
export function closesItself({ sourceCodeLocation: { startTag } }, text) {
  return text.slice(startTag.startOffset, startTag.endOffset).endsWith("/>");
}

/**
 * What may be a program within an element: its `pre` and its scripts.
 * @param {Node} node
 * @returns {Node[]}
 */
export function insides(node) {
  return descendants(node).filter(({ nodeName, type }) => nodeName === "pre" || (nodeName === "script" && type === "text/rust"));
}

/** @param {Node} node a marked block, as a tool has built it @returns {Block} */
function builtBlock(node) {
  const pre = node.nodeName === "code" ? node.parentNode : node;
  return { line: node.sourceCodeLocation.startLine, attributes: {}, program: programOf({ childNodes: [pre] }, pre) };
}

/**
 * @param {Node} node
 * @param {Node} inside it, which has the program
 */
function programOf(node, inside) {
  const text = programIn(node);
  const first = descendants(inside).find(({ nodeName, value }) => nodeName === "#text" && value.trim());
  return text === undefined || !first ? undefined : { text, line: programAt(first.value, first.sourceCodeLocation.startLine).line };
}

/** Elements, and marked blocks that are in none. @param {Node} root @returns {Node[]} */
function found(root) {
  return (root.childNodes ?? []).flatMap((/** @type {Node} */ node) => {
    if (node.nodeName === "async-playground") return [node, ...found(node).filter(({ nodeName }) => nodeName === "async-playground")];
    return /(^| )async-playground( |$)/.test(node.className) && insides({ childNodes: [node] }).length + (node.nodeName === "code" ? 1 : 0) > 0 ? [node] : found(node);
  });
}

/** @param {Node} node @returns {Node[]} */
function descendants(node) {
  return (node.childNodes ?? []).flatMap((/** @type {Node} */ child) => [child, ...descendants(child)]);
}

/** A value as JSX may have it, in braces. @param {string} value */
function unquoted(value) {
  return /^\{\s*(["'`]?)(.*)\1\s*\}$/s.exec(value)?.[2] ?? value;
}
