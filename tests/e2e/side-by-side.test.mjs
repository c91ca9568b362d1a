// Two elements on one page know nothing of each other.

import assert from "node:assert/strict";

import { openHtml } from "./browser.mjs";
import { pageTest } from "./page.mjs";

/** @typedef {import("playwright-core").Page} Page */

pageTest("of two runs of one lesson, the one that is stopped takes nothing from the other", async ({ page }) => {
  const [first, second] = await openTwo(page, "sequential", "sequential");
  // It is not over before it is stopped.
  await first.evaluate((element) => (element.speed = "0.25"));
  await second.getByRole("button", { name: /^Run/ }).click();
  await first.getByRole("button", { name: /^Run/ }).click();
  await first.getByRole("region", { name: "Log" }).getByText("A starting").waitFor();
  await first.getByRole("button", { name: "Stop" }).click();
  const [stopped, completed] = [await recordOf(first), await recordOf(second)];
  assert.equal(stopped.outcome, "stopped");
  assert.equal(completed.outcome, "completed");
  const { log } = await page.evaluate(async () => {
    const { simulate } = await import("/embed/async-playground.js");
    return simulate("sequential");
  });
  assert.deepEqual(completed.log.map(({ text }) => text), log.map(({ text }) => text));
  assert.deepEqual(await printed(first), stopped.log.map(({ text }) => text));
  assert.deepEqual(await printed(second), completed.log.map(({ text }) => text));
});

pageTest("an element that is taken away leaves the run beside it alone", async ({ page }) => {
  const [first, second] = await openTwo(page, "sequential", "gather");
  await first.getByRole("button", { name: /^Run/ }).click();
  await second.getByRole("button", { name: /^Run/ }).click();
  await first.evaluate((element) => element.remove());
  // The other one is now the first of its kind.
  assert.equal((await recordOf(first)).scenario, "gather");
  assert.equal((await recordOf(first)).outcome, "completed");
});

pageTest("the cursor, the keys and the predictions of one are its own", async ({ page }) => {
  const [first, second] = await openTwo(page, "gather", "gather");
  const order = await lines(second);
  await first.getByRole("button", { name: /^Move .* down$/ }).first().click();
  assert.deepEqual(await lines(second), order);
  assert.notDeepEqual(await lines(first), order);

  for (const element of [first, second]) {
    await element.getByRole("button", { name: /^Run/ }).click();
    await recordOf(element);
  }
  const end = await cursor(second);
  await first.getByRole("slider", { name: "Event" }).fill("3");
  await first.getByRole("button", { name: "Next event", exact: true }).focus();
  await page.keyboard.press("ArrowLeft");
  assert.equal(await cursor(first), 2);
  assert.equal(await cursor(second), end);
});

/**
 * @param {Page} page
 * @param {string[]} lessons
 */
async function openTwo(page, ...lessons) {
  await openHtml(
    page,
    `<script type="module" src="/embed/async-playground.js"></script>
     ${lessons.map((id) => `<async-playground scenario="${id}" speed="4"></async-playground>`).join("\n")}`,
  );
  await page.waitForFunction(() =>
    [...document.querySelectorAll("async-playground")].every((element) => element.shadowRoot?.querySelector("button.primary") && element._parts.views),
  );
  const elements = page.locator("async-playground");
  return lessons.map((_, index) => elements.nth(index));
}

/** The record of an element's run, once that has ended and is shown. @param {import("playwright-core").Locator} element */
async function recordOf(element) {
  return element.evaluate(async (element) => {
    while (!element.record) await new Promise((resolve) => element.addEventListener("playground-finish", resolve, { once: true }));
    await element.updateComplete;
    return element.record;
  });
}

/** @param {import("playwright-core").Locator} element */
const printed = (element) => element.getByRole("region", { name: "Log" }).locator("li .text").allInnerTexts();

/** The lines in the order that is predicted. @param {import("playwright-core").Locator} element */
async function lines(element) {
  await element.evaluate((element) => element.updateComplete);
  return element.locator(".order li .line").allInnerTexts();
}

/** @param {import("playwright-core").Locator} element */
async function cursor(element) {
  await element.evaluate((element) => element.updateComplete);
  return Number(await element.getByRole("slider", { name: "Event" }).inputValue());
}
