// Nothing is lost on paper, in the reader's own colours and font size, from right to left, and on a phone.

import assert from "node:assert/strict";

import { openHtml } from "./browser.mjs";
import { assertFits } from "./fits.mjs";
import { finished, give, moveTo, open, playground, ready, runToTheEnd, settled } from "./lesson.mjs";
import { longRun } from "./long-run.mjs";
import { pageTest } from "./page.mjs";

/** @typedef {import("playwright-core").Page} Page */

/** In the page: how much of the log and of the tables is there, and whether any of it is cut off. */
function onPaper() {
  const root = document.querySelector("async-playground").shadowRoot;
  const isWhole = (element) => element.scrollHeight <= element.clientHeight + 1 || getComputedStyle(element).overflowY === "visible";
  return {
    lines: root.querySelectorAll(".log li:not(.more)").length,
    more: root.querySelectorAll(".log .more").length,
    tables: [...root.querySelectorAll("table")]
      .map((table) => [table.caption.innerText, table.tBodies[0].rows.length])
      // It is there if a simulation is.
      .filter(([caption]) => caption !== "Where the time went"),
    told: root.querySelectorAll(".told li").length > 0,
    seen: [...root.querySelectorAll(".log li, .told li, tbody tr")].every((row) => row.checkVisibility({ visibilityProperty: true })),
    whole: [...root.querySelectorAll(".log ol, .table, .timeline .frame, .panel, .source pre, .bench")].every(isWhole),
  };
}

pageTest("paper has the whole log and all tables, and the screen is afterwards as it was", async ({ page }) => {
  await open(page, "hello");
  const record = longRun(2400);
  assert.ok(record.log.length > 150);
  await give(page, record);
  await finished(page);
  const before = await page.evaluate(onPaper);
  assert.deepEqual(before.tables, []);

  const late = record.events.filter(({ kind }) => kind === "fire").length;
  const expected = {
    lines: record.log.length,
    more: 0,
    tables: [
      ["State, polls and line at the cursor, times of the whole run", 30],
      ["The 20 that were latest", 20],
      [`How late ${late} timers were`, 4],
      [`The first 500 of ${record.events.length.toLocaleString("en")} events`, 500],
    ],
    told: true,
    seen: true,
    whole: true,
  };
  await page.emulateMedia({ media: "print" });
  await page.waitForFunction((lines) => document.querySelector("async-playground").shadowRoot.querySelectorAll(".log li").length === lines, record.log.length);
  assert.deepEqual(await page.evaluate(onPaper), expected);
  await page.emulateMedia({ media: "screen" });
  await page.waitForFunction((lines) => document.querySelector("async-playground").shadowRoot.querySelectorAll(".log li:not(.more)").length === lines, before.lines);
  assert.deepEqual(await page.evaluate(onPaper), before);

  // A printer does not wait: all is there as soon as the browser has said that it prints.
  await page.evaluate(() => {
    const count = (selector) => document.querySelector("async-playground").shadowRoot.querySelectorAll(selector).length;
    addEventListener("beforeprint", () => (globalThis.printed = [count(".log li"), count(".told + .table tbody tr"), count(".clock table") > 1]));
  });
  await page.pdf();
  assert.deepEqual(await page.evaluate(() => globalThis.printed), [record.log.length, 500, true]);
}, { context: { viewport: { width: 718, height: 1000 } } });

pageTest("what rustc says scrolls in its own box", async ({ page }) => {
  await open(page, "nested-run?speed=20");
  await playground(page).getByText("Read more").click();
  await assertFits(page);
  const words = playground(page).locator(".more pre");
  assert.ok(await words.evaluate((pre) => pre.scrollWidth > pre.clientWidth));
}, { context: { viewport: { width: 360, height: 740 } } });

