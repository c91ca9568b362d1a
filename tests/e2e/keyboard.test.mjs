// The learner's whole way with the keyboard alone.

import assert from "node:assert/strict";

import { openHtml } from "./browser.mjs";
import { finished, open, playground, ready, settled } from "./lesson.mjs";
import { pageTest } from "./page.mjs";

/** @typedef {import("playwright-core").Page} Page */

/** More controls than any page of ours has. */
const MANY = 200;

pageTest("predict, run, scrub, compare and share by keys alone; the focus is never lost", async ({ page }) => {
  await watchFocus(page);
  await open(page, "gather?speed=4");
  const right = await page.evaluate(async () => {
    const { simulate } = await import("/embed/async-playground.js");
    const { log, elapsed_ms } = await simulate("gather", {}, { speed: 4 });
    return { lines: log.map(({ text }) => text), seconds: elapsed_ms / 1000 };
  });

  // Past the lessons.
  await page.keyboard.press("Tab");
  assert.equal(await focused(page), "a Skip to the lesson");
  await page.keyboard.press("Enter");
  assert.match(await focused(page), /^main /);
  assert.match(page.url(), /\/gather\/\?speed=4$/);

  // Predict: skipped and taken up again, then all lines put into their order, and the total typed.
  await tabTo(page, /^button Skip$/);
  await page.keyboard.press("Enter");
  assert.match(await focused(page), /^button Run/);
  await tabTo(page, /^button Predict$/);
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelector("async-playground").shadowRoot.activeElement?.closest(".questions"));
  await tabTo(page, /^button Move .* up$/);
  for (const [to, line] of right.lines.entries()) {
    const from = (await predicted(page)).indexOf(line);
    for (let row = await focusedRow(page); row !== from; row = await focusedRow(page)) {
      await page.keyboard.press(row < from ? "ArrowDown" : "ArrowUp");
    }
    for (let row = from; row > to; row--) await page.keyboard.press("Alt+ArrowUp");
    assert.equal(await focused(page), `button Move '${line}' up`);
  }
  assert.deepEqual(await predicted(page), right.lines);
  await tabTo(page, /^input How long/);
  await page.keyboard.type(String(right.seconds));

  // Run.
  await page.keyboard.press("Control+Enter");
  const record = await finished(page);
  assert.deepEqual(record.log.map(({ text }) => text), right.lines);
  const judged = page.getByRole("region", { name: "Prediction" }).locator("li b");
  // A run is judged when it has ended.
  await judged.first().waitFor();
  assert.deepEqual(await judged.allInnerTexts(), ["Right.", "Right."]);

  // Scrub: with the range's own keys, and with the page's.
  const { length } = record.events;
  await tabTo(page, /^input Event$/);
  const steps = { ArrowLeft: length - 1, Home: 0, ArrowRight: 1, End: length };
  for (const [key, n] of Object.entries(steps)) {
    await page.keyboard.press(key);
    assert.equal(await cursor(page), n, key);
  }
  await tabTo(page, /^button Next event$/, "Shift+Tab");
  const shortcuts = { Home: 0, ArrowRight: 1, End: length, ArrowLeft: length - 1 };
  for (const [key, n] of Object.entries(shortcuts)) {
    await page.keyboard.press(key);
    assert.equal(await cursor(page), n, key);
  }

  // Compare.
  await page.keyboard.press("c");
  assert.equal(await focused(page), "select compare with");
  await page.keyboard.press("ArrowDown");
  await page.getByRole("region", { name: "Comparison" }).waitFor();
  await page.keyboard.press("Control+Enter");
  await page.getByText(/^(gather took .*, sequential|sequential took .*, gather) .* less\.$/).waitFor();
  const second = await finished(page);

  // Share.
  await tabTo(page, /^summary Share$/);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: /^Copy: Link to this run/ }).waitFor();
  await tabTo(page, /^button Copy: Link to this run/);
  await page.keyboard.press("Enter");
  await page.getByText("The link is copied.").waitFor({ state: "attached" });
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.goto(link);
  await page.reload();
  await ready(page);
  assert.deepEqual((await finished(page)).events, second.events);
  assert.deepEqual(await page.evaluate(() => focusLost), []);
}, { context: { permissions: ["clipboard-read", "clipboard-write"] } });

pageTest("a run is stopped by keys, and the focus stays on what can be used", async ({ page }) => {
  await watchFocus(page);
  await open(page, "sequential?speed=0.25");
  for (const stop of [() => page.keyboard.press("Escape"), () => tabTo(page, /^button Stop$/).then(() => page.keyboard.press("Enter"))]) {
    await tabTo(page, /^button Run/);
    await page.keyboard.press("Enter");
    await page.getByRole("region", { name: "Log" }).getByText("A starting").waitFor();
    await stop();
    assert.equal((await finished(page)).outcome, "stopped");
    assert.match(await focused(page), /^button Run/);
    await page.evaluate(() => (document.querySelector("async-playground").record = undefined));
  }
  assert.deepEqual(await page.evaluate(() => focusLost), []);
});

