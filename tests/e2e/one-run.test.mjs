// Run, Stop, another lesson, a followed link, removal and moving, in any order: one run at most, and what is shown is what is wanted.

import assert from "node:assert/strict";

import { openHtml } from "./browser.mjs";
import { finished, open, playground, ready, runToTheEnd, settled, show } from "./lesson.mjs";
import { pageTest } from "./page.mjs";

/** @typedef {import("playwright-core").Page} Page */

const ELEMENT = '<script type="module" src="/embed/async-playground.js"></script><async-playground scenario="gather" speed="20"></async-playground>';

/** Counts the runs that the page begins and ends. @param {Page} page */
async function count(page) {
  await page.addInitScript(() => {
    globalThis.told = [];
    for (const type of ["playground-ready", "playground-finish", "playground-error"]) {
      addEventListener(type, ({ detail }) => told.push(`${type.slice(11)} ${detail?.scenario ?? detail?.message ?? ""}`.trim()));
    }
  });
}

pageTest("ten calls of run() while it loads are one run, and all of them are answered", async ({ page }) => {
  await count(page);
  await openHtml(page, ELEMENT);
  const records = await playground(page).evaluate((element) => Promise.all(Array.from({ length: 10 }, () => element.run())));
  assert.deepEqual(records.map(({ outcome }) => outcome), Array(10).fill("completed"));
  assert.deepEqual(await page.evaluate(() => told), ["ready", "finish gather"]);
  // What draws the run may come after it.
  await page.getByRole("region", { name: "Log" }).waitFor();
  assert.equal(await loggedLines(page), records[0].log.length);
});

pageTest("calls of run() during runs: each is answered, and one is alive at a time", async ({ page }) => {
  await open(page, "sequential?speed=4");
  const alive = await playground(page).evaluate(async (element) => {
    const runs = [];
    let most = 0;
    for (let call = 0; call < 5; call++) {
      const before = element.record;
      runs.push(element.run());
      // Until it has printed, so that it has begun.
      while (element.record || !element.shadowRoot.querySelector(".log li") || before === element.record && before) await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
      most = Math.max(most, element.shadowRoot.querySelectorAll(".log li").length);
    }
    const records = await Promise.all(runs);
    return { outcomes: records.map(({ outcome }) => outcome), most };
  });
  assert.deepEqual(alive.outcomes, ["stopped", "stopped", "stopped", "stopped", "completed"]);
});

pageTest("a run is stopped from its first moment, while it loads: it never begins", async ({ page }) => {
  await count(page);
  /** @type {() => void} */
  let deliver = () => {};
  const delivered = new Promise((resolve) => (deliver = () => resolve(undefined)));
  const asked = new Promise((resolve) => {
    page.route("**/*.wasm", async (route) => {
      resolve(undefined);
      await delivered;
      await route.continue();
    });
  });
  await openHtml(page, ELEMENT);
  await asked;
  const answer = await playground(page).evaluate(async (element) => {
    const run = element.run().then(() => "ran", ({ name }) => name);
    element.stop();
    return run;
  });
  assert.equal(answer, "AbortError");
  deliver();
  await ready(page);
  await settled(page);
  assert.equal(await page.getByRole("region", { name: "Prediction" }).count(), 1);
  assert.deepEqual(await page.evaluate(() => told), ["ready"]);
  assert.equal((await runToTheEnd(page)).outcome, "completed");
});

pageTest("a lesson that changes in mid-run takes its run along: nothing of it is shown or told", async ({ page }) => {
  await count(page);
  await open(page, "sequential?speed=0.25");
  const outcome = page.evaluate(() => document.querySelector("async-playground").run().then(({ outcome }) => outcome));
  await page.getByRole("region", { name: "Log" }).getByText("A starting").waitFor();
  await show(page, "gather");
  await page.getByRole("heading", { name: "Three waits, at once" }).waitFor();
  assert.equal(await outcome, "stopped");
  await settled(page);
  assert.equal(await playground(page).evaluate((element) => element.record), undefined);
  assert.equal(await loggedLines(page), 0);
  assert.equal(await page.locator(".heartbeat").count(), 0);
  assert.deepEqual((await page.evaluate(() => told)).filter((told) => !told.startsWith("ready")), []);
  assert.ok(await page.getByRole("button", { name: "Stop" }).isDisabled());
});

pageTest("a lesson and its run asked for at once: it is that lesson's run", async ({ page }) => {
  await open(page, "sequential");
  const scenario = await playground(page).evaluate(async (element) => {
    Object.assign(element, { scenario: "gather", params: "a=0.1", speed: "20" });
    const { scenario, params } = await element.run();
    return `${scenario} ${params.a}`;
  });
  assert.equal(scenario, "gather 0.1");
  assert.equal((await finished(page)).scenario, "gather");
});

