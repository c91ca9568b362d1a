// A key is claimed only when something comes of it: the others are the page's own.

import assert from "node:assert/strict";

import { openHtml } from "./browser.mjs";
import { lookAt, open, playground, ready, settled } from "./lesson.mjs";
import { pageTest } from "./page.mjs";

/** @typedef {import("playwright-core").Page} Page */

const ELEMENT = '<script type="module" src="/embed/async-playground.js"></script><async-playground scenario="gather" speed="20"></async-playground>';

const KEYS = ["Escape", "Home", "End", "ArrowLeft", "ArrowRight", "Space", "+", "-", "0"];

pageTest("before a run, none of the run's keys is claimed; after it, those that step are", async ({ page }) => {
  await openHtml(page, ELEMENT);
  await ready(page);
  await hear(page);
  // What has the focus has no use for keys of its own.
  await playground(page).evaluate(({ shadowRoot }) => {
    const heading = shadowRoot.querySelector("h2");
    heading.tabIndex = -1;
    heading.focus();
  });
  for (const key of KEYS) await page.keyboard.press(key);
  assert.deepEqual(await heard(page), KEYS);

  await playground(page).evaluate((element) => element.run());
  for (const key of KEYS) await page.keyboard.press(key);
  // Nothing goes on that could be stopped.
  assert.deepEqual(await heard(page), ["Escape"]);
});

pageTest("Escape is claimed while something can be stopped, in a field it is the page's", async ({ page }) => {
  await openHtml(page, ELEMENT);
  await ready(page);
  await hear(page);
  await page.locator(".controls input[name=a]").focus();
  await page.keyboard.press("Escape");
  assert.deepEqual(await heard(page), ["Escape"]);
  await playground(page).evaluate((element) => {
    element.speed = "0.25";
    element.run();
  });
  await page.getByRole("region", { name: "Log" }).getByText("A starting").waitFor();
  await page.getByRole("tab", { name: "Rust" }).focus();
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => document.querySelector("async-playground").record?.outcome === "stopped");
  assert.deepEqual(await heard(page), []);
});

pageTest("what scrolls is scrolled by its keys, and the run stays where it is", async ({ page }) => {
  await open(page, "gather?speed=20");
  await playground(page).evaluate((element) => element.run());
  await settled(page);
  await lookAt(page, "Tasks");
  const table = page.getByRole("region", { name: /^State, polls and line/ });
  await table.focus();
  const end = await cursor(page);
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction(() => document.querySelector("async-playground").shadowRoot.querySelector(".tasks .table").scrollLeft > 0);
  for (const key of ["End", "Home", "ArrowLeft"]) await page.keyboard.press(key);
  assert.equal(await cursor(page), end);
  const program = page.locator(".source pre").first();
  await program.focus();
  for (const key of ["End", "Home", "Space", "ArrowLeft"]) await page.keyboard.press(key);
  assert.equal(await cursor(page), end);
  assert.equal(await page.getByRole("button", { name: "Pause" }).count(), 0);
}, { context: { viewport: { width: 360, height: 640 } } });

pageTest("after a click on anything in it, keys are the element's", async ({ page }) => {
  await openHtml(page, ELEMENT);
  await ready(page);
  await playground(page).evaluate((element) => element.run());
  await hear(page);
  for (const selector of [".bench h3", ".verdict dt", ".sentence"]) {
    const end = await cursor(page);
    await page.locator(selector).first().click();
    await page.keyboard.press("ArrowLeft");
    assert.equal(await cursor(page), end - 1, selector);
  }
  assert.deepEqual(await heard(page), []);
});

pageTest("keys of the element's dialog stay in it", async ({ page }) => {
  await openHtml(page, ELEMENT);
  await ready(page);
  await page.getByRole("button", { name: /^Keyboard shortcuts/ }).click();
  await page.getByRole("dialog").waitFor();
  await hear(page);
  for (const key of ["ArrowRight", "s", "Escape"]) await page.keyboard.press(key);
  assert.deepEqual(await heard(page), []);
  await page.getByRole("dialog").waitFor({ state: "hidden" });

  // In Firefox this presses the dialog's button.
  await page.getByRole("button", { name: /^Keyboard shortcuts/ }).click();
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Control+Enter");
  assert.deepEqual(await heard(page), []);
  assert.equal(await playground(page).evaluate(({ record }) => record), undefined);
});

/** Hears the keys that reach the page unclaimed. @param {Page} page */
async function hear(page) {
  await page.evaluate(() => {
    globalThis.keys = [];
    document.addEventListener("keydown", ({ key, defaultPrevented }) => defaultPrevented || keys.push(key === " " ? "Space" : key));
  });
}

/** @param {Page} page */
function heard(page) {
  return page.evaluate(() => keys.splice(0));
}

/** @param {Page} page */
async function cursor(page) {
  await settled(page);
  return Number(await page.getByRole("slider", { name: "Event" }).inputValue());
}
