// The styles of what the element's views draw when the site is built, as files: the policy of the pages allows none
// within them.

import { createHash } from "node:crypto";

import { sheets } from "../src/sheets.js";
import { styles } from "../src/styles.js";
import { drawingStyles } from "../src/views/timeline/drawing.js";
import { dense } from "./dense.js";

/**
 * @param {string} name
 * @param {string[]} parts
 */
function file(name, parts) {
  const source = parts.map(dense).join("");
  const hash = createHash("sha256").update(source).digest("base64url").slice(0, 8);
  return { fileName: `embed/${name}-${hash}.css`, source };
}

/** Of the element before any script has come. */
export const stillSheet = file("still", [
  ...sheets.map(({ cssText }) => cssText),
  `.still { display: contents; }
  .instead { display: none; }
  @media (scripting: none) {
    .still, .source .tools, .source header [role="tab"][aria-selected="false"] { display: none !important; }
    .instead { display: block; flex: 1 1 auto; min-height: 0; overflow-y: auto; }
  }`,
]);

/** The element's own colours: as they are, and in a reader's own colours. */
const [colours, forced] = [...styles.cssText.matchAll(/:host \{(.*?)\}/gs)].flatMap(([, host]) => host.match(/--[\w-]+: [^;]+;/g)?.join("") ?? []);

/** Of a timeline on a page. */
export const drawingSheet = file("drawing", [
  `.drawing { ${colours} }`,
  ...(styles.cssText.match(/\.hue-\d \{[^}]*\}/g) ?? []),
  `@media (forced-colors: active) { .drawing { ${forced} } .drawing [class*="hue-"] { color: CanvasText; } }`,
  drawingStyles.cssText,
]);
