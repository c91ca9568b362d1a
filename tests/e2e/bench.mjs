// What `./build.sh bench` prints: time against JavaScript's own promises, how fast the views
// follow the cursor, what they cost a run, how long the compiler takes, and the size of a first visit.

import { brotliCompressSync } from "node:zlib";

import { launch, openHtml, serve } from "./browser.mjs";
import { compiling, wasm } from "./compiling.mjs";
import { open, ready, settled } from "./lesson.mjs";
import { longRun } from "./long-run.mjs";

/** How many tasks, and how often to measure: what counts is the median. */
const ROUNDS = [
  { tasks: 1_000, times: 3 },
  { tasks: 10_000, times: 3 },
  { tasks: 100_000, times: 3 },
  { tasks: 1_000_000, times: 1 },
];

/** Every task sleeps for this long, all at once: that is how long it should take. */
const IDEAL_MS = 1000;

/** How long the records are through which a key is held down, and what 95 of 100 steps may take. */
const SCRUBBED = [
  { length: 10_000, goal_ms: 16 },
  { length: 100_000, goal_ms: 50 },
];

/** From so many places of a record the key is held down, for so many steps. */
const PLACES = 10;
const STEPS = 40;

/** Runs without the views and with them, by turns, and by how much later the views may make timers. */
const TURNS = 30;
const SHORT = { a: 0.2, b: 0.1, c: 0.3 };
const VIEWS_GOAL_MS = 2;

const { origin, close } = await serve();
const browser = await launch();
try {
  await times();
  await scrubbing();
  await lateness();
  await compiler();
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

/** How long it takes from a key to the frame that shows its step. */
async function scrubbing() {
  console.log("\nScrubbing with the right arrow key held down: milliseconds for a step.");
  console.log("\"Views\" is from the key until the page's DOM shows the step, \"frame\" from the start of the next frame until");
  console.log("its style, layout and paint are done, \"step\" both. Between them is the wait for the display, at most 16.7 at 60 Hz.\n");
  row("events", "", "median", "95 of 100", "maximum", "goal");
  for (const { length, goal_ms } of SCRUBBED) {
    const page = await browser.newPage({ baseURL: origin });
    await open(page, "hello");
    await page.evaluate((record) => (document.querySelector("async-playground").record = record), longRun(length));
    await settled(page);
    await page.evaluate(watchSteps);
    const range = page.getByRole("slider", { name: "Event" });
    for (let place = 0; place < PLACES; place++) {
      await range.fill(String(Math.floor((length * place) / PLACES)));
      await range.focus();
      for (let step = 0; step < STEPS; step++) {
        await page.keyboard.down("ArrowRight");
        await page.evaluate(() => steps.painted);
      }
      await page.keyboard.up("ArrowRight");
    }
    const taken = await page.evaluate(() => steps.taken);
    if (taken.length !== PLACES * (STEPS + 1)) throw new Error(`${taken.length} steps were seen`);
    for (const what of ["views", "frame", "step"]) {
      const figures = quantiles(taken.map((step) => step[what])).map((ms) => ms.toFixed(1));
      row(length.toLocaleString("en"), what, ...figures, what === "step" ? goal_ms : "");
    }
    await page.close();
  }
}

/** In the page: times each step from its key to the end of the frame that it makes. */
function watchSteps() {
  const element = document.querySelector("async-playground");
  /** When the key was pressed; none where a step comes from no key. */
  let pressed;
  addEventListener("keydown", ({ timeStamp }) => (pressed = timeStamp), true);
  globalThis.steps = { taken: [], painted: undefined };
  addEventListener("input", ({ timeStamp }) => {
    steps.painted = (async () => {
      await element.updateComplete;
      const views = performance.now() - (pressed ?? timeStamp);
      pressed = undefined;
      const began = await new Promise((resolve) => requestAnimationFrame(() => resolve(performance.now())));
      // A message is a task of its own: its turn comes when the frame is painted.
      const { port1, port2 } = new MessageChannel();
      await new Promise((resolve) => {
        port1.onmessage = resolve;
        port2.postMessage(undefined);
      });
      const frame = performance.now() - began;
      steps.taken.push({ views, frame, step: views + frame });
    })();
  });
}

/** What showing a run live costs it. */
async function lateness() {
  console.log("\nHow late the timers of gather fire, without the views and with all of them, by turns: milliseconds.\n");
  const page = await browser.newPage({ baseURL: origin });
  await openHtml(
    page,
    `<script type="module" src="/embed/async-playground.js"></script>
     <async-playground scenario="gather" params="${Object.entries(SHORT).map(([name, value]) => `${name}=${value}`).join("&amp;")}"></async-playground>`,
  );
  await ready(page);
  const late = await page.evaluate(
    async ({ turns, params }) => {
      const { run } = await import("/embed/async-playground.js");
      const element = document.querySelector("async-playground");
      const lateness = ({ events }) => events.filter(({ kind }) => kind === "fire").map(({ at_ms, due_ms }) => at_ms - due_ms);
      const late = { without: [], with: [] };
      for (let turn = 0; turn < turns; turn++) {
        late.without.push(...lateness(await run("gather", params)));
        late.with.push(...lateness(await element.run()));
      }
      return late;
    },
    { turns: TURNS, params: SHORT },
  );
  row("views", "timers", "median", "95 of 100", "maximum");
  for (const [views, measured] of Object.entries(late)) {
    row(views, measured.length, ...quantiles(measured).map((ms) => ms.toFixed(1)));
  }
  const more = quantiles(late.with)[1] - quantiles(late.without)[1];
  console.log(`\nThe views add ${more.toFixed(1)} ms to what 95 of 100 timers are late by at most; the goal is ${VIEWS_GOAL_MS}.`);
  await page.close();
}

/**
 * The median, what 95 of 100 are at most, and the maximum: values that were measured.
 * @param {number[]} measured
 */
function quantiles(measured) {
  const sorted = [...measured].sort((a, b) => a - b);
  return [0.5, 0.95, 1].map((part) => sorted[Math.ceil(part * sorted.length) - 1]);
}

/** How long the compiler takes, and what it weighs. */
async function compiler() {
  console.log("\nThe compiler, asked in Node as while a lesson is edited, one lesson after another: milliseconds.\n");
  const { lessons, bytes } = await compiling();
  row("", ...Object.keys(Object.values(lessons)[0]));
  for (const [lesson, taken] of Object.entries(lessons)) row(lesson, ...Object.values(taken).map((ms) => ms.toFixed(0)));
  console.log(`\nIt is ${brotliCompressSync(wasm()).length} bytes in brotli, and has ${(bytes / 2 ** 20).toFixed(0)} MiB of memory in the end.`);
}

/** Everything that a first visit asks for until Run works, and what it asks for later. */
async function size() {
  const page = await browser.newPage({ baseURL: origin });
  /** @type {import("playwright-core").Response[]} */
  const responses = [];
  page.on("response", (response) => responses.push(response));
  await page.addInitScript(() => {
    addEventListener("playground-ready", () => (globalThis.readyAt ??= performance.now()), true);
  });
  await page.goto("/gather/?speed=20", { waitUntil: "networkidle" });
  const outcome = await page.evaluate(async () => (await document.querySelector("async-playground").run()).outcome);
  // The end of a run asks for more.
  await page.waitForFunction(() => performance.getEntriesByType("resource").some(({ name }) => name.includes("/performance-")));
  const later = await page.evaluate(() => {
    const asked = performance.getEntriesByType("resource");
    return asked.filter(({ startTime }) => startTime > globalThis.readyAt).map(({ name }) => name);
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
