// A step of the replay: how long it takes from a key to the frame that shows it; and a jump to elsewhere, which shows more
// that is new.

import { QUANTILES, quantileFigures } from "../quantiles.mjs";
import { open, settled } from "../../e2e/lesson.mjs";
import { longRun } from "../../e2e/long-run.mjs";
import { ROUNDS } from "../peers.mjs";

/** @import { Site } from "../bench.mjs" */
/** @import { Table } from "../../../www/src/speed/bench.js" */

/** How long the records are through which a key is held down, and by how much the CPU is slowed down. */
const RECORDS = [10_000, 100_000];
const SLOWER = [1, 4];

/** In each round, from so many places of a record, for so many steps. */
const PLACES = 5;
const STEPS = 20;

/** @param {Site} site @returns {Promise<Table[]>} */
export async function replay({ browser, origin }) {
  const rows = [];
  for (const slower of SLOWER) {
    for (const length of RECORDS) {
      const page = await browser.newPage({ baseURL: origin });
      await open(page, "hello");
      await page.evaluate((record) => (document.querySelector("async-playground").record = record), longRun(length));
      await settled(page);
      const devtools = await page.context().newCDPSession(page);
      await devtools.send("Emulation.setCPUThrottlingRate", { rate: slower });
      await page.evaluate(watchSteps);
      const rounds = [];
      for (let round = 0; round < ROUNDS; round++) rounds.push(await takeSteps(page, length));
      await page.close();
      const name = `${length.toLocaleString("en")} events${slower > 1 ? `, a CPU ${slower} times slower` : ""}`;
      const row = (/** @type {string} */ what, /** @type {(taken: { key: boolean, views: number, frame: number }[]) => number[]} */ measured) =>
        rows.push({ id: `${what} ${length} ${slower}`, name: `${name}: ${what}`, cells: quantileFigures(rounds.map(measured)) });
      const ofKeys = (/** @type {typeof rounds[number]} */ taken) => taken.filter(({ key }) => key);
      const both = ({ views, frame }) => views + frame;
      row("step", (taken) => ofKeys(taken).map(both));
      row("views", (taken) => ofKeys(taken).map(({ views }) => views));
      row("frame", (taken) => ofKeys(taken).map(({ frame }) => frame));
      row("jump", (taken) => taken.filter(({ key }) => !key).map(both));
    }
  }
  return [
    {
      id: "replay",
      title: "A step of the replay, with the right arrow key held down",
      unit: "milliseconds",
      about:
        "\"Views\" is from the key until the page's DOM shows the step, \"frame\" from the start of the next frame until its style, layout and paint are done, \"step\" both. Between views and frame is the wait for the display, at most 16.7 at 60 Hz. A \"jump\" is both of a move of the slider, to a fifth of the record further on.",
      head: "in a record of",
      columns: QUANTILES,
      rows,
    },
  ];
}

/**
 * To each place by a jump, and on from there by a key.
 * @param {import("playwright-core").Page} page
 * @param {number} length
 * @returns {Promise<{ key: boolean, views: number, frame: number }[]>} how each was made, and its milliseconds
 */
async function takeSteps(page, length) {
  await page.evaluate(() => void (steps.taken = []));
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
  const keys = taken.filter(({ key }) => key).length;
  if (keys !== PLACES * STEPS || taken.length !== keys + PLACES) throw new Error(`${keys} steps and ${taken.length - keys} jumps were seen`);
  return taken;
}

/** In the page: times each step from its key to the end of the frame that it makes. */
function watchSteps() {
  const element = document.querySelector("async-playground");
  /** When the key was pressed; none at a jump. */
  let pressed;
  addEventListener("keydown", ({ timeStamp }) => (pressed = timeStamp), true);
  globalThis.steps = { taken: [], painted: undefined };
  addEventListener("input", ({ timeStamp }) => {
    steps.painted = (async () => {
      await element.updateComplete;
      const key = pressed !== undefined;
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
      steps.taken.push({ key, views, frame });
    })();
  });
}
