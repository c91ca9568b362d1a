// The page's heartbeat says what a run did to this page, and says nothing of other runs.

import assert from "node:assert/strict";

import { finished, give, open, playground, ready, runToTheEnd, show } from "./lesson.mjs";
import { pageTest } from "./page.mjs";

/** @typedef {import("playwright-core").Page} Page */

pageTest("no poll is longer than the longest gap between two frames, not even the last one", async ({ page }) => {
  await open(page, "cpu-bound");
  const { events } = await runToTheEnd(page);
  let began = 0;
  const polls_ms = [];
  for (const { kind, at_ms } of events) {
    if (kind === "poll_start") began = at_ms;
    if (kind === "poll_end") polls_ms.push(at_ms - began);
  }
  assert.ok((await gap(page)) >= Math.floor(Math.max(...polls_ms)), `${await gap(page)} ms, and polls of ${polls_ms} ms`);
});

pageTest("a run that was not measured on this page says nothing about it", async ({ page }) => {
  await open(page, "gather?speed=20");
  const record = await runToTheEnd(page);
  assert.equal(await page.getByText("measured on this page").count(), 1);
  assert.equal(await page.locator(".heartbeat").count(), 1);

  await give(page, record);
  // It is checked first.
  await page.getByText("measured when it was recorded").waitFor();
  await saysNothing(page);

  await page.getByText("Share", { exact: true }).click();
  const link = page.getByRole("textbox", { name: "Link to this run" });
  await link.waitFor();
  const shared = await link.inputValue();
  await page.goto("about:blank");
  await page.goto(shared);
  await ready(page);
  await finished(page);
  await saysNothing(page);

  // What is run here is about this page again.
  await runToTheEnd(page);
  assert.equal(await page.locator(".heartbeat").count(), 1);
});

/** @param {Page} page */
async function saysNothing(page) {
  assert.equal(await page.getByText("measured when it was recorded").count(), 1);
  assert.equal(await page.getByText(/on this page|of this page/).count(), 0);
  assert.equal(await page.locator('[aria-label*="this page"]').count(), 0);
}

/** What ends the run that a page shows, apart from its own end. @type {Record<string, (page: Page) => Promise<unknown>>} */
const ENDS = {
  "another lesson": (page) => show(page, "return-values"),
  "a record": (page) => playground(page).evaluate((element) => (element.record = undefined)),
  removal: (page) => playground(page).evaluate((element) => element.remove()),
};

for (const [how, end] of Object.entries(ENDS)) {
  pageTest(`no frame is asked for after a run was ended by ${how}`, async ({ page }) => {
    await page.addInitScript(() => {
      const real = requestAnimationFrame;
      globalThis.asked = 0;
      globalThis.requestAnimationFrame = (callback) => {
        globalThis.asked += 1;
        return real(callback);
      };
      // In how many frames of many the page asked for none: a chain of frames asks in each of them.
      globalThis.calm = async () => {
        let quiet = 0;
        for (let frame = 0; frame < 60; frame++) {
          const before = globalThis.asked;
          await new Promise(real);
          if (globalThis.asked === before) quiet += 1;
        }
        return quiet;
      };
    });
    await open(page, "sequential?speed=0.25");
    await page.getByRole("button", { name: /^Run/ }).click();
    await page.getByRole("region", { name: "Log" }).getByText("A starting").waitFor();
    await end(page);
    assert.ok((await page.evaluate(() => globalThis.calm())) > 30);
  });
}

/** The longest gap that the page shows, in milliseconds. @param {Page} page */
async function gap(page) {
  const said = await page.locator(".heartbeat dd").innerText();
  return Number(/^(\d+) ms/.exec(said)[1]);
}
