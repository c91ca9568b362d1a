// Colours for source: loaded after the programs can run, so that nobody waits for it.

/** @typedef {{ text: string, scope: string }} Token */
/** @typedef {(language: "rust" | "python", code: string) => Token[][]} Painter */

/**
 * A painter that knows no language: every line is one plain token.
 * @type {Painter}
 */
export const plain = remembered((_, code) => [{ text: code, scope: "" }]);

/**
 * A painter of Rust.
 * @param {boolean} python whether it paints Python, too
 * @returns {Promise<Painter>}
 */
export async function highlighter(python) {
  const { learnPython, paint } = await import("./grammars.js");
  if (python) await learnPython();
  return remembered(paint);
}

/**
 * Paints each source once: views ask for it at every step of the cursor.
 * @param {(language: "rust" | "python", code: string) => Token[]} paint
 * @returns {Painter}
 */
function remembered(paint) {
  /** @type {Map<string, Token[][]>} */
  const painted = new Map();
  return (language, code) => {
    const known = painted.get(code) ?? lines(paint(language, code));
    painted.set(code, known);
    return known;
  };
}

/**
 * Parts tokens at line ends.
 * @param {Token[]} tokens
 */
function lines(tokens) {
  /** @type {Token[][]} */
  const lines = [[]];
  for (const { text, scope } of tokens) {
    text.split("\n").forEach((part, index) => {
      if (index > 0) lines.push([]);
      if (part) lines[lines.length - 1].push({ text: part, scope });
    });
  }
  if (lines[lines.length - 1].length === 0) lines.pop();
  return lines;
}
