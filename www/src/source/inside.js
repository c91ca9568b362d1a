// The program that stands inside an element, without what the tools that made the page have put around its letters.

/** Line numbers, as Pygments (Sphinx, Material), Prism and Expressive Code draw them. */
const NUMBERS = /(^| )(linenos|lineno|linenodiv|gutter|line-numbers-rows)( |$)/;

/** Where each line is an element of its own. */
const LINE = /^(div|li|p|tr)$/;

/** As much of a DOM node as is asked for here. @typedef {{ nodeName: string, nodeValue?: string | null, className?: unknown, type?: unknown, childNodes?: Iterable<Inner> }} Inner */

/**
 * The program of an element; none, if none stands there: that of a `<script type="text/rust">`; else of the first `<pre>`, of its `<code>` if it has one.
 * @param {{ childNodes: Iterable<Inner> }} element
 * @returns {string | undefined}
 */
export function programIn(element) {
  const nodes = [...within(element)];
  const found = nodes.find((node) => nameOf(node) === "script" && node.type === "text/rust") ?? nodes.find((node) => nameOf(node) === "pre");
  if (!found) return undefined;
  const codes = [...within(found)].filter((node) => nameOf(node) === "code");
  const letters = lettersOf(codes.length === 1 ? codes[0] : found);
  return letters.trim() ? plainProgram(letters) : undefined;
}

/**
 * A program as it is written down: it begins and ends with a line that is not empty, at the left. Lines that mdBook and
 * rustdoc hide, which begin with `# `, are a part of it; their mark is not.
 * @param {string} text
 */
export function plainProgram(text) {
  const lines = text.replace(/\r\n?/g, "\n").replace(/^([ \t]*)#(?: |$)/gm, "$1").replace(/^(?:[ \t]*\n)+/, "").trimEnd().split("\n");
  const indents = lines.filter((line) => line.trim()).map((line) => line.search(/\S/));
  const indent = Math.min(...indents);
  return `${lines.map((line) => (line.trim() ? line.slice(indent) : "")).join("\n")}\n`;
}

/** @param {Inner} node */
const nameOf = (node) => node.nodeName.toLowerCase();

/** @param {{ childNodes?: Iterable<Inner> }} node @returns {Iterable<Inner>} */
function* within({ childNodes = [] }) {
  for (const node of childNodes) {
    if (isBeside(node)) continue;
    yield node;
    yield* within(node);
  }
}

/** @param {Inner} node */
function isBeside(node) {
  return nameOf(node) === "button" || (typeof node.className === "string" && NUMBERS.test(node.className));
}

/** @param {Inner} node @returns {string} */
function lettersOf(node) {
  const name = nameOf(node);
  if (name === "#text") return node.nodeValue ?? "";
  if (name === "br") return "\n";
  const text = [...(node.childNodes ?? [])].filter((child) => !isBeside(child)).map(lettersOf).join("");
  return LINE.test(name) && !text.endsWith("\n") ? `${text}\n` : text;
}
