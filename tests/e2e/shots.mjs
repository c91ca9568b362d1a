// What `./build.sh shots` does: takes a picture of the page in every state, into shots/, in Chromium.
// `./build.sh shots dark phone` takes those alone whose names contain one of the words.

import { mkdir, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import { launch, serve } from "./browser.mjs";
import { EDITOR_STATES } from "./editor-states.mjs";
import { EXERCISE_STATES } from "./exercise-states.mjs";
import { finished, moveTo, open, playground, ready, runToTheEnd } from "./lesson.mjs";

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {import("playwright-core").BrowserContextOptions} Context */

const SHOTS = new URL("../../shots/", import.meta.url);

/** @type {Context} */
const DESKTOP = { viewport: { width: 1280, height: 800 } };
/** @type {Context} */
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };

/** Where each state of the editor, and of an exercise, is seen. @type {Record<string, Context>} */
const PLACES = {
  "": DESKTOP,
  ", phone": { ...PHONE, viewport: { width: 360, height: 740 } },
  ", dark": { ...DESKTOP, colorScheme: "dark" },
};

/**
 * Some states, in each place.
 * @param {string} what
 * @param {Record<string, (page: Page) => Promise<unknown>>} states
 * @param {boolean} whole whether on a phone all of the page is of interest
 */
const everywhere = (what, states, whole) => Object.fromEntries(Object.entries(PLACES).flatMap(([where, context]) =>
  Object.entries(states).map(([name, steps]) => [`${what}${where}, ${name}`, { steps, context, whole: whole && where.endsWith("phone") }])));

/** @param {string} address @returns {(page: Page) => Promise<unknown>} */
const at = (address) => (page) => open(page, address);

/** @param {string} address @returns {(page: Page) => Promise<unknown>} */
const done = (address) => async (page) => {
  await open(page, address);
  await runToTheEnd(page);
};

/** A run that waits at its first lines, for as long as the picture takes. @param {Page} page */
async function going(page) {
  await open(page, "gather?speed=0.25");
  await page.getByRole("button", { name: /^Run/ }).click();
  await page.getByRole("region", { name: "Log" }).getByText("C starting").waitFor();
}

/** @param {Page} page */
async function stopped(page) {
  await going(page);
  await page.getByRole("button", { name: "Stop" }).click();
  await finished(page);
}

/** The wasm's clock panics when it is told a time that no `Duration` can hold. @param {Page} page */
async function failed(page) {
  await open(page, "gather?speed=4");
  await page.getByRole("button", { name: /^Run/ }).click();
  await page.getByRole("region", { name: "Log" }).getByText("C starting").waitFor();
  await page.evaluate(() => (performance.now = () => (/wasm/.test(Error().stack) ? Infinity : Performance.prototype.now.call(performance))));
  const { outcome } = await finished(page);
  if (outcome !== "failed") throw new Error(`the run ${outcome}`);
}

/** At the first task that is woken: the others still wait. @param {Page} page */
async function stepping(page) {
  await open(page, "gather?speed=4");
  const { events } = await runToTheEnd(page);
  await moveTo(page, events.find(({ kind }) => kind === "wake").n + 3);
}

/** @param {Page} page @param {string} seconds */
async function predicted(page, seconds) {
  await open(page, "gather?speed=4");
  await page.getByRole("spinbutton", { name: /^How long/ }).fill(seconds);
  await runToTheEnd(page);
  await page.getByText(`You said ${seconds} s.`).waitFor();
}

/** @param {Page} page */
async function compared(page) {
  await done("gather?compare=sequential&speed=4")(page);
  await page.getByText(/ less\.$/).waitFor();
}

/** What was run here is shown from its link. @param {Page} page */
async function replayed(page) {
  await open(page, "gather?speed=4");
  const record = await runToTheEnd(page);
  const { encodeRun } = await import("../../www/src/record/shared-run.js");
  await page.goto("about:blank");
  await page.goto(`/gather/#run=${encodeRun(record)}`);
  await finished(page);
  await ready(page);
}

/**
 * Every state: how the page gets to it, and in which context; `whole`: as far as the page reaches, not as the window does.
 * @type {Record<string, { steps: (page: Page) => Promise<unknown>, context?: Context, whole?: boolean }>}
 */
