// What can be taken along from a run, in files.
//
// All that converts or draws is loaded when it is first wanted.

import { download } from "./download.js";

/** @import { RunRecord } from "../types.js" */
/** @import { File, Picture } from "../views/share-menu.js" */

/** @type {Record<File, { type: string, ending: string, text: (record: RunRecord) => Promise<string> }>} */
const FILES = {
  json: {
    type: "application/json",
    ending: "json",
    text: async (record) => JSON.stringify(record),
  },
  csv: {
    type: "text/csv",
    ending: "csv",
    text: async (record) => (await import("./csv.js")).toCsv(record),
  },
  trace: {
    type: "application/json",
    ending: "trace.json",
    text: async (record) => JSON.stringify((await import("./chrome-trace.js")).toChromeTrace(record)),
  },
};

/** How wide a picture of the timeline is, and how many pixels of a PNG make one of it. */
const PICTURE = { width: 1200, scale: 2 };

/**
 * @param {RunRecord} record
 * @param {File} kind
 */
export async function takeFile(record, kind) {
  const { type, ending, text } = FILES[kind];
  download(`${record.scenario}.${ending}`, type, await text(record));
}

/**
 * @param {RunRecord} record
 * @param {Picture} kind
 */
export async function takePicture(record, kind) {
  const { timelineSvg } = await import("../views/timeline/picture.js");
  const theme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  const svg = timelineSvg(record, { width: PICTURE.width, theme });
  if (kind === "svg") return download(`${record.scenario}.svg`, "image/svg+xml", svg);
  const { picturePng } = await import("./picture.js");
  download(`${record.scenario}.png`, "image/png", await picturePng(svg, PICTURE.scale));
}
