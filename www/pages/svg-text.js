/**
 * A drawing as text: Lit's own renderer for servers takes what stands in an SVG for HTML.
 * @param {unknown} drawing a template of attributes and content, or a value in one
 * @returns {string}
 */
export function svgText(drawing) {
  if (Array.isArray(drawing)) return drawing.map(svgText).join("");
  if (drawing === undefined || drawing === null || typeof drawing === "symbol") return "";
  if (typeof drawing !== "object") return String(drawing).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const { strings, values } = /** @type {import("lit").TemplateResult} */ (drawing);
  // What stands behind an equals sign has no quotes of its own.
  return strings.reduce((before, after, at) => before + (before.endsWith("=") ? `"${svgText(values[at - 1])}"` : svgText(values[at - 1])) + after);
}
