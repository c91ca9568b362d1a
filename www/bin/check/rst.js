// Playgrounds in reStructuredText: blocks of code with the class, and elements in raw HTML.

import { elementBlock, htmlElements } from "./html.js";
import { isMarked, markedBlock, programAt } from "./marked.js";

/** @import { Block } from "./blocks.js" */

const DIRECTIVE = /^([ \t]*)\.\. (code-block|code|sourcecode|raw|rst-class|class)::[ \t]*(.*)$/;

/**
 * @param {string} text
 * @returns {Block[]}
 */
export function rstBlocks(text) {
  const lines = text.split("\n");
  /** @type {Block[]} */
  const blocks = [];
  const html = lines.map(() => "");
  /** What `.. rst-class::` says of what comes next. */
  let classes = "";
  for (let at = 0; at < lines.length; at += 1) {
    const [, indent, name, argument] = DIRECTIVE.exec(lines[at]) ?? [];
    if (name === undefined) {
      if (lines[at].trim()) classes = "";
      continue;
    }
    if (/class$/.test(name)) {
      classes = argument;
      continue;
    }
    const end = endOf(lines, at + 1, indent.length);
    const options = lines.slice(at + 1, end).findIndex((line) => !/^\s*:[\w-]+:/.test(line));
    const from = at + 1 + (options < 0 ? end - at - 1 : options);
    if (name === "raw" && argument === "html") for (let line = from; line < end; line += 1) html[line] = lines[line];
    else if (name !== "raw") {
      const said = lines.slice(at + 1, from).flatMap((line) => /^\s*:class:(.*)/.exec(line)?.[1] ?? []);
      const words = [classes, ...said].join(" ");
      if (isMarked(words)) blocks.push(markedBlock(words, at + 1, programAt(lines.slice(from, end).join("\n"), from + 1)));
    }
    classes = "";
    at = end - 1;
  }
  const raw = html.join("\n");
  return [...blocks, ...htmlElements(raw).map((node) => elementBlock(node, raw))];
}

/**
 * Where what is indented deeper ends.
 * @param {readonly string[]} lines
 * @param {number} from
 * @param {number} indent
 */
function endOf(lines, from, indent) {
  const end = lines.findIndex((line, at) => at >= from && line.trim() !== "" && line.search(/\S/) <= indent);
  return end < 0 ? lines.length : end;
}
