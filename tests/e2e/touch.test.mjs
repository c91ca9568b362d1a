// A lesson on a phone, with a finger alone.

import assert from "node:assert/strict";

import { finished, moveTo, open, settled } from "./lesson.mjs";
import { pageTest } from "./page.mjs";
import { PHONE, drag, middle } from "./touch.mjs";

/** @typedef {import("playwright-core").Page} Page */

pageTest("a finger taps Run, and drags the cursor through the run", async ({ page }) => {
  await open(page, "gather?speed=20");
  await page.getByRole("button", { name: /^Run/ }).tap();
  const { outcome, events } = await finished(page);
  assert.equal(outcome, "completed");

  const range = page.getByRole("slider", { name: "Event" });
  await range.scrollIntoViewIfNeeded();
  const { y } = await middle(range);
  const { x, width } = await range.boundingBox();
  const at = (part) => ({ x: x + width * part, y });
  for (const [from, to] of [[0.97, 0.5], [0.5, 0.25], [0.25, 0.75]]) {
    await drag(page, at(from), at(to));
    await settled(page);
    const n = Number(await range.inputValue());
    assert.ok(Math.abs(n / events.length - to) < 0.1, `dragged to ${to} of the range: event ${n} of ${events.length}`);
    await page.getByText(`event ${n} of ${events.length}`).waitFor();
  }
}, { context: PHONE });

pageTest("a finger takes a line by its grip to another place", async ({ page }) => {
  await open(page, "gather?speed=20");
  const before = await predicted(page);
  const grips = page.locator(".order .grip");
  await grips.nth(2).scrollIntoViewIfNeeded();
  await drag(page, await middle(grips.first()), await middle(grips.nth(2)));
  const [first, second, third, ...others] = before;
  assert.deepEqual(await predicted(page), [second, third, first, ...others]);
  await page.getByRole("status").getByText(`'${first}' is now line 3 of ${before.length}.`).waitFor({ state: "attached" });
}, { context: PHONE });

pageTest("a finger taps the button of a line, which moves it", async ({ page }) => {
  await open(page, "gather?speed=20");
  const [first, second, ...others] = await predicted(page);
  await page.getByRole("button", { name: `Move '${second}' up` }).tap();
  await page.getByRole("status").getByText(`'${second}' is now line 1 of`).waitFor({ state: "attached" });
  assert.deepEqual(await predicted(page), [second, first, ...others]);
}, { context: PHONE });

pageTest("a finger on a line's text moves no line", async ({ page }) => {
  await open(page, "gather?speed=20");
  const before = await predicted(page);
  const lines = page.locator(".order .line");
  await lines.nth(3).scrollIntoViewIfNeeded();
  await drag(page, await middle(lines.first()), await middle(lines.nth(3)));
  assert.deepEqual(await predicted(page), before);
}, { context: PHONE });

pageTest("a finger on the timeline's axis takes the cursor along", async ({ page }) => {
  await open(page, "gather?speed=4");
  await page.getByRole("button", { name: /^Run/ }).tap();
  const { events } = await finished(page);
  const wake = events.find(({ kind }) => kind === "wake");
  await moveTo(page, wake.n + 1);
  const axis = page.locator(".timeline .axis");
  await axis.scrollIntoViewIfNeeded();
  const { y } = await middle(axis);
  const { x } = await middle(page.locator(".timeline .cursor"));
  await moveTo(page, events.length);
  const end = await middle(page.locator(".timeline .cursor"));
  await drag(page, { x: end.x - 5, y }, { x, y });
  await settled(page);
  const n = Number(await page.getByRole("slider", { name: "Event" }).inputValue());
  // As near as two pixels are.
  const near_ms = (2 * (events.at(-1).at_ms - wake.at_ms)) / (end.x - x);
  assert.ok(Math.abs(events[n - 1].at_ms - wake.at_ms) <= near_ms, `the cursor is at ${events[n - 1].at_ms} ms, not at ${wake.at_ms}`);
}, { context: PHONE });

/** The lines in the order that is predicted. @param {Page} page */
async function predicted(page) {
  await settled(page);
  return page.locator(".order li .line").allInnerTexts();
}
