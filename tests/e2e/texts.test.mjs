// The text and the programs of a lesson: what a run waits for, and what comes later.

import assert from "node:assert/strict";

import { openHtml } from "./browser.mjs";
import { open, runToTheEnd, show } from "./lesson.mjs";
import { pageTest } from "./page.mjs";

const MISSING = (/** @type {import("playwright-core").Route} */ route) => route.fulfill({ status: 404, contentType: "text/javascript", body: "" });

const GATHER = "**/gather-*.js";

pageTest("a lesson is whole when it can run, and the text of another comes when that is opened", async ({ page }) => {
  /** @type {string[]} */
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await open(page, "gather?speed=20");
  assert.equal(await page.getByText("The waits of A, B and C overlap").count(), 1);
  assert.equal(await page.getByText("All three begin before any of them is done").count(), 1);
  assert.match(await page.getByLabel("Rust program").innerText(), /async fn work/);
  assert.equal((await runToTheEnd(page)).outcome, "completed");
  const texts = (/** @type {string} */ url) => /\/(texts|return-values)-[^/]*\.js$/.test(url);
  assert.deepEqual(asked.filter(texts), []);

  await show(page, "return-values");
  await page.getByRole("heading", { name: "A value comes back" }).waitFor();
  assert.match(await page.getByLabel("Rust program").innerText(), /pub async fn main/);
  assert.equal(asked.filter(texts).length, 1);
});

const allowed = [/Failed to load resource/, /^uncaught: Loading failed for the module/];

pageTest("a lesson whose text is missing says so, and others can run", async ({ page }) => {
  await page.route(GATHER, MISSING);
  await page.goto("/gather/?speed=20");
  const alert = page.getByRole("alert").filter({ hasText: "What is said about this lesson could not be loaded" });
  await alert.filter({ hasText: "/gather-" }).waitFor();
  // What the page brought along is there to be read.
  await page.getByLabel("Rust program").getByText("async fn work").waitFor();
  assert.equal(await page.getByRole("button", { name: /^Run/ }).count(), 0);
  await show(page, "hello");
  await runToTheEnd(page);
  assert.equal(await alert.count(), 0);
}, { allowed });

pageTest("a lesson whose text was missing can be tried again", async ({ page }) => {
  await page.route(GATHER, MISSING);
  await page.goto("/gather/?speed=20");
  const again = page.getByRole("button", { name: "Try again" });
  await again.waitFor();
  await page.unroute(GATHER);
  await again.click();
  assert.equal((await runToTheEnd(page)).scenario, "gather");
}, { allowed, onlyIn: { chromium: "asks again for a module that could not be loaded" } });

pageTest("the module gives every scenario whole", async ({ page }) => {
  await openHtml(page);
  const all = await page.evaluate(async () => (await import("/embed/async-playground.js")).scenarios());
  assert.ok(all.length > 20);
  for (const { id, title, lesson, summary, text, params, predict, source } of all) {
    assert.ok(title && lesson && summary && text && predict.length > 0 && Array.isArray(params), id);
    assert.match(source.rust, /pub async fn main\(/, id);
    assert.match(source.python, /async def main\(/, id);
  }
}, { onlyIn: { chromium: "texts are files, the same in both" } });
