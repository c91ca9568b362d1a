// A comparison never touches the first run.

import assert from "node:assert/strict";

import { finished, open, playground, ready, runToTheEnd, settled } from "./lesson.mjs";
import { pageTest } from "./page.mjs";

/** @typedef {import("playwright-core").Page} Page */

pageTest("the figures of a run are its own, although a second one blocks the page after it", async ({ page }) => {
  const over = page.getByText(/^(blocking-sleep|async-sleep) took /);
  await compare(page, "async-sleep", "blocking-sleep", "seconds=2&speed=4");
  await page.evaluate(() => {
    addEventListener("playground-finish", ({ target }) => (globalThis.longest_ms = target._runner.shown.heartbeat.longest_ms), { once: true });
  });
  await page.getByRole("button", { name: /^Run/ }).click();
  await over.waitFor();
  assert.equal(await gap(page), Math.round(await page.evaluate(() => longest_ms)));

  // The other way round, the block is the first run's own.
  await compare(page, "blocking-sleep", "async-sleep", "seconds=2&speed=4");
  await page.getByRole("button", { name: /^Run/ }).click();
  await over.waitFor();
  assert.ok((await gap(page)) >= 500, `${await gap(page)} ms`);
});

pageTest("the first run has ended when the second one begins: it is judged, told of and can be stepped through", async ({ page }) => {
  await compare(page, "hello", "sequential", "speed=0.25&seconds=0.1");
  await page.evaluate(() => {
    globalThis.finishes = [];
    addEventListener("playground-finish", ({ detail }) => finishes.push(detail.scenario));
  });
  await page.getByRole("spinbutton", { name: /^How long/ }).fill("0.1");
  await page.getByRole("button", { name: /^Run/ }).click();
  const record = await finished(page);
  assert.equal(record.scenario, "hello");
  assert.deepEqual(await page.evaluate(() => finishes), ["hello"]);
  await page.getByText("You said 0.1 s.").waitFor();
  await page.getByText("measured on this page").waitFor();
  assert.equal(await page.getByText("running on this page").count(), 0);

  // The second one, of 24 s, goes on: it can be stopped, and the first one stays what it is.
  assert.equal(await page.getByText(/only completed runs|less\.$/).count(), 0);
  await page.getByRole("button", { name: "Stop" }).click();
  await page.getByText(/sequential stopped at .*: only completed runs can be compared\./).waitFor();
  assert.deepEqual(await finished(page), record);
  assert.ok(await page.getByRole("button", { name: "Stop" }).isDisabled());
});

pageTest("a second scenario that is refused leaves the first run as it is", async ({ page }) => {
  await compare(page, "return-values", "gather", "a=500&speed=20");
  const record = await runToTheEnd(page);
  assert.equal(record.scenario, "return-values");
  await page.getByRole("alert").getByText(/Three waits, at once cannot be run with the settings of this run: .*"a" is "500"/).waitFor();
  await settled(page);
  assert.deepEqual(await finished(page), record);
  assert.ok((await page.getByRole("region", { name: "Log" }).locator("li .text").count()) > 0);
});

pageTest("what is compared has the settings of the run that is shown, not those of the controls", async ({ page }) => {
  // On a machine that stood still in the first run, that one took longer.
  const saving = /^(gather|sequential) took .* less\.$/i;
  await compare(page, "gather", "sequential", "a=1&b=1&c=1&speed=4");
  await runToTheEnd(page);
  await page.getByText(saving).waitFor();
  const a = page.locator(".controls input[name=a]");
  await a.fill("9");
  await a.blur();
  await page.getByText("The run shown had A\u00a0=\u00a01\u00a0s.").waitFor();
  assert.match(await page.locator(".comparison .saving").innerText(), saving);
  // Chosen anew, the other lesson is foreseen as it would be beside this run.
  const choice = page.locator("select[name=compare]");
  await choice.selectOption({ label: "nothing" });
  await choice.selectOption("spawn-await-each");
  const other = page.getByRole("region", { name: "Comparison" }).getByRole("region").nth(1);
  await other.getByText("simulated, a\u00a0=\u00a01, b\u00a0=\u00a01, c\u00a0=\u00a01, speed 4").waitFor();
});

/**
 * Opens a lesson beside another one.
 * @param {Page} page
 * @param {string} query
 */
async function compare(page, one, other, query) {
  await page.goto(`/${one}/?compare=${other}&${query}`);
  await ready(page);
  assert.equal(await playground(page).evaluate((element) => element.compare), other);
}

/** The longest gap between two frames that the page shows, in milliseconds. @param {Page} page */
async function gap(page) {
  return Number(/^(\d+) ms/.exec(await page.locator(".heartbeat dd").innerText())[1]);
}
