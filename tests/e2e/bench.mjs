// What `./build.sh bench` prints: time against JavaScript's own promises, and the size of a first visit.

import { brotliCompressSync } from "node:zlib";

import { launch, openHtml, serve } from "./browser.mjs";

/** How many tasks, and how often to measure: what counts is the median. */
const ROUNDS = [
  { tasks: 1_000, times: 3 },
  { tasks: 10_000, times: 3 },
  { tasks: 100_000, times: 3 },
  { tasks: 1_000_000, times: 1 },
];

/** Every task sleeps for this long, all at once: that is how long it should take. */
const IDEAL_MS = 1000;

const { origin, close } = await serve();
const browser = await launch();
try {
  await times();
  await size();
} finally {
  await browser.close();
  await close();
}

async function times() {
  console.log(`Tasks that each sleep 1 s, all at once, in one page: milliseconds over the ideal ${IDEAL_MS}.`);
  console.log("\"With record\" is until the caller has the record of the run.\n");
  const page = await browser.newPage({ baseURL: origin });
  await openHtml(page);
  row("tasks", "Promise.all", "ours", "ratio", "with record");
  for (const { tasks, times } of ROUNDS) {
    const theirs = [];
    const ours = [];
    // By turns, so that whatever slows the machine down slows both.
    for (let time = 0; time < times; time++) {
      theirs.push(await page.evaluate(promises, { tasks, ms: IDEAL_MS }));
      ours.push(await page.evaluate(playground, { tasks }));
    }
    const their = median(theirs) - IDEAL_MS;
    const [our, read] = ["ran", "read"].map((what) => median(ours.map((one) => one[what])) - IDEAL_MS);
    row(tasks.toLocaleString("en"), their.toFixed(0), our.toFixed(0), (our / their).toFixed(2), read.toFixed(0));
  }
  await page.close();
}

/** In the page: as many timers as tasks. */
async function promises({ tasks, ms }) {
  const started = performance.now();
  await Promise.all(Array.from({ length: tasks }, () => new Promise((resolve) => setTimeout(resolve, ms))));
  return performance.now() - started;
}

/** In the page: the scenario, with its trace. */
async function playground({ tasks }) {
  const { run, scenarios } = await import("/embed/async-playground.js");
  // The wasm is there before the clock starts.
  await scenarios();
  const started = performance.now();
  const record = await run("scale", { tasks });
  const read = performance.now() - started;
  if (record.outcome !== "completed") throw new Error(`${tasks} tasks: ${record.error ?? record.outcome}`);
  return { ran: record.elapsed_ms, read };
}

/** @param {number[]} measured */
function median(measured) {
  return [...measured].sort((a, b) => a - b)[Math.floor(measured.length / 2)];
}

/** @param {(string | number)[]} cells */
function row(...cells) {
  console.log(cells.map((cell) => String(cell).padStart(13)).join(""));
}

/** Everything that a first visit asks for until Run works, and what it asks for later. */
async function size() {
  const page = await browser.newPage({ baseURL: origin });
  /** @type {import("playwright-core").Response[]} */
  const responses = [];
  page.on("response", (response) => responses.push(response));
  await page.addInitScript(() => {
    addEventListener("playground-ready", () => (globalThis.readyAt ??= performance.now()));
  });
  await page.goto("/#/gather?speed=20", { waitUntil: "networkidle" });
  const { outcome, later } = await page.evaluate(async () => {
    const record = await document.querySelector("async-playground").run();
    const asked = performance.getEntriesByType("resource");
    const later = asked.filter(({ startTime }) => startTime > globalThis.readyAt);
    return { outcome: record.outcome, later: later.map(({ name }) => name) };
  });
  if (outcome !== "completed") throw new Error(`the first run was ${outcome}`);

  const sizes = { "until Run works": 0, later: 0 };
  console.log("\nWhat a first visit downloads: bytes in brotli.\n");
  for (const response of responses) {
    const { origin: asked, pathname, protocol } = new URL(response.url());
    if (protocol === "data:") continue;
    if (asked !== origin) throw new Error(`from another origin: ${response.url()}`);
    const bytes = brotliCompressSync(await response.body()).length;
    const when = later.includes(response.url()) ? "later" : "until Run works";
    sizes[when] += bytes;
    console.log(`${String(bytes).padStart(9)}  ${pathname}  ${when}`);
  }
  for (const [when, bytes] of Object.entries(sizes)) console.log(`${String(bytes).padStart(9)}  in sum, ${when}`);
  await page.close();
}
