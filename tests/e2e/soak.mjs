// What `./build.sh soak` does: 2,000 runs in one page, and what it holds meanwhile.

import { launch, serve } from "./browser.mjs";
import { held, mixedRuns, openCourse, random } from "./mixed-runs.mjs";

/** How many runs, and how many of them come before the page is measured first. */
const RUNS = 2000;
const FIRST = 50;

/** By which part more the page may hold at the end than after the first runs. */
const MORE = { nodes: 0.05, listeners: 0.05, heap_mb: 0.25, workers: 0 };

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 32));
console.log(`SEED=${seed} makes the same choices again.\n`);

const { origin, close } = await serve();
const browser = await launch();
try {
  const page = await browser.newPage({ baseURL: origin });
  page.on("pageerror", (error) => {
    throw error;
  });
  const ids = await openCourse(page);
  const next = random(seed);
  row("runs", ...Object.keys(MORE));
  let first;
  let last;
  for (let runs = FIRST; runs <= RUNS; runs += FIRST) {
    await mixedRuns(page, { ids, count: FIRST, next });
    last = await held(page);
    first ??= last;
    row(runs, last.nodes, last.listeners, last.heap_mb.toFixed(1), last.workers);
  }
  for (const [what, more] of Object.entries(MORE)) {
    if (last[what] > first[what] * (1 + more)) {
      throw new Error(`${what}: ${first[what]} after ${FIRST} runs, ${last[what]} after ${RUNS}; allowed is ${more * 100} % more`);
    }
  }
} finally {
  await browser.close();
  await close();
}

/** @param {(string | number)[]} cells */
function row(...cells) {
  console.log(cells.map((cell) => String(cell).padStart(11)).join(""));
}
