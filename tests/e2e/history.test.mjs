// Back and forward through lessons.

import assert from "node:assert/strict";

import { encodeRun } from "../../www/src/record/shared-run.js";
import { finished, open, playground, ready, runToTheEnd } from "./lesson.mjs";
import { pageTest } from "./page.mjs";

/** @typedef {import("playwright-core").Page} Page */

pageTest("back and forward lead through the lessons, and each shows its own program", async ({ page }) => {
  await open(page, "hello?speed=20");
  const lessons = ["hello", "gather", "sequential"];
  const titles = [await title(page)];
  for (const lesson of lessons.slice(1)) {
    await page.locator(`nav a[href="#/${lesson}"]`).first().click();
    await shows(page, lesson);
    titles.push(await title(page));
  }
  assert.equal(new Set(titles).size, lessons.length);
  for (const [move, at] of [["back", 1], ["back", 0], ["forward", 1], ["forward", 2], ["back", 1]]) {
    await page.evaluate((move) => history[move](), move);
    await shows(page, lessons[at]);
    assert.equal(await title(page), titles[at]);
    await page.waitForFunction((title) => document.title.startsWith(`${title}:`), titles[at]);
  }
});

pageTest("what was chosen in a lesson is there again after back", async ({ page }) => {
  await open(page, "gather?speed=20");
  const b = page.getByRole("spinbutton", { name: "B" });
  await b.fill("0.7");
  await b.blur();
  await page.waitForURL(/b=0\.7/);
  await page.locator(`nav a[href="#/sequential"]`).first().click();
  await shows(page, "sequential");
  assert.equal(await page.getByRole("spinbutton", { name: "B" }).inputValue(), "1");
  await page.evaluate(() => history.back());
  await shows(page, "gather");
  assert.equal(await b.inputValue(), "0.7");
  assert.equal(await page.locator("select[name=speed]").inputValue(), "20");
  assert.equal((await runToTheEnd(page)).params.b, 0.7);
});

pageTest("a run that goes on when the reader goes back ends, and is not shown under the other lesson", async ({ page }) => {
  await open(page, "gather?speed=20");
  await page.evaluate(() => (location.hash = "#/sequential?speed=0.25"));
  await shows(page, "sequential");
  await playground(page).evaluate((element) => {
    globalThis.running = element.run();
  });
  await page.getByRole("region", { name: "Log" }).getByText("Task A starting").waitFor();
  await page.evaluate(() => history.back());
  await shows(page, "gather");
  assert.equal((await page.evaluate(() => running)).outcome, "stopped");
  assert.equal(await playground(page).evaluate(({ record }) => record), undefined);
  assert.equal(await page.locator(".log li").count(), 0);
  const record = await runToTheEnd(page);
  assert.equal(record.scenario, "gather");
  assert.equal(record.outcome, "completed");
});

pageTest("back from another lesson to a shared run shows that run again", async ({ page }) => {
  await open(page, "gather");
  const record = await page.evaluate(async () => {
    const { simulate } = await import("/embed/async-playground.js");
    return simulate("gather");
  });
  await page.evaluate((hash) => (location.hash = hash), `#/gather?run=${encodeRun(record)}`);
  assert.deepEqual((await finished(page)).events, record.events);
  await page.evaluate(() => (location.hash = "#/hello"));
  await shows(page, "hello");
  await page.evaluate(() => history.back());
  await shows(page, "gather");
  assert.deepEqual((await finished(page)).events, record.events);
  await ready(page);
});

/** The lesson's title. @param {Page} page */
function title(page) {
  return playground(page).getByRole("heading", { level: 2 }).first().innerText();
}

/**
 * Waits until a lesson is what the page shows.
 * @param {Page} page
 * @param {string} id
 */
async function shows(page, id) {
  await page.waitForURL(new RegExp(`#/${id}(\\?|$)`));
  await page.waitForFunction(async (id) => {
    const { scenarios } = await import("/embed/async-playground.js");
    const { source } = (await scenarios()).find((scenario) => scenario.id === id);
    const shown = document.querySelector("async-playground").shadowRoot.querySelectorAll(".source .line").length;
    return shown === source.rust.trimEnd().split("\n").length;
  }, id);
}