const STATES = {
  "before the first run": { steps: at("gather") },
  skipped: {
    steps: async (page) => {
      await open(page, "gather");
      await page.getByRole("button", { name: "Skip" }).click();
    },
  },
  "mid-run": { steps: going },
  "done, predicted right": { steps: (page) => predicted(page, "0.75") },
  "done, predicted wrong": { steps: (page) => predicted(page, "1.5") },
  stopped: { steps: stopped },
  failed: { steps: failed },
  stepping: { steps: stepping },
  comparing: { steps: compared },
  replaying: { steps: replayed },
  "a diagnosis": { steps: done("blocking-sleep?speed=4") },
  Python: { steps: done("gather?speed=20&language=python") },
  "many lanes": { steps: done("event-loop?speed=4") },
  "a million tasks": { steps: done("scale?tasks=1000000&speed=20") },
  "an error in the address": { steps: at("gather?a=99") },
  "the course, opened": {
    steps: async (page) => {
      await open(page, "gather");
      await page.locator(".course summary").click();
    },
  },
  "the shortcuts": {
    steps: async (page) => {
      await stepping(page);
      await page.getByRole("button", { name: "Next event", exact: true }).focus();
      await page.keyboard.press("?");
      await page.getByRole("dialog").waitFor();
    },
  },
  "the projector": { steps: done("gather?view=projector&speed=4") },
  "the front page": { steps: (page) => page.goto("/") },
  "the page of figures": { steps: (page) => page.goto("/speed/"), whole: true },
  "phone, the page of figures": { steps: (page) => page.goto("/speed/"), context: PHONE, whole: true },
  "not found": { steps: (page) => page.goto("/404.html") },
  embedded: { steps: (page) => page.goto("/embed/embed.html#/gather?speed=4").then(() => ready(page)).then(() => runToTheEnd(page)) },

  "wide, before": { steps: at("gather"), context: { viewport: { width: 1920, height: 1080 } } },
  "wide, stepping": { steps: stepping, context: { viewport: { width: 1920, height: 1080 } } },

  "phone, before": { steps: at("gather"), context: PHONE },
  "phone, stepping": { steps: stepping, context: PHONE },
  "phone, the whole page": { steps: stepping, context: PHONE, whole: true },
  "phone, comparing": { steps: compared, context: PHONE, whole: true },
  "phone, the front page": { steps: (page) => page.goto("/"), context: PHONE },
  "320 px": { steps: stepping, context: { ...PHONE, viewport: { width: 320, height: 640 } }, whole: true },

  "dark, before": { steps: at("gather"), context: { ...DESKTOP, colorScheme: "dark" } },
  "dark, stepping": { steps: stepping, context: { ...DESKTOP, colorScheme: "dark" } },
  "dark, the front page": { steps: (page) => page.goto("/"), context: { ...DESKTOP, colorScheme: "dark" } },
  "forced colours": { steps: stepping, context: { ...DESKTOP, colorScheme: "dark", forcedColors: "active" } },
  print: {
    steps: async (page) => {
      await stepping(page);
      await page.emulateMedia({ media: "print" });
    },
    context: { viewport: { width: 718, height: 1000 } },
    whole: true,
  },
  ...everywhere("editor", EDITOR_STATES, true),
  ...everywhere("exercise", EXERCISE_STATES, false),
  "without JavaScript": { steps: (page) => page.goto("/gather/"), context: { ...DESKTOP, javaScriptEnabled: false }, whole: true },
};

const words = process.argv.slice(2);
const chosen = Object.entries(STATES).filter(([name]) => words.length === 0 || words.some((word) => name.includes(word)));
if (words.length === 0) await rm(SHOTS, { recursive: true, force: true });
await mkdir(SHOTS, { recursive: true });

const { origin, close } = await serve();
const browser = await launch();
let missed = 0;
for (const [name, { steps, context: settings = DESKTOP, whole = false }] of chosen) {
  const context = await browser.newContext({ baseURL: origin, colorScheme: "light", ...settings });
  const path = fileURLToPath(new URL(`${name.replaceAll(/[ ,]+/g, "-")}.png`, SHOTS));
  try {
    const page = await context.newPage();
    await steps(page);
    // What a pointer has opened would be gone.
    if (await page.locator(".cm-tooltip-hover").count() === 0) await page.mouse.move(0, 0);
    // The caret would be hidden by a style, which our policy forbids.
    await page.screenshot({ path, fullPage: whole, caret: "initial" });
    console.log(path);
  } catch (error) {
    missed += 1;
    console.log(`${name}: ${error.message}`);
  } finally {
    await context.close();
  }
}
await browser.close();
await close();
process.exitCode = missed > 0 ? 1 : 0;
