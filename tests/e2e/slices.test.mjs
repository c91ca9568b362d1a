// Events travel in slices, whoever made them: the page never reads or folds very many of them at once.

import assert from "node:assert/strict";

import { open, playground, runToTheEnd, settled } from "./lesson.mjs";
import { pageTest } from "./page.mjs";

pageTest("of a run, of its simulation and of a record that is opened, each event is read once, in slices", async ({ page }) => {
  await page.addInitScript(() => {
    /** How many events each JSON had that was read. */
    globalThis.slices = [];
    const { parse } = JSON;
    JSON.parse = (text, ...rest) => {
      const read = parse(text, ...rest);
      const events = Array.isArray(read) ? read : (read?.events ?? []);
      if (events[0]?.at_ms !== undefined) globalThis.slices.push(events.length);
      return read;
    };
  });
  await open(page, "scale?tasks=1200&speed=20");
  await page.evaluate(async () => {
    const { simulate } = await import("/embed/async-playground.js");
    // It comes after the element's own.
    globalThis.simulated = (await simulate("scale", { tasks: 1200 }, { speed: 20 })).events.length;
  });
  const take = () => page.evaluate(() => globalThis.slices.splice(0));
  assertSliced(await take(), 2 * (await page.evaluate(() => globalThis.simulated)));

  const { events } = await runToTheEnd(page);
  assertSliced(await take(), events.length);

  await playground(page).evaluate(async (element) => {
    const { record } = element;
    element.record = undefined;
    element.record = record;
    while (!element.record) await new Promise(requestAnimationFrame);
  });
  await settled(page);
  assertSliced(await take(), events.length);
});

/**
 * @param {number[]} slices
 * @param {number} total
 */
function assertSliced(slices, total) {
  assert.ok(total > 4000, `${total} events`);
  assert.ok(Math.max(...slices) <= 2000, `slices of ${slices}`);
  assert.equal(slices.reduce((sum, length) => sum + length, 0), total);
}
