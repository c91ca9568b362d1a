/**
 * A style sheet without its comments and indents.
 * @param {string} sheet
 */
export function dense(sheet) {
  return sheet.replace(/\/\*.*?\*\//gs, "").replace(/\s*([{};])\s*/g, "$1");
}
