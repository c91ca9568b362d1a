// What is typed is what runs: by hand or by key, whatever had the focus, whatever the step of the control.

import assert from "node:assert/strict";

import { openHtml } from "./browser.mjs";
import { finished, open, playground, ready, runToTheEnd, settled, show } from "./lesson.mjs";
import { pageTest } from "./page.mjs";

/** @typedef {import("playwright-core").Page} Page */

pageTest("in a lesson of each kind of parameter, a value that is typed after a run is what runs when Run is clicked by hand", async ({ page }) => {
  await open(page, "hello?speed=20");
  const lessons = await page.evaluate(async () => {
    const { scenarios } = await import("/embed/async-playground.js");
    const kindOf = ({ kind, min, max, step }) => `${kind} ${min} ${max} ${step}`;
    // `press` simulates what is typed.
    const lessons = (await scenarios()).filter(({ params, browser_only }) => params.length > 0 && !browser_only);
    return [...new Map(lessons.map((lesson) => [kindOf(lesson.params[0]), lesson])).values()];
  });
  assert.ok(lessons.length > 3);
  for (const { id, title, params: [{ name, kind, min }] } of lessons) {
    // Little of each: it is typing that counts here.
    await show(page, id, id === "scale" ? "tasks=50" : "");
    await page.getByRole("heading", { name: title, level: 2 }).waitFor();
    await runToTheEnd(page);
    const typed = String(kind === "count" ? min + 1 : min + 0.15);
    const field = page.locator(`.controls input[name=${name}]`);
    await field.click();
    await page.keyboard.press("Control+A");
    await page.keyboard.type(typed);
    await press(page);
    assert.equal((await finished(page)).params[name], Number(typed), id);
  }
});

pageTest("Run stays under the pointer while it is pressed, though the message above it goes", async ({ page }) => {
  await open(page, "gather?speed=20");
  const field = page.locator(".controls input[name=a]");
  await field.fill("99");
  await field.blur();
  await page.getByRole("alert").getByText("allowed is").waitFor();
  await field.fill("0.3");
  await press(page);
  assert.equal((await finished(page)).params.a, 0.3);
  assert.equal(await page.getByRole("alert").innerText(), "");
});

for (const key of ["Control+Enter", "Meta+Enter", "Enter"]) {
  pageTest(`${key} in a field runs what is typed in it, and the address says so`, async ({ page }) => {
    await open(page, "gather?speed=20");
    await page.locator(".controls input[name=a]").fill("0.3");
    await page.keyboard.press(key);
    assert.equal((await finished(page)).params.a, 0.3);
    assert.match(page.url(), /a=0\.3/);
  });
}

pageTest("a value between the steps of a control is allowed", async ({ page }) => {
  await open(page, "gather?speed=20");
  const field = page.locator(".controls input[name=a]");
  await field.fill("0.15");
  assert.equal(await field.evaluate((input) => input.checkValidity()), true);
  await page.getByRole("button", { name: /^Run/ }).click();
  assert.equal((await finished(page)).params.a, 0.15);
});

pageTest("a value that is not allowed is refused by the program, in its words, and the run before stays", async ({ page }) => {
  await open(page, "gather?speed=20");
  const before = await runToTheEnd(page);
  const field = page.locator(".controls input[name=a]");
  await field.fill("99");
  await page.keyboard.press("Control+Enter");
  await page.getByRole("alert").getByText('parameter "a" is "99": allowed is a number from 0.1 to 10 s').waitFor();
  assert.deepEqual(await finished(page), before);
  await field.fill("0.2");
  await page.keyboard.press("Control+Enter");
  await page.waitForFunction(() => document.querySelector("async-playground").record?.params.a === 0.2);
  await settled(page);
  assert.equal(await page.getByRole("alert").innerText(), "");
});

pageTest("Ctrl+Enter runs wherever the focus is on the site", async ({ page }) => {
  await open(page, "hello?speed=20");
  await page.evaluate(() => document.activeElement?.blur());
  await page.keyboard.press("Control+Enter");
  await finished(page);
  await playground(page).evaluate((element) => (element.record = undefined));
  await page.getByRole("link", { name: /^Next: / }).focus();
  await page.keyboard.press("Control+Enter");
  assert.equal((await finished(page)).outcome, "completed");
});

pageTest("on another page, Ctrl+Enter outside of the element is that page's own", async ({ page }) => {
  await openHtml(page, '<script type="module" src="/embed/async-playground.js"></script><async-playground scenario="hello" speed="20"></async-playground><input id="own">');
  await ready(page);
  await page.evaluate(() => {
    globalThis.events = 0;
    addEventListener("playground-finish", () => (events += 1));
    addEventListener("keydown", ({ defaultPrevented }) => (globalThis.claimed = defaultPrevented));
  });
  await page.locator("#own").focus();
  await page.keyboard.press("Control+Enter");
  assert.equal(await page.evaluate(() => claimed), false);
  await page.locator("select[name=speed]").focus();
  await page.keyboard.press("Control+Enter");
  await finished(page);
  assert.equal(await page.evaluate(() => events), 1);
});

/** Presses Run as a hand does: the button is held for some frames. @param {Page} page */
async function press(page) {
  const { x, y, width, height } = await page.getByRole("button", { name: /^Run/ }).boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.evaluate(async () => {
    const { simulate } = await import("/embed/async-playground.js");
    // As long as what the value sets off takes: its simulation, and the frame that shows it.
    const element = document.querySelector("async-playground");
    await simulate(element.scenario, Object.fromEntries(new URLSearchParams(element.params)));
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  });
  await page.mouse.up();
}
