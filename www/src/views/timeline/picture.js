// The timeline as an SVG file: it carries its own colours and needs nothing else.

import { render, svg } from "lit";

import { describe } from "../../record/sentences.js";
import { shortNames } from "../../record/names.js";
import { styles } from "../../styles.js";
import { AXIS_HEIGHT, drawAxis, drawLanes, drawingStyles, layOut } from "./drawing.js";
import { historyOf } from "./history.js";

/** @import { RunRecord } from "../../types.js" */

const MARGIN = 16;

/**
 * @param {RunRecord} record
 * @param {{ width: number, theme: "light" | "dark" }} options
 * @returns {string}
 */
export function timelineSvg(record, { width, theme }) {
  const { drawn, height: own } = drawTimeline(record, width - 2 * MARGIN);
  const height = own + 2 * MARGIN;
  const { sheet, colours } = resolved(theme);
  const picture = svg`<svg xmlns="http://www.w3.org/2000/svg" class="drawing" width=${width} height=${height} viewBox="0 0 ${width} ${height}">
    <title>${describe(record)}</title>
    <style>${sheet}</style>
    <rect width=${width} height=${height} fill=${colours["--card"]}/>
    <g transform="translate(${MARGIN} ${MARGIN})">${drawn}</g>
  </svg>`;
  const place = document.createElementNS("http://www.w3.org/2000/svg", "g");
  render(picture, place);
  // Lit keeps its place with comments.
  return new XMLSerializer().serializeToString(/** @type {Node} */ (place.firstElementChild)).replace(/<!--.*?-->/g, "");
}

/**
 * The whole of a run, without its cursor.
 * @param {RunRecord} record
 * @param {number} width
 */
export function drawTimeline(record, width) {
  const known = shortNames(record.tasks);
  const names = (/** @type {number} */ id) => known.get(id) ?? `task ${id}`;
  const history = historyOf(record);
  const layout = layOut({ record, history, names, width });
  const drawn = svg`<g>${drawAxis(layout)}</g><g transform="translate(0 ${AXIS_HEIGHT})">${drawLanes(layout, record, history, names, false)}</g>`;
  return { drawn, height: layout.height + AXIS_HEIGHT };
}

/**
 * The rules of the drawing, with the colours of a theme in place of their names.
 * @param {"light" | "dark"} theme
 */
export function resolved(theme) {
  // In our colours: those of the page around are known there alone.
  const page = styles.cssText.replace(/var\(--async-playground-[\w-]+, ([^;]*)\);/g, "$1;");
  /** @type {Record<string, string>} By name. */
  const colours = {};
  for (const [, name, light, dark, other] of page.matchAll(/(--[\w-]+): (?:light-dark\(([^,]+), ([^)]+)\)|([^;]+));/g)) {
    // What comes later is for readers with colours of their own.
    colours[name] ??= other ?? (theme === "light" ? light : dark);
  }
  const rules = `${drawingStyles.cssText}${page.match(/\.hue-\d ?\{[^}]*\}/g)?.join("") ?? ""}`;
  return { sheet: rules.replace(/var\((--[\w-]+)\)/g, (_, name) => colours[name]), colours };
}
