// Playgrounds in Markdown: fences that are marked, as mdBook, MyST, Material for MkDocs and Docusaurus write them, and
// elements in its HTML or JSX.

import { fromMarkdown } from "mdast-util-from-markdown";

import { closesItself, elementBlock, htmlElements, insides } from "./html.js";
import { isMarked, markedBlock, programAt } from "./marked.js";

/** @import { Block } from "./blocks.js" */

/** A line of attributes that belongs to what comes next, as MyST has it. */
const ATTRIBUTES = /^\s*\{([^{}]*)\}\s*$/;

/** What mdBook puts in the place of a line when it builds the book. */
const INCLUDES = /\{\{#\w+ .*\}\}/;

/**
 * @param {string} text
 * @returns {Block[]}
 */
export function markdownBlocks(text) {
  const source = withFences(text);
  const nodes = leaves(fromMarkdown(source));
  const code = nodes.filter(({ type }) => type === "code" || type === "inlineCode");
  const fences = code.filter(({ start }) => /^(```|~~~)/.test(source.slice(start.offset)));
  const raw = nodes.filter(({ type }) => type === "html");
  // What stands in code is no element.
  const bare = code.reduce((bare, { start, end }) => bare.slice(0, start.offset) + bare.slice(start.offset, end.offset).replace(/[^\n]/g, " ") + bare.slice(end.offset), source);
  const elements = htmlElements(bare);
  const rangeOf = (/** @type {any} */ { sourceCodeLocation: { startOffset, endOffset } }) => [startOffset, endOffset];
  const isIn = (/** @type {any} */ element, /** @type {Leaf} */ { start, end }) => {
    const [from, to] = rangeOf(element);
    return !closesItself(element, bare) && element.sourceCodeLocation.endTag && from <= start.offset && end.offset <= to;
  };
  const taken = new Set();

  const found = elements.map((element) => {
    const block = elementBlock(element, bare);
    const fence = block.program ? undefined : fences.find((fence) => isIn(element, fence));
    for (const one of fences) if (isIn(element, one)) taken.add(one);
    if (fence) return { ...block, program: fenceOf(fence, lineBefore(source, fence)).program };
    const [inside] = block.program ? insides(element) : [];
    if (!inside) return block;
    const [from, to] = rangeOf(inside);
    // Markdown goes on with Markdown: of the program, it leaves nothing as it is.
    if (raw.some(({ start, end }) => start.offset <= from && to <= end.offset)) return block;
    const message = "Markdown takes this program for text: leave an empty line before <pre>, which has to begin its line, or write a fence in its place";
    return { ...block, program: undefined, wrong: { line: inside.sourceCodeLocation.startLine, message } };
  });
  const marked = fences.filter((fence) => !taken.has(fence)).map((fence) => fenceOf(fence, lineBefore(source, fence))).filter(({ words }) => isMarked(words));
  return [...found, ...marked.map(({ words, program, line, wrong }) => ({ ...markedBlock(words, line, program), wrong }))];
}

/** @typedef {{ type: string, value: string, info: string, start: Place, end: Place }} Leaf */
/** @typedef {{ line: number, column: number, offset: number }} Place */

/** @param {any} node @returns {Leaf[]} */
function leaves(node) {
  if (node.children) return node.children.flatMap(leaves);
  const { type, value, lang, meta, position: { start, end } } = node;
  return [{ type, value, info: [lang, meta].filter(Boolean).join(" "), start, end }];
}

/**
 * A fence, with the words that may mark it.
 * @param {Leaf} fence
 * @param {string} before the line before it
 */
function fenceOf({ value, info, start }, before) {
  const [, attributes] = ATTRIBUTES.exec(before) ?? [];
  // MyST's directives have their options first.
  const [options] = /^\{/.test(info) ? /^(?:[ \t]*:[\w-]+:.*(?:\n|$))*/.exec(value) ?? [""] : [""];
  const program = programAt(value.slice(options.length), start.line + options.split("\n").length);
  const includes = INCLUDES.exec(value);
  return {
    words: [info, attributes ?? "", ...[...options.matchAll(/:class:(.*)/g)].map(([, words]) => words)].join(" "),
    line: start.line,
    program,
    wrong: includes ? { line: start.line, message: `mdBook puts something in place of ${includes[0]}: check the book that it has built` } : undefined,
  };
}

/** @param {string} source @param {Leaf} leaf */
function lineBefore(source, { start }) {
  return source.slice(0, start.offset).split("\n").at(-2) ?? "";
}

/** MyST's fences of colons, as those that all Markdown knows: of the same length, so that nothing moves. @param {string} text */
function withFences(text) {
  return text.replace(/^(:{3,})(\{code(?:-block|-cell)?\}.*\n[^]*?\n)\1[ \t]*$/gm, (_, colons, rest) => {
    const ticks = "`".repeat(colons.length);
    return `${ticks}${rest}${ticks}`;
  });
}
