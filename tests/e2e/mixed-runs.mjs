// Runs of all lessons, some stopped, some beside another, and what a page holds after them.

import { playground, ready } from "./lesson.mjs";

/** @typedef {import("playwright-core").Page} Page */

const SPEED = 20;

/** A run of it leaves the page in the state in which it is measured. */
const LAST = "hello";

/** Fewer than by default: it is the number of runs that counts here. */
const PARAMS = { scale: "tasks=200" };

/**
 * Random numbers from 0 to 1, always the same for the same seed.
 * @param {number} seed
 */
export function random(seed) {
  // Mulberry32: 32 bits of state, and good enough for choices.
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Opens the site, with the lessons that there are.
 * @param {Page} page
 * @returns {Promise<string[]>} their ids
 */
export async function openCourse(page) {
  await page.goto(`/${LAST}/?speed=${SPEED}`);
  await ready(page);
  return page.evaluate(async () => {
    const module = await import("/embed/async-playground.js");
    globalThis.runBeside = module.run;
    globalThis.simulate = module.simulate;
    return (await module.scenarios()).map(({ id }) => id);
  });
}

/**
 * Runs random lessons: a third is stopped at a random moment, a tenth has another run beside it.
 * @param {Page} page
 * @param {{ ids: string[], count: number, next: () => number }} options `next` gives random numbers
 */
export async function mixedRuns(page, { ids, count, next }) {
  const pick = () => ids[Math.floor(next() * ids.length)];
  for (let at = 0; at < count; at++) {
    const id = pick();
    await playground(page).evaluate(run, {
      id,
      params: PARAMS[id] ?? "",
      speed: SPEED,
      stopAfter_ms: next() < 1 / 3 ? next() * 150 : undefined,
      beside: next() < 1 / 10 ? pick() : undefined,
      besideParams: PARAMS,
    });
  }
}

/** In the page: one run in the element. */
async function run(element, { id, params, speed, stopAfter_ms, beside, besideParams }) {
  Object.assign(element, { scenario: id, params, speed: String(speed) });
  await element.updateComplete;
  const runs = [element.run()];
  if (beside) runs.push(globalThis.runBeside(beside, Object.fromEntries(new URLSearchParams(besideParams[beside])), { speed }));
  if (stopAfter_ms !== undefined) setTimeout(() => element.stop(), stopAfter_ms);
  for (const record of await Promise.all(runs)) {
    if (!["completed", "stopped"].includes(record.outcome)) throw new Error(`${record.scenario} ${record.outcome}: ${record.error}`);
  }
  await element.updateComplete;
}

/**
 * What the page holds when all that can be freed is freed, after a run that is always the same.
 * @param {Page} page
 * @returns {Promise<{ nodes: number, listeners: number, heap_mb: number, workers: number }>}
 */
export async function held(page) {
  await playground(page).evaluate(run, { id: LAST, params: "", speed: SPEED });
  // A run on a machine that has much else to do is late, and diagnosed: one on the simulated clock shows always the same.
  await playground(page).evaluate(async (element, id) => {
    element.record = await globalThis.simulate(id);
    await element.updateComplete;
  }, LAST);
  const chromium = await page.context().newCDPSession(page);
  try {
    await chromium.send("Performance.enable");
    // What the first collection finalizes, the second one frees.
    for (let time = 0; time < 2; time++) await chromium.send("HeapProfiler.collectGarbage");
    const { metrics } = await chromium.send("Performance.getMetrics");
    const of = (name) => metrics.find((metric) => metric.name === name).value;
    return { nodes: of("Nodes"), listeners: of("JSEventListeners"), heap_mb: of("JSHeapUsedSize") / 2 ** 20, workers: page.workers().length };
  } finally {
    await chromium.detach();
  }
}
