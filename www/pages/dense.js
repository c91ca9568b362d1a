/**
 * A style sheet without its comments and indents.
 * @param {string} sheet
 */
export function dense(sheet) {
  const bare = sheet.replace(/\/\*.*?\*\//gs, "");
  // What is left open would swallow the sheets that follow.
  const [opened, closed] = [/{/g, /}/g].map((brace) => bare.match(brace)?.length);
  if (opened !== closed) throw new Error(`this style sheet has ${opened} "{" and ${closed} "}": ${bare.slice(0, 200)}`);
  return bare.replace(/\s*([{};])\s*/g, "$1");
}
