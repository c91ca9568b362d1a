// Back and forward through the pages of lessons.

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
    await follow(page, lesson);
    titles.push(await title(page));
  }
  assert.equal(new Set(titles).size, lessons.length);
  for (const [move, at] of /** @type {const} */ ([["goBack", 1], ["goBack", 0], ["goForward", 1]])) {
    await page[move]();
    await shows(page, lessons[at]);
    assert.equal(await title(page), titles[at]);
    assert.equal(await page.title(), `${titles[at]}: Async Playground`);
  }
});

pageTest("what was chosen in a lesson is there again after back", async ({ page }) => {
  await open(page, "gather?speed=20&language=python");
  const b = page.getByRole("spinbutton", { name: "B" });
  await b.fill("0.7");
  await b.blur();
  await page.waitForURL(/b=0\.7/);
  await follow(page, "sequential");
  assert.equal(await page.getByRole("spinbutton", { name: "B" }).inputValue(), "1");
  await page.goBack();
  await shows(page, "gather");
  assert.equal(await b.inputValue(), "0.7");
  assert.equal(await page.locator("select[name=speed]").inputValue(), "20");
  assert.equal(await page.getByRole("tab", { name: "Python" }).getAttribute("aria-selected"), "true");
  assert.equal((await runToTheEnd(page)).params.b, 0.7);
});

pageTest("back from another lesson to a shared run shows that run again", async ({ page }) => {
  await open(page, "gather");
  const record = await page.evaluate(async () => {
    const { simulate } = await import("/embed/async-playground.js");
    return simulate("gather");
  });
  await page.evaluate((hash) => (location.hash = hash), `#run=${encodeRun(record)}`);
  assert.deepEqual((await finished(page)).events, record.events);
  await follow(page, "hello");
  await page.goBack();
  await shows(page, "gather");
  assert.deepEqual((await finished(page)).events, record.events);
});

/** The lesson's title. @param {Page} page */
function title(page) {
  return playground(page).getByRole("heading", { level: 2 }).first().innerText();
}

/**
 * Goes to another lesson by the list of them.
 * @param {Page} page
 * @param {string} id
 */
async function follow(page, id) {
  await page.locator(".course summary").click();
  await page.locator(`nav [data-lesson="${id}"]`).click();
  await shows(page, id);
}

/**
 * Waits until a lesson is what the page shows.
 * @param {Page} page
 * @param {string} id
 */
async function shows(page, id) {
  await page.waitForFunction((id) => location.pathname === `/${id}/`, id);
  await ready(page);
  const { program, shown } = await page.evaluate(async (id) => {
    const { scenarios } = await import("/embed/async-playground.js");
    const { source } = (await scenarios()).find((scenario) => scenario.id === id);
    const { language, shadowRoot } = document.querySelector("async-playground");
    return { program: source[language].trimEnd().split("\n").length, shown: shadowRoot.querySelectorAll(".source .line").length };
  }, id);
  assert.equal(shown, program);
}
