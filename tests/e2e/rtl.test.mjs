// A host page that is read from right to left: the element follows, and programs stay as they are.

import assert from "node:assert/strict";

import { openHtml } from "./browser.mjs";
import { moveTo, playground, ready, runToTheEnd, settled } from "./lesson.mjs";
import { pageTest } from "./page.mjs";

/** @typedef {import("playwright-core").Page} Page */

for (const width of [1280, 360]) {
  pageTest(`in a page from right to left, ${width} px wide, nothing is cut off`, async ({ page }) => {
    await openRtl(page);
    assert.deepEqual(await cutOff(page), [], "ready");
    await runToTheEnd(page);
    for (const summary of await playground(page).locator("summary").all()) await summary.click();
    assert.deepEqual(await cutOff(page), [], "a finished run, everything open");
    await page.getByRole("tab", { name: "Python" }).click();
    assert.deepEqual(await cutOff(page), [], "Python");
  }, { context: { viewport: { width, height: 800 } } });
}

pageTest("in a page from right to left, programs and what they print are read from left to right", async ({ page }) => {
  await openRtl(page);
  await runToTheEnd(page);
  // The brackets at the end of a line show it: where text goes from right to left, they stand left of it.
  const line = page.locator(".source .line").filter({ hasText: "sleep(" }).first();
  const [first, last] = await line.evaluate(ends);
  assert.ok(last > first, `the line begins at ${first} and ends at ${last}`);
  for (const printed of await page.locator(".log li .text").all()) {
    assert.equal(await printed.evaluate((element) => getComputedStyle(element).direction), "ltr");
  }
});

pageTest("in a page from right to left, the timeline's cursor is where the pointer is", async ({ page }) => {
  await openRtl(page);
  const { events } = await runToTheEnd(page);
  const cursor = page.locator(".timeline .cursor");
  const wake = events.find(({ kind }) => kind === "wake");
  await moveTo(page, wake.n + 1);
  const { x, y, width } = await cursor.boundingBox();
  await moveTo(page, events.length);
  const end = await cursor.boundingBox();
  assert.ok(end.x > x, "time goes from left to right");
  await page.mouse.click(x + width / 2, y + 2);
  await settled(page);
  const n = Number(await page.getByRole("slider", { name: "Event" }).inputValue());
  // As near as two pixels are.
  const near_ms = (2 * (events.at(-1).at_ms - wake.at_ms)) / (end.x - x);
  assert.ok(Math.abs(events[n - 1].at_ms - wake.at_ms) <= near_ms, `the cursor is at ${events[n - 1].at_ms} ms, not at ${wake.at_ms}`);
});

/** @param {Page} page */
async function openRtl(page) {
  await openHtml(
    page,
    `<html dir="rtl"><script type="module" src="/embed/async-playground.js"></script>
     <p>דף</p><async-playground scenario="gather" speed="4"></async-playground>`,
  );
  await ready(page);
}

/** In the page: where the first and the last character of a line of source are drawn. */
function ends(line) {
  const texts = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  const drawn = [];
  while (texts.nextNode()) {
    const { currentNode: text } = texts;
    if (text.parentElement.closest(".number, .names, button")) continue;
    for (const [at, character] of [...text.data].entries()) {
      if (!character.trim()) continue;
      const range = document.createRange();
      range.setStart(text, at);
      range.setEnd(text, at + 1);
      drawn.push(range.getBoundingClientRect().left);
    }
  }
  return [drawn[0], drawn[drawn.length - 1]];
}

/** What reaches beyond an edge of the page, and no scrolling brings back. @param {Page} page */
function cutOff(page) {
  return page.evaluate(() => {
    const { shadowRoot } = document.querySelector("async-playground");
    const scrolls = (element) => ["auto", "scroll"].includes(getComputedStyle(element).overflowX);
    const width = document.documentElement.clientWidth;
    return [...shadowRoot.querySelectorAll(":not(svg *, .hidden)")]
      .filter((element) => element.checkVisibility())
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        return left < -1 || right > width + 1;
      })
      .filter((element) => {
        for (let around = element.parentElement; around; around = around.parentElement) if (scrolls(around)) return false;
        return true;
      })
      .map(({ outerHTML }) => outerHTML.slice(0, 80));
  });
}
