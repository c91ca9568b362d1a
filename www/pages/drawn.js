// The run of a lesson on a page: drawn when the site is built, and to be run where it stands.

import { html } from "@lit-labs/ssr";
import { nothing } from "lit";
import { unsafeHTML } from "lit/directives/unsafe-html.js";

import { seconds } from "../src/record/figures.js";
import { describe } from "../src/record/sentences.js";
import { drawTimeline } from "../src/views/timeline/picture.js";
import { svgText } from "./svg-text.js";

/** @import { RunRecord } from "../src/types.js" */

/** The styles of drawings, which are made when the site is built. */
export const DRAWING = "src/site/drawing.css";

/** How wide a drawing is: as wide as what it stands in at most, and on a phone. */
const WIDTHS = { wide: 620, narrow: 330 };

/**
 * The run of a lesson: drawn, and to be run where it stands.
 * @param {import("./course.js").Page} lesson
 * @param {string} root the site's folder, seen from the page
 */
export function runOf({ id, title, run }, root) {
  if (!run) return nothing;
  const link = html`<a href="${root}${id}/">${title}</a>`;
  const button = html`<button type="button" data-run=${id} hidden>Run it here</button>`;
  if (run.elapsed_ms === 0) return html`<figure><div class="run"></div><figcaption>${link}: it only computes, and where a run is simulated, only waits take time. ${button}</figcaption></figure>`;
  const times = run.waits_ms > run.elapsed_ms
    ? `its waits add up to ${together(seconds(run.waits_ms))}, and it takes ${together(seconds(run.elapsed_ms))}`
    : `it takes ${together(seconds(run.elapsed_ms))}`;
  return html`<figure>
<div class="run">${Object.entries(WIDTHS).map(([name, width]) => unsafeHTML(svg(run, name, width)))}</div>
<figcaption>${link}: ${times} (simulated). ${button}</figcaption>
</figure>`;
}

/** A number and its unit stay on one line. @param {string} time */
const together = (time) => time.replace(" ", "\u00a0");

/**
 * @param {RunRecord} run
 * @param {string} name
 * @param {number} width
 */
function svg(run, name, width) {
  const { drawn, height } = drawTimeline(run, width);
  return `<svg class="drawing ${name}" role="img" aria-label="${describe(run)}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${svgText(drawn)}</svg>\n`;
}
