// An element that a host page takes away, puts back or moves, in mid-run.

import assert from "node:assert/strict";

import { openHtml } from "./browser.mjs";
import { playground, ready, runToTheEnd, settled } from "./lesson.mjs";
import { pageTest } from "./page.mjs";

/** @typedef {import("playwright-core").Page} Page */

/** So many frames without a request for another one: nothing moves any more. */
const FRAMES = 5;

/** What a host page may do with the element, how its run may end, and the speed: slow enough not to be over before. */
const WAYS = {
  "taken away": [(element) => element.remove(), ["stopped"], 0.25],
  "taken away and put back": [
    (element) => {
      element.remove();
      document.body.append(element);
    },
    ["completed"],
    4,
  ],
  moved: [(element) => document.querySelector("#there").append(element), ["completed"], 4],
  "moved with its parent": [(element) => document.querySelector("#there").append(element.parentElement), ["completed"], 4],
  "moved as it is": [(element) => (document.body.moveBefore ? document.querySelector("#there").moveBefore(element, null) : undefined), ["completed"], 4],
};

for (const [how, [act, ends, speed]] of Object.entries(WAYS)) {
  pageTest(`an element that is ${how} in mid-run ends its run, and nothing of it goes on`, async ({ page }) => {
    await openHost(page, "sequential", speed);
    await start(page);
    await playground(page).evaluate(act);
    const { outcome, log } = await page.evaluate(() => running);
    assert.ok(ends.includes(outcome), outcome);
    assert.ok(log.length > 0);
    // One more turn of the loop, so that what the end sets off has happened.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
    assert.deepEqual(await page.evaluate(moves, FRAMES), [], "what asks for frames");
  });
}

pageTest("an element that was put back shows what it showed, and runs again", async ({ page }) => {
  await openHost(page, "sequential");
  const before = await runToTheEnd(page);
  await playground(page).evaluate((element) => {
    globalThis.kept = element;
    element.remove();
  });
  await page.evaluate(() => document.querySelector("#there").append(kept));
  await settled(page);
  assert.deepEqual(await playground(page).evaluate((element) => element.record.events), before.events);
  assert.equal(await page.locator(".log li").count(), before.log.length);
  const again = await playground(page).evaluate((element) => element.run());
  assert.equal(again.outcome, "completed");
  assert.deepEqual(again.log.map(({ text }) => text), before.log.map(({ text }) => text));
});

pageTest("an element that was moved is as wide as its new place, and follows its width", async ({ page }) => {
  await openHost(page, "gather");
  await runToTheEnd(page);
  await playground(page).evaluate((element) => document.querySelector("#there").append(element));
  for (const width of ["500px", "700px"]) {
    await page.evaluate((width) => (document.querySelector("#there").style.width = width), width);
    await page.waitForFunction(() => {
      const { shadowRoot } = document.querySelector("async-playground");
      const frame = shadowRoot.querySelector(".frame").getBoundingClientRect().width;
      const drawn = Number(shadowRoot.querySelector(".lanes").getAttribute("width"));
      return Math.abs(frame - drawn) <= 2;
    });
  }
});

pageTest("an element that is taken away before it is ready leaves nothing", async ({ page }) => {
  await openHtml(page, `<script type="module" src="/embed/async-playground.js"></script>`);
  await page.evaluate(async () => {
    await customElements.whenDefined("async-playground");
    const element = document.createElement("async-playground");
    Object.assign(element, { scenario: "sequential", autorun: true });
    globalThis.finishes = 0;
    element.addEventListener("playground-finish", ({ detail }) => (finishes += detail.outcome === "completed"));
    document.body.append(element);
    element.remove();
    const { simulate } = await import("/embed/async-playground.js");
    await simulate("sequential");
  });
  assert.deepEqual(await page.evaluate(moves, FRAMES), []);
  assert.equal(await page.evaluate(() => finishes), 0);
});

/**
 * A page with an element, and another place for it.
 * @param {Page} page
 * @param {string} scenario
 * @param {number} [speed]
 */
async function openHost(page, scenario, speed = 4) {
  await openHtml(
    page,
    `<script type="module" src="/embed/async-playground.js"></script>
     <div><async-playground scenario="${scenario}" speed="${speed}"></async-playground></div>
     <div id="there"></div>`,
  );
  await ready(page);
}

/** Begins a run, and waits for its first line. @param {Page} page */
async function start(page) {
  await playground(page).evaluate((element) => {
    globalThis.running = element.run();
  });
  await page.getByRole("region", { name: "Log" }).getByText("A starting").waitFor();
}

/** In the page: who asks for frames, while nothing runs. */
async function moves(frames) {
  const asked = [];
  const { requestAnimationFrame: request } = window;
  window.requestAnimationFrame = (callback) => {
    asked.push(String(callback));
    return request.call(window, callback);
  };
  // A request that stands already comes back in the first frame.
  for (let frame = 0; frame < frames; frame++) await new Promise((resolve) => request.call(window, resolve));
  window.requestAnimationFrame = request;
  return asked;
}
