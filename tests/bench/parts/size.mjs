// What a first visit downloads: by the browser, which must ask for what the build has counted (www/pages/budget.js).

import { readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";

import { FIRST, MOST, WEIGHTS, totals } from "../../../www/pages/budget.js";
import { fileOf } from "../../../www/test/embed.js";
import { figureOf } from "../../../www/src/speed/figure.js";

/** @import { Site } from "../bench.mjs" */
/** @import { Table } from "../../../www/src/speed/bench.js" */

const TITLES = {
  untilRun: "until Run works",
  firstVisit: "a first visit with a run",
  furtherLesson: "the largest further lesson",
};

/** @param {Site} site @returns {Promise<Table[]>} */
export async function size(site) {
  /** @type {import("../../../www/pages/budget.js").Weights} */
  const weights = JSON.parse(readFileSync(WEIGHTS, "utf8"));
  agree(await firstVisit(site), Object.keys({ ...weights.untilRun, ...weights.firstRun }));

  const kilobytes = (/** @type {number} */ bytes) => figureOf([bytes / 1000]);
  const keys = /** @type {(keyof typeof MOST)[]} */ (Object.keys(MOST));
  const all = totals(weights);
  const file = ([name, bytes]) => ({ id: name, name: name.replace("embed/assets/", ""), cells: [kilobytes(bytes)] });
  const largest = Object.entries(weights.lessons).sort(([, a], [, b]) => b - a).slice(0, 5);
  const compiler = brotliCompressSync(readFileSync(fileOf("compiler_bg.wasm"))).length;
  const table = { unit: "KB in brotli", head: "", columns: ["KB"] };
  return [
    {
      ...table,
      id: "size",
      title: "Downloads",
      about: "What the build allows at most stands beside it: a build that exceeds it fails.",
      columns: ["KB", "at most"],
      rows: [
        ...keys.map((key) => ({ id: key, name: TITLES[key], cells: [kilobytes(all[key]), kilobytes(MOST[key])] })),
        { id: "compiler", name: "the compiler, with the first edit", cells: [kilobytes(compiler), null] },
      ],
    },
    { ...table, id: "size-until-run", title: "What is downloaded until Run works", about: `The page is /${FIRST}/.`, rows: Object.entries(weights.untilRun).map(file) },
    { ...table, id: "size-first-run", title: "What the first run asks for", about: "Beside that.", rows: Object.entries(weights.firstRun).map(file) },
    { ...table, id: "size-lessons", title: "The largest further lessons", about: "Their pages, and what each of them alone loads.", rows: largest.map(file) },
  ];
}

/**
 * What the browser asks for, by paths in the site's folder.
 * @param {Site} site
 */
async function firstVisit({ browser, origin }) {
  const page = await browser.newPage({ baseURL: origin });
  /** @type {string[]} */
  const requests = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(`/${FIRST}/?speed=20`, { waitUntil: "networkidle" });
  const outcome = await page.evaluate(async () => (await document.querySelector("async-playground").run()).outcome);
  if (outcome !== "completed") throw new Error(`the first run was ${outcome}`);
  // The end of a run asks for more.
  await page.waitForFunction(() => performance.getEntriesByType("resource").some(({ name }) => name.includes("/performance-")));
  await page.close();
  return requests.filter((url) => !url.startsWith("data:")).map((url) => {
    const { origin: asked, pathname } = new URL(url);
    if (asked !== origin) throw new Error(`from another origin: ${url}`);
    return pathname.slice(1).replace(/\/$/, "/index.html");
  });
}

/**
 * @param {string[]} asked
 * @param {string[]} counted
 */
function agree(asked, counted) {
  const forgotten = asked.filter((name) => !counted.includes(name));
  const idle = counted.filter((name) => !asked.includes(name));
  if (forgotten.length + idle.length === 0) return;
  throw new Error(`a first visit asks for ${forgotten.join(", ") || "nothing"} that the build does not count, and not for ${idle.join(", ") || "nothing"} that it counts (www/pages/budget.js)`);
}
