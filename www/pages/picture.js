// What a link to a page shows where it is shared: its title above a run, as a PNG.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import { Resvg, initWasm } from "@resvg/resvg-wasm";
import { svg } from "lit";

import { drawTimeline, resolved } from "../src/views/timeline/picture.js";
import { svgText } from "./svg-text.js";

/** @import { RunRecord } from "../src/types.js" */

/** As Open Graph's readers want it. */
export const SIZE = { width: 1200, height: 630 };

const MARGIN = 60;

/** How wide a letter is for its size: what is longer than a line is set smaller. */
const LETTER = { title: 0.56, summary: 0.49 };

/** By how much the run is drawn larger than on the page, at most; and below what it stands. */
const ZOOM = 1.9;
const TOP = 270;

const { resolve } = createRequire(import.meta.url);

/** The renderer knows no fonts but these. */
const FONTS = ["inter/files/inter-latin-400-normal.woff2", "inter/files/inter-latin-700-normal.woff2", "jetbrains-mono/files/jetbrains-mono-latin-600-normal.woff2"];

/** @type {Promise<import("@resvg/resvg-wasm").CustomFontsOptions> | undefined} */
let loading;

async function load() {
  await initWasm(readFileSync(resolve("@resvg/resvg-wasm/index_bg.wasm")));
  const fontBuffers = FONTS.map((file) => readFileSync(resolve(`@fontsource/${file}`)));
  return { fontBuffers, defaultFontFamily: "Inter", sansSerifFamily: "Inter", monospaceFamily: "JetBrains Mono" };
}

/** @typedef {{ title: string, summary: string, part: string, run: RunRecord | undefined }} Pictured */

/**
 * @param {Pictured} page
 * @returns {Promise<Uint8Array>}
 */
export async function picturePng(page) {
  const font = await (loading ??= load());
  return new Resvg(svgText(draw(page)), { font }).render().asPng();
}

/** @param {Pictured} page */
function draw({ title, summary, part, run }) {
  const { width, height } = SIZE;
  const { sheet, colours } = resolved("light");
  const [paper, ink, soft, now] = ["--paper", "--ink", "--soft", "--now"].map((name) => colours[name]);
  const room = width - 2 * MARGIN;
  const size = (/** @type {string} */ line, /** @type {number} */ letter, /** @type {number} */ most) => Math.min(most, room / (line.length * letter));
  return svg`<svg xmlns="http://www.w3.org/2000/svg" class="drawing" width=${width} height=${height} viewBox="0 0 ${width} ${height}">
    <style>${longhand(sheet)}</style>
    <rect width=${width} height=${height} fill=${paper}/>
    <circle cx=${MARGIN + 9} cy="75" r="9" fill=${now}/>
    <text x=${MARGIN + 32} y="84" font-size="27" font-weight="700" fill=${ink}>Async Playground</text>
    <text x=${width - MARGIN} y="84" font-size="24" text-anchor="end" fill=${soft}>${part}</text>
    <text x=${MARGIN} y="175" font-size=${size(title, LETTER.title, 64)} font-weight="700" letter-spacing="-1" fill=${ink}>${title}</text>
    <text x=${MARGIN} y="225" font-size=${size(summary, LETTER.summary, 27)} fill=${soft}>${summary}</text>
    ${run ? timeline(run, room, height - TOP - MARGIN / 2) : ""}
  </svg>`;
}

/**
 * @param {RunRecord} run
 * @param {number} width
 * @param {number} height
 */
function timeline(run, width, height) {
  // It has its height whatever its width.
  const { height: own } = drawTimeline(run, width);
  const zoom = Math.min(ZOOM, height / own);
  return svg`<g transform="translate(${MARGIN} ${TOP + (height - own * zoom) / 2}) scale(${zoom})">${drawTimeline(run, width / zoom).drawn}</g>`;
}

/**
 * The renderer knows no shorthands of fonts.
 * @param {string} sheet
 */
function longhand(sheet) {
  return sheet.replace(/font: (\d+) (\S+) ([^;]+);/g, "font-weight: $1; font-size: $2; font-family: $3;");
}
