// A run while it goes on: it is seen growing, and what happens around it is said.

import assert from "node:assert/strict";

import { assertFits } from "./fits.mjs";
import { finished, open, playground, ready, runToTheEnd } from "./lesson.mjs";
import { pageTest } from "./page.mjs";

/** @typedef {import("playwright-core").Page} Page */

pageTest("the log and the timeline grow while the run goes on", async ({ page }) => {
  await open(page, "event-loop?speed=2");
  await playground(page).evaluate((element) => {
    globalThis.grown = [];
    new MutationObserver(() => {
      const all = (selector) => [...element.shadowRoot.querySelectorAll(selector)];
      grown.push({
        going: element.record === undefined,
        lines: all(".log li").length,
        lanes: all(".lane").length,
        polls: all(".lane .busy").reduce((sum, path) => sum + path.getAttribute("d").split("M").length - 1, 0),
      });
    }).observe(element.shadowRoot, { subtree: true, childList: true, attributes: true });
  });
  const record = await runToTheEnd(page);
  const going = (await page.evaluate(() => grown)).filter(({ going, lines }) => going && lines > 0);
  assert.equal(Math.max(...going.map(({ lanes }) => lanes)), record.tasks.length);
  for (const what of ["lines", "polls"]) {
    const seen = going.map((one) => one[what]);
    assert.deepEqual(seen, [...seen].sort((a, b) => a - b), `${what} only come`);
    // Three walkers take three steps at nine moments, the first of them together.
    assert.ok(new Set(seen).size >= 5, `${what}: ${[...new Set(seen)]}`);
  }
  assert.ok(going[0].lines < record.log.length);
});

pageTest("a parameter changed during a run belongs to the next one, and the page says so", async ({ page }) => {
  await open(page, "sequential?speed=0.25");
  await start(page);
  const b = page.getByRole("spinbutton", { name: "B" });
  await b.fill("5");
  await b.blur();
  await page.getByText("The new value applies to the next run.").waitFor();
  await page.getByRole("button", { name: "Stop" }).click();
  assert.deepEqual((await finished(page)).params, { a: 2, b: 1, c: 3 });
  assert.equal(await b.inputValue(), "5");

  await start(page);
  assert.equal(await page.getByText("The new value applies to the next run.").count(), 0);
  await page.getByRole("button", { name: "Stop" }).click();
  assert.deepEqual((await finished(page)).params, { a: 2, b: 5, c: 3 });
});

pageTest("a run that is stopped keeps what it did until then", async ({ page }) => {
  await open(page, "event-loop?speed=0.25");
  await start(page, "A takes step 1");
  await page.getByRole("button", { name: "Stop" }).click();
  const { outcome, tasks, log } = await finished(page);
  assert.equal(outcome, "stopped");
  assert.deepEqual(tasks.map(({ state }) => state), tasks.map(() => "aborted"));
  assert.equal(await page.locator(".lanes .broken.abort").count(), tasks.length);
  assert.equal(await page.locator(".log li").count(), log.length);
  assert.ok(await page.getByRole("button", { name: /^Run/ }).isEnabled());
});

pageTest("a run in a hidden tab says that its times are not to be trusted", async ({ page }) => {
  await open(page, "event-loop?speed=0.25");
  assert.equal(await doubts(page), 0);
  await start(page, "A takes step 1");
  await hide(page, true);
  await page.getByRole("region", { name: "Log" }).getByText("A takes step 2").waitFor();
  await hide(page, false);
  await page.getByRole("button", { name: "Stop" }).click();
  const { hidden_ms } = await finished(page);
  assert.ok(hidden_ms > 0);
  await page.getByRole("tab", { name: /^Diagnoses/ }).click();
  const said = page.getByText(/The tab was hidden for .* s: .* Do not trust the times of this run\./);
  assert.match(await said.innerText(), new RegExp(`hidden for ${(hidden_ms / 1000).toFixed(3)} s`));
});

pageTest("with reduced motion nothing moves but what happens", async ({ page }) => {
  await open(page, "event-loop?speed=2");
  await playground(page).evaluate((element) => {
    globalThis.moved = { animations: 0, dots: new Set() };
    requestAnimationFrame(function look() {
      moved.animations += document.getAnimations().length + element.shadowRoot.getAnimations().length;
      const dot = element.shadowRoot.querySelector(".heartbeat circle");
      if (dot) moved.dots.add(dot.getAttribute("cx"));
      requestAnimationFrame(look);
    });
  });
  await runToTheEnd(page);
  const { animations, dots } = await page.evaluate(() => ({ animations: moved.animations, dots: [...moved.dots] }));
  assert.equal(animations, 0);
  assert.equal(dots.length, 1, `the dot was at ${dots}`);
}, { context: { reducedMotion: "reduce" } });

/** A phone, and a window of 1280 px zoomed in to 200 %. */
const NARROW = { "320 px": { viewport: { width: 320, height: 640 } }, "200 % zoom": { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 } };

for (const [size, context] of Object.entries(NARROW)) {
  pageTest(`at ${size} nothing runs out of the page, in any state`, async ({ page }) => {
    const fits = (state) => assertFits(page, state);
    await open(page, "gather?speed=20");
    await fits("ready");
    await runToTheEnd(page);
    for (const summary of await playground(page).locator("summary").all()) await summary.click();
    await fits("a finished run, everything open");
    await page.getByRole("tab", { name: "Python" }).click();
    await fits("Python");
    await page.getByRole("button", { name: "Keyboard shortcuts" }).click();
    await fits("shortcuts");
    await page.goto("/sequential/?compare=gather&speed=20");
    await page.reload();
    await ready(page);
    await runToTheEnd(page);
    await page.getByText(/ less\.$/).waitFor();
    await fits("a comparison");
    await open(page, "scale?tasks=1000&speed=20");
    await runToTheEnd(page);
    await fits("very many tasks");
    await page.goto(`/gather/?a=${"9".repeat(200)}`);
    await page.getByRole("alert").getByText("999").waitFor();
    await fits("an error");
    await page.goto("/");
    await fits("the front page");
    await page.goto("/404.html");
    await fits("the page for what is not there");
  }, { context });
}

/**
 * Presses Run, and waits for a line of the log.
 * @param {Page} page
 */
async function start(page, line = "A starting") {
  await page.getByRole("button", { name: /^Run/ }).click();
  await page.getByRole("region", { name: "Log" }).getByText(line).waitFor();
}

/** How often the page doubts the times. @param {Page} page */
function doubts(page) {
  return page.getByText("Do not trust the times of this run.").count();
}

/**
 * Hides the tab, or shows it again, as far as the page can tell.
 * @param {Page} page
 * @param {boolean} hidden
 */
function hide(page, hidden) {
  return page.evaluate((hidden) => {
    Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  }, hidden);
}
