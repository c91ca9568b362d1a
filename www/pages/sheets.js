// The styles of what the element's views draw when the site is built: in files, because the policy of the pages allows
// none within them. A lesson's page has the element's own from here, too; other pages have them as a module.

import { createHash } from "node:crypto";

import { boxInside } from "../src/box.js";
import { sheets } from "../src/sheets.js";
import { styles } from "../src/styles.js";
import { drawingStyles } from "../src/views/timeline/drawing.js";
import { dense } from "./dense.js";
import { ASSETS } from "./headers.js";

/** Of the element, until it shows a run. */
export const sheet = sheets.map(({ cssText }) => dense(cssText)).join("");

/** What is to be read in place of what no script will make usable. @param {string} host */
const reading = (host) => `
  ${host} :is(.still, .source .tools, .source header [role="tab"][aria-selected="false"]) { display: none !important; }
  ${host} .instead { display: block; flex: 1 1 auto; min-height: 0; overflow-y: auto; }`;

/** And of what stands in its place before any script has come. */
const still = dense(boxInside) + sheet + [
  ".still { display: contents; } .instead { display: none; }",
  `@media (scripting: none) { ${reading(":host")} }`,
  reading(":host([data-unscripted])"),
].map(dense).join("");

/** It stands in a shadow: nothing but the element there refers to it. */
export const stillSheet = { fileName: `${ASSETS}/still-${createHash("sha256").update(still).digest("hex").slice(0, 8)}.css`, source: still };

/** The element's own colours: as they are, and in a reader's own colours. */
const [colours, forced] = [...styles.cssText.matchAll(/\.root \{(.*?)\}/gs)].flatMap(([, host]) => host.match(/--[\w-]+: [^;]+;/g)?.join("") ?? []);

/** Of a timeline on a page: it is read as a file that is nowhere, and becomes a part of the page's own sheet. */
export const drawingSheet = [
  `.drawing { ${colours} }`,
  ...(styles.cssText.match(/\.hue-\d \{[^}]*\}/g) ?? []),
  `@media (forced-colors: active) { .drawing { ${forced} } .drawing [class*="hue-"] { color: CanvasText; } }`,
  drawingStyles.cssText,
].map(dense).join("");