pageTest("? lists the shortcuts, which can be turned off and on again", async ({ page }) => {
  await open(page, "hello?seconds=0.1");
  await page.evaluate(() => document.querySelector("async-playground").run());
  await tabTo(page, /^button Next event$/);
  const dialog = page.getByRole("dialog", { name: "Keyboard shortcuts" });

  await page.keyboard.press("?");
  await dialog.waitFor();
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  assert.equal(await focused(page), "button Next event");

  await page.keyboard.press("?");
  await tabTo(page, /^input Single keys are shortcuts$/);
  await page.keyboard.press("Space");
  await page.keyboard.press("Escape");
  const end = await cursor(page);
  for (const key of ["ArrowLeft", "Home", "c", "s", "?"]) await page.keyboard.press(key);
  assert.equal(await cursor(page), end);
  assert.equal(await focused(page), "button Next event");
  assert.equal(await dialog.isVisible(), false);

  // Now that ? does nothing, the list still has a way to it, and a reload changes nothing.
  await page.reload();
  await ready(page);
  await tabTo(page, /^button Keyboard shortcuts/);
  await page.keyboard.press("?");
  assert.equal(await dialog.isVisible(), false);
  await page.keyboard.press("Enter");
  await dialog.waitFor();
  await tabTo(page, /^input Single keys are shortcuts$/);
  await page.keyboard.press("Space");
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  await dialog.waitFor();
});

pageTest("keys that the element uses do not reach the page around it", async ({ page }) => {
  await openHtml(
    page,
    `<script type="module" src="/embed/async-playground.js"></script>
     <async-playground scenario="gather" speed="20"></async-playground>`,
  );
  await ready(page);
  await page.evaluate(async () => {
    // As mdBook turns pages.
    globalThis.turned = [];
    document.addEventListener("keydown", ({ key }) => turned.push(key));
    await document.querySelector("async-playground").run();
  });
  const turned = () => page.evaluate(() => turned.splice(0));
  const end = await cursor(page);
  // In the order of the page: behind its end the focus goes to the browser.
  const places = [/^button Rust$/, /^input A/, /^div Timeline: plus and minus/, /^button Next event$/, /^input Event$/];
  for (const place of places) {
    await tabTo(page, place);
    await turned();
    for (const key of ["ArrowLeft", "ArrowRight"]) await page.keyboard.press(key);
    assert.deepEqual(await turned(), [], `in ${place}`);
  }
  assert.equal(await cursor(page), end);

  // What the element has no use for is the page's.
  await tabTo(page, /^button Run/, "Shift+Tab");
  await turned();
  await page.keyboard.press("PageDown");
  assert.deepEqual(await turned(), ["PageDown"]);
  await playground(page).evaluate(({ shadowRoot }) => shadowRoot.activeElement.blur());
  await page.keyboard.press("ArrowRight");
  assert.deepEqual(await turned(), ["ArrowRight"]);
});

/**
 * What has the focus, through open shadow roots: its tag and its name.
 * @param {Page} page
 */
function focused(page) {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    const label = element.ariaLabel ?? element.labels?.[0]?.querySelector("span")?.textContent ?? element.labels?.[0]?.textContent;
    return `${element.localName} ${(label ?? element.textContent).replace(/\s+/g, " ").trim()}`;
  });
}

/**
 * Presses Tab until a control has the focus.
 * @param {Page} page
 * @param {RegExp} what its tag and its name
 */
async function tabTo(page, what, key = "Tab") {
  const passed = [];
  for (let tabs = 0; tabs < MANY; tabs++) {
    const now = await focused(page);
    if (what.test(now)) return;
    passed.push(now);
    await page.keyboard.press(key);
  }
  assert.fail(`${key} does not lead to ${what}, but to ${[...new Set(passed)].join("; ")}`);
}

/** Notes what had the focus before it was lost to the body. @param {Page} page */
async function watchFocus(page) {
  await page.addInitScript(() => {
    globalThis.focusLost = [];
    let last;
    requestAnimationFrame(function look() {
      const element = document.activeElement;
      const inner = element?.shadowRoot?.activeElement;
      if (element === document.body || (element?.shadowRoot && !inner)) {
        if (last) focusLost.push(last);
        last = undefined;
      } else if (element) {
        last = (inner ?? element).outerHTML;
      }
      requestAnimationFrame(look);
    });
  });
}

/** The lines in the order that is predicted. @param {Page} page */
function predicted(page) {
  return page.locator(".order li .line").allInnerTexts();
}

/** In which row of the prediction the focus is. @param {Page} page */
function focusedRow(page) {
  return playground(page).evaluate(({ shadowRoot }) => {
    const row = shadowRoot.activeElement?.closest("li");
    return [...(row?.parentElement.children ?? [])].indexOf(row);
  });
}

/** @param {Page} page */
async function cursor(page) {
  await settled(page);
  return Number(await page.getByRole("slider", { name: "Event" }).inputValue());
}
