// What becomes a playground in a page of docs: elements, and blocks of code that are marked.

import { extname } from "node:path";

import { htmlBlocks } from "./html.js";
import { markdownBlocks } from "./markdown.js";
import { rstBlocks } from "./rst.js";

/**
 * @typedef {object} Block
 * @property {number} line where it begins, from 1
 * @property {Record<string, { value: string, line: number }>} attributes by name
 * @property {{ text: string, line: number }} [program] what stands inside, and the line of its first line
 * @property {{ line: number, message: string }} [wrong] why it is none, although it was meant to be
 */

/** By the end of a file's name. @type {Record<string, (text: string) => Block[]>} */
export const READERS = {
  ".md": markdownBlocks,
  ".mdx": markdownBlocks,
  ".rst": rstBlocks,
  ".html": htmlBlocks,
};

/**
 * @param {string} file its name
 * @param {string} text
 */
export function blocksIn(file, text) {
  return READERS[extname(file)](text.replace(/\r\n?/g, "\n")).sort((a, b) => a.line - b.line);
}
