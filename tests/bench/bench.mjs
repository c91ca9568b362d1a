// What `./build.sh bench` does: measures in one browser, prints tables, the goals and the README's rows, and writes
// dist/bench.json, which the page /speed/ shows. `./build.sh bench sleepers` prints one part alone.

import { writeFileSync } from "node:fs";

import { CHROMIUM, launch, serve } from "../e2e/browser.mjs";
import { about } from "./about.mjs";
import { goalsOf, printGoals } from "./goals.mjs";
import { compiler } from "./parts/compiler.mjs";
import { interpreter } from "./parts/interpreter.mjs";
import { lateness } from "./parts/lateness.mjs";
import { replay } from "./parts/replay.mjs";
import { size } from "./parts/size.mjs";
import { printReadme } from "./readme.mjs";
import { print } from "./table.mjs";
import { WORKS } from "./works.mjs";
import { doWork } from "./parts/work.mjs";

/** @typedef {{ browser: import("playwright-core").Browser, origin: string }} Site */
/** @typedef {(site: Site) => Promise<import("../../www/src/speed/bench.js").Table[]>} Part */

/** In this order. @type {Record<string, Part>} */
const PARTS = {
  ...Object.fromEntries(WORKS.map((work) => [work.id, (site) => doWork(site, work)])),
  interpreter,
  replay,
  lateness,
  compiler,
  size,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
  console.error(`bench: there is no part ${unknown.join(", ")}. There are ${Object.keys(PARTS).join(", ")}`);
  process.exit(2);
}

const { origin, close } = await serve();
// The one that readers have: without a window, no icon of the page is asked for.
const browser = await launch("chromium", CHROMIUM);
try {
  const tables = [];
  for (const [name, part] of Object.entries(PARTS)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    for (const table of await part({ browser, origin })) {
      print(table);
      tables.push(table);
    }
  }
  const goals = goalsOf(tables);
  printGoals(goals);
  if (wanted.length === 0) {
    printReadme(tables);
    const file = new URL("../../dist/bench.json", import.meta.url);
    writeFileSync(file, `${JSON.stringify({ ...about(browser), goals, tables }, undefined, 1)}\n`);
    console.log("\nAll this is in dist/bench.json, which the page /speed/ shows. To publish it: cp dist/bench.json www/public/");
  }
} finally {
  await browser.close();
  await close();
}
