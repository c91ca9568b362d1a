/**
 * A style sheet that needs no leave of a Content Security Policy; none in a browser that is too old for it, and for what
 * the module needs.
 * @param {string} text
 */
export function sheet(text) {
  if (!("adoptedStyleSheets" in document)) return undefined;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}