pageTest("in forced colours states are told apart by their patterns, and the marks of the cursor by a line", async ({ page }) => {
  await open(page, "event-loop?speed=20");
  const record = await runToTheEnd(page);
  // C is at the cursor, in the loop, in the log and in the source.
  await moveTo(page, record.log[2].n + 1);
  const { patterns, marks, button } = await playground(page).evaluate((element) => {
    const of = (selector) => element.shadowRoot.querySelector(selector);
    const style = (selector) => getComputedStyle(of(selector));
    return {
      patterns: ["busy", "scheduled", "idle"].map((state) => {
        const { strokeDasharray, strokeOpacity, strokeWidth } = style(`.lanes .${state}`);
        return [strokeDasharray, strokeOpacity, strokeWidth].join(" ");
      }),
      marks: [".chip.now", ".log .at button", ".source .line.at"].map((selector) => style(selector).outlineStyle),
      button: [style("button.primary").color, style("button.primary").backgroundColor],
    };
  });
  assert.equal(new Set(patterns).size, patterns.length, patterns.join(", "));
  assert.deepEqual(marks, ["solid", "solid", "solid"]);
  assert.notEqual(button[0], button[1]);
}, { context: { forcedColors: "active" } });

for (const where of ["page", "element"]) {
  pageTest(`with dir="rtl" on the ${where} its English, its programs and its timeline go from left to right, and nothing is lost`, async ({ page }) => {
    const own = where === "element" ? 'dir="rtl"' : "";
    await openHtml(page, `<script type="module" src="/embed/async-playground.js"></script>
      <async-playground scenario="gather" speed="20" ${own}></async-playground>
      <async-playground scenario="none" ${own}><p>مرحبا</p></async-playground>`);
    if (where === "page") await page.evaluate(() => (document.documentElement.dir = "rtl"));
    await ready(page);
    await runToTheEnd(page);
    const directions = await playground(page).first().evaluate((element) =>
      [...element.shadowRoot.querySelectorAll("p, pre, li, svg, table")].map((part) => getComputedStyle(part).direction));
    assert.deepEqual([...new Set(directions)], ["ltr"]);
    await assertFits(page);
    // What the page has put into an element is the page's.
    assert.equal(await page.getByText("مرحبا").evaluate((p) => getComputedStyle(p).direction), "rtl");
  }, { context: { viewport: { width: 360, height: 740 } } });
}

pageTest("a reader's larger font makes all of the page larger, cuts nothing off, and pointers still hit", async ({ page }) => {
  const heights = () =>
    page.evaluate(() => {
      const { shadowRoot } = document.querySelector("async-playground");
      const lines = [shadowRoot.querySelector("button.primary"), shadowRoot.querySelector(".source .tabs button"), document.querySelector("h1 a")];
      return lines.map((line) => line.getBoundingClientRect().height);
    });
  await open(page, "event-loop?speed=20");
  const usual = await heights();

  const chromium = await page.context().newCDPSession(page);
  await chromium.send("Page.setFontSizes", { fontSizes: { standard: 32, fixed: 26 } });
  await page.reload();
  await ready(page);
  const large = await heights();
  for (const [index, height] of large.entries()) assert.ok(Math.abs(height / usual[index] - 2) < 0.05, `${usual[index]} px became ${height} px`);

  const record = await runToTheEnd(page);
  for (const summary of await playground(page).locator("summary").all()) await summary.click();
  await assertFits(page);
  await playground(page).locator(".share summary").click();
  // A poll of the last lane, where it is on the screen.
  const lane = playground(page).locator(".lane").last();
  const task = Number(await lane.getAttribute("data-task"));
  const last = record.events.findLast(({ kind, task: own }) => kind === "poll_start" && own === task);
  await lane.evaluate((lane) => lane.scrollIntoView({ block: "center" }));
  const { right, y } = await lane.locator(".busy").evaluate((path) => path.getBoundingClientRect().toJSON());
  await page.mouse.click(right - 1, y);
  await settled(page);
  assert.equal(await page.getByRole("slider", { name: "Event" }).inputValue(), String(last.n + 1));
}, { onlyIn: { chromium: "its debugger sets the font size" } });

pageTest("a page whose width changes hears of no error", async ({ page }) => {
  await page.addInitScript(() => {
    globalThis.errors = [];
    addEventListener("error", ({ message }) => errors.push(message));
  });
  await open(page, "event-loop?speed=20");
  await runToTheEnd(page);
  for (const width of [1200, 900, 861, 860, 700, 500, 360, 640, 1280]) {
    await page.setViewportSize({ width, height: 700 });
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  }
  assert.deepEqual(await page.evaluate(() => errors), []);
});
