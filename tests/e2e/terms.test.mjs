// The words of the legend and of the loop explain themselves.

import assert from "node:assert/strict";

import { finished, lookAt, open, playground, runToTheEnd, settled } from "./lesson.mjs";
import { pageTest } from "./page.mjs";
import { PHONE } from "./touch.mjs";

/** @typedef {import("playwright-core").Page} Page */

const tip = (/** @type {Page} */ page) => page.locator("async-playground .term :popover-open");
const words = (/** @type {Page} */ page) => page.locator("async-playground .term button:visible");

pageTest("each word is explained to the focus and to the pointer, within the window, until Escape, which ends nothing else", async ({ page }) => {
  await open(page, "gather?speed=4");
  await runToTheEnd(page);
  await page.getByRole("checkbox", { name: "links" }).check();
  // What is scrolled under the pointer would be explained instead.
  await page.mouse.move(0, 0);
  const all = await words(page).all();
  const seen = [];
  for (const word of all) await explained(word);
  await lookAt(page, "Tasks");
  for (const word of await page.locator(".tasks .term button").all()) await explained(word);
  await lookAt(page, "Loop and log");

  /** @param {import("playwright-core").Locator} word */
  async function explained(word) {
    await word.focus();
    assert.equal(await tip(page).count(), 1);
    const said = await tip(page).innerText();
    assert.match(said, /^[a-zA-Z].*\.$/);
    assert.equal(await word.evaluate((button) => button.getRootNode().getElementById(button.getAttribute("aria-describedby")).textContent), said);
    const { x, y, width, height } = await tip(page).boundingBox();
    const size = page.viewportSize();
    assert.ok(x >= 0 && y >= 0 && x + width <= size.width && y + height <= size.height, `${await word.innerText()} at ${x}, ${y}`);
    seen.push((await word.innerText()).toLowerCase());
  }
  for (const word of ["running", "ready", "waiting", "printed", "spawn", "wake", "join", "polls"]) assert.ok(seen.includes(word), word);

  // The pointer may go into it, and leave it.
  await all.at(-1).evaluate((button) => button.blur());
  assert.equal(await tip(page).count(), 0);
  await all[0].hover();
  const { x, y, width, height } = await tip(page).boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2, { steps: 8 });
  assert.equal(await tip(page).count(), 1);
  await page.mouse.move(0, 0);
  await tip(page).waitFor({ state: "detached" });
  await all[0].hover();
  await page.keyboard.press("Escape");
  assert.equal(await tip(page).count(), 0);

  // Of a run that goes on, the first Escape ends the explanation alone.
  await page.mouse.move(0, 0);
  await page.locator("select[name=speed]").selectOption("0.25");
  await page.getByRole("button", { name: /^Run/ }).focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelector("async-playground")._runner.shown?.record.log.length > 0);
  await page.locator(".loop .term button").first().focus();
  assert.equal(await tip(page).count(), 1);
  await page.keyboard.press("Escape");
  assert.equal(await tip(page).count(), 0);
  assert.equal(await playground(page).evaluate((element) => element._runner.state), "running");
  await page.keyboard.press("Escape");
  assert.equal((await finished(page)).outcome, "stopped");
}, { context: { viewport: { width: 320, height: 640 } } });

pageTest("a touch explains a word, and a touch elsewhere ends it; nothing of it is left with an element that goes", async ({ page }) => {
  await open(page, "gather?speed=20");
  await runToTheEnd(page);
  await words(page).first().tap();
  assert.equal(await tip(page).count(), 1);
  await page.locator(".timeline .stage").tap();
  await tip(page).waitFor({ state: "detached" });
  await words(page).first().hover();
  assert.equal(await tip(page).count(), 1);
  await playground(page).evaluate((element) => {
    globalThis.heard = 0;
    addEventListener("keydown", ({ defaultPrevented }) => (heard += defaultPrevented ? 0 : 1));
    element.remove();
  });
  await page.keyboard.press("Escape");
  assert.equal(await page.evaluate(() => heard), 1);
}, { context: PHONE });

pageTest("the first use of a word in a lesson explains itself, by keyboard and by touch; its code is code", async ({ page }) => {
  await open(page, "event-loop");
  await page.locator(".more summary").click();
  const lesson = page.locator("async-playground .lesson");
  const noted = await lesson.locator(".term button").allInnerTexts();
  assert.equal(new Set(noted.map((word) => word.toLowerCase())).size, noted.length, "each once");
  for (const word of ["tasks", "the loop", "ready queue", "timer", "polls"]) assert.ok(noted.includes(word), `${word}: ${noted}`);
  assert.ok((await lesson.locator("code").allInnerTexts()).includes("spawn_local"));
  assert.equal(await lesson.getByText("`").count(), 0);
  await lesson.getByRole("button", { name: "ready queue" }).focus();
  assert.equal(await tip(page).innerText(), "Where those stand that could run now, until the loop polls them.");
  await page.keyboard.press("Escape");
  assert.equal(await tip(page).count(), 0);
  await lesson.getByRole("button", { name: "timer" }).tap();
  assert.match(await tip(page).innerText(), /^A deadline that is set with the loop\./);
}, { context: PHONE });

pageTest("the glossary has every word, in both languages, with the lesson that teaches it", async ({ page }) => {
  const { GLOSSARY } = await import("../../www/src/glossary.js");
  await page.goto("/");
  await page.getByRole("link", { name: "Glossary" }).click();
  await page.getByRole("heading", { name: "Glossary" }).waitFor();
  assert.deepEqual(await page.locator("dl.glossary dt").allInnerTexts(), GLOSSARY.map(({ word }) => word));
  assert.deepEqual(await page.locator("dl.glossary a").evaluateAll((links) => links.map((link) => link.getAttribute("href"))), GLOSSARY.map(({ lesson }) => `../${lesson}/`));
  await page.getByText("busy is running, scheduled is ready, idle is waiting").waitFor();
}, { context: { javaScriptEnabled: false } });