pageTest("of two links that are followed one after the other, the second one counts", async ({ page }) => {
  await open(page, "gather?speed=20");
  const record = await runToTheEnd(page);
  await playground(page).locator(".share summary").click();
  const link = await page.getByRole("textbox", { name: /^Link to this run/ }).inputValue();
  await page.reload();
  await ready(page);
  await page.evaluate(async (shared) => {
    location.hash = shared;
    await new Promise((resolve) => addEventListener("hashchange", resolve, { once: true }));
    location.hash = "";
    await new Promise((resolve) => addEventListener("hashchange", resolve, { once: true }));
    // Until the first one could have been shown.
    const { simulate } = await import("/embed/async-playground.js");
    await simulate("gather");
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  }, new URL(link).hash);
  assert.equal(await playground(page).evaluate(({ record }) => record), undefined);
  // And it is shown when it is the last.
  await page.evaluate((shared) => (location.hash = shared), new URL(link).hash);
  assert.deepEqual(await finished(page), record);
});

pageTest("an element that is removed in mid-run stops, and can run when it is back", async ({ page }) => {
  await openHtml(page, ELEMENT);
  await ready(page);
  const outcomes = await playground(page).evaluate(async (element) => {
    element.speed = "1";
    const first = element.run();
    while (!element.shadowRoot.querySelector(".log li")) await new Promise(requestAnimationFrame);
    element.remove();
    const { outcome } = await first;
    document.body.append(element);
    element.speed = "20";
    return [outcome, (await element.run()).outcome];
  });
  assert.deepEqual(outcomes, ["stopped", "completed"]);
});

pageTest("an element that is moved in mid-run goes on, and its timeline follows the width of the new place", async ({ page }) => {
  await openHtml(page, `${ELEMENT}<div id="narrow"></div>`);
  await ready(page);
  const { outcome, widths } = await playground(page).evaluate(async (element) => {
    const narrow = document.querySelector("#narrow");
    narrow.style.width = "500px";
    element.speed = "4";
    const run = element.run();
    while (!element.shadowRoot.querySelector(".log li")) await new Promise(requestAnimationFrame);
    narrow.append(element);
    const { outcome } = await run;
    const width = async () => {
      for (let frame = 0; frame < 6; frame++) await new Promise(requestAnimationFrame);
      const frame = element.shadowRoot.querySelector(".frame");
      return [frame.clientWidth, Number(element.shadowRoot.querySelector(".lanes").getAttribute("width"))];
    };
    const widths = [await width()];
    narrow.style.width = "400px";
    widths.push(await width());
    return { outcome, widths };
  });
  assert.equal(outcome, "completed");
  for (const [frame, drawn] of widths) assert.equal(drawn, frame);
  assert.ok(widths[1][0] < widths[0][0]);
});

pageTest("ready is told once of each lesson that can run, and not of others", async ({ page }) => {
  await count(page);
  await page.route("**/*.wasm", (route) => route.fulfill({ status: 404, body: "" }));
  await openHtml(page, ELEMENT.replace("gather", "nope"));
  await page.getByRole("button", { name: "Try again" }).waitFor();
  await page.unroute("**/*.wasm");
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByRole("alert").filter({ hasText: 'there is no scenario "nope"' }).waitFor();
  const readies = async () => (await page.evaluate(() => told)).filter((told) => told === "ready").length;
  assert.equal(await readies(), 0);
  await playground(page).evaluate((element) => Object.assign(element, { scenario: "gather", params: "a=99" }));
  await page.getByRole("alert").filter({ hasText: '"a" is "99"' }).waitFor();
  assert.equal(await readies(), 0);
  await playground(page).evaluate((element) => (element.params = "a=1"));
  await page.waitForFunction(() => told.includes("ready"));
  const a = page.locator(".controls input[name=a]");
  await a.fill("2");
  await a.blur();
  await runToTheEnd(page);
  assert.equal(await readies(), 1);
  await show(page, "hello");
  assert.equal(await readies(), 2);
}, { allowed: [/console: Failed to load resource.*404/] });

pageTest("autorun runs once, when it is ready; without it nothing runs by itself", async ({ page }) => {
  await count(page);
  await openHtml(page, ELEMENT.replace("speed", "autorun speed"));
  await finished(page);
  await settled(page);
  assert.deepEqual(await page.evaluate(() => told), ["ready", "finish gather"]);
  await openHtml(page, ELEMENT);
  await ready(page);
  await settled(page);
  assert.deepEqual(await page.evaluate(() => told), ["ready"]);
  assert.ok(await page.getByRole("button", { name: "Stop" }).isDisabled());
});

/** @param {Page} page */
function loggedLines(page) {
  return page.getByRole("region", { name: "Log" }).locator("li .text").count();
}
