// What cannot be loaded is said, the page can be used without it, and it is tried again.

import assert from "node:assert/strict";

import { PROGRAM, openDocs } from "./docs-page.mjs";
import { finished, open, playground, ready, runToTheEnd } from "./lesson.mjs";
import { pageTest } from "./page.mjs";

/** @typedef {import("playwright-core").Page} Page */

const MISSING = (/** @type {import("playwright-core").Route} */ route) => route.fulfill({ status: 404, contentType: "text/javascript", body: "" });
const allowed = [/console: Failed to load resource.*404/];

/** HTML keeps a module that could not be had: elsewhere only a reload asks again (`fetch a single module script`, step 6). */
const again = { allowed, onlyIn: { chromium: "it asks again for a module that could not be had" } };

pageTest("a lesson that cannot run is read, others can be gone to, and it runs when it can", async ({ page }) => {
  await page.route("**/*.wasm", MISSING);
  await page.goto("/gather/");
  await page.getByRole("button", { name: "Try again" }).waitFor();
  await page.getByLabel("Rust program").getByText("async fn work").waitFor();
  await page.getByText("Here it can be read, and not run").waitFor();
  await page.getByRole("link", { name: /^Next: / }).click();
  await page.waitForURL((url) => url.pathname !== "/gather/");
  await page.getByRole("button", { name: "Try again" }).waitFor();
  await page.getByLabel("Rust program").getByText("async fn main").waitFor();

  await page.unroute("**/*.wasm");
  await page.getByRole("button", { name: "Try again" }).click();
  await ready(page);
  assert.equal(await page.getByText("Here it can be read").count(), 0);
  assert.equal((await runToTheEnd(page)).outcome, "completed");
}, { allowed });

pageTest("nothing is drawn before its styles are there, and they come when they can", async ({ page }) => {
  await page.route("**/sheet-*.js", MISSING);
  await page.goto("/embed/embed.html#/gather");
  await page.getByRole("alert").filter({ hasText: "/sheet-" }).waitFor();
  assert.equal(await page.getByLabel("Rust program").count(), 0);
  await page.unroute("**/sheet-*.js");
  await page.getByRole("button", { name: "Try again" }).click();
  await styled(page);
}, again);

pageTest("a lesson's page has the styles once, and elsewhere than from its own file where that does not come", async ({ page }) => {
  /** @type {string[]} */
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await open(page, "gather");
  await styled(page);
  assert.deepEqual(asked.filter((url) => url.includes("/sheet-")), []);
  await page.route("**/still-*.css", (route) => route.fulfill({ status: 404, contentType: "text/css", body: "" }));
  await open(page, "gather");
  await styled(page);
}, again);

/** @param {Page} page */
async function styled(page) {
  const button = page.getByRole("button", { name: /^Run/ });
  await button.waitFor();
  assert.equal(await button.evaluate((button) => getComputedStyle(button).borderRadius), "8px");
}

const INSTRUMENTS = "**/instruments-*.js";

pageTest("without what shows a run, a run is a run, and the page names the file", async ({ page }) => {
  await page.route(INSTRUMENTS, MISSING);
  await page.goto("/gather/?speed=20");
  await page.getByRole("alert").filter({ hasText: "/instruments-" }).waitFor();
  assert.equal((await runToTheEnd(page)).outcome, "completed");
  assert.equal(await page.locator(".timeline").count(), 0);
}, { allowed });

pageTest("the run after one without what shows a run has it", async ({ page }) => {
  await page.route(INSTRUMENTS, MISSING);
  await page.goto("/gather/?speed=20");
  const alert = page.getByRole("alert").filter({ hasText: "/instruments-" });
  await alert.waitFor();
  assert.equal((await runToTheEnd(page)).outcome, "completed");
  // The run has tried, too.
  await alert.waitFor();
  await page.unroute(INSTRUMENTS);
  await page.getByRole("button", { name: /^Run/ }).click();
  await page.locator(".timeline").waitFor();
  await finished(page);
  assert.equal(await alert.count(), 0);
}, again);

pageTest("what could not be loaded is not asked for by each drawing that says so: the page can be used", async ({ page }) => {
  /** @type {string[]} */
  const asked = [];
  page.on("request", (request) => asked.push(...request.url().match(/(instruments|editor)-\w+\.js$/)?.slice(1) ?? []));
  await page.route(INSTRUMENTS, MISSING);
  await page.route("**/editor-*.js", MISSING);
  await openDocs(page, `<async-playground view="small"><pre>${PROGRAM}</pre></async-playground>`);
  await page.getByRole("alert").filter({ hasText: "/instruments-" }).waitFor();
  // What was typed is seen in an editor, which does not come.
  await playground(page).evaluate((element) => void (element.source = element.source.replace("100", "200")));
  await page.getByRole("alert").filter({ hasText: "/editor-" }).waitFor();
  await playground(page).evaluate(async (element) => {
    for (let time = 0; time < 3; time += 1) {
      element.requestUpdate();
      await element.updateComplete;
    }
  });
  assert.deepEqual(asked.sort(), ["editor", "instruments"]);
}, { allowed });

pageTest("a page can be left while it loads: what is refused then is not asked for again and again", async ({ page }) => {
  for (let time = 0; time < 8; time += 1) {
    await openDocs(page, `<async-playground view="small"><pre>${PROGRAM}</pre></async-playground>`);
    await page.waitForFunction(() => document.querySelector("async-playground")?._parts?.course);
  }
  await openDocs(page, "<p>Another page.</p>");
});

pageTest("a run does not fail for want of what marks it in the browser's tools, or of a way to take it along", async ({ page }) => {
  await page.route("**/performance-*.js", MISSING);
  await page.route("**/csv-*.js", MISSING);
  await open(page, "gather?speed=20");
  assert.equal(await playground(page).evaluate((element) => element.run().then(({ outcome }) => outcome)), "completed");
  await page.getByRole("alert").filter({ hasText: "/performance-" }).waitFor();
  await page.getByText("Share", { exact: true }).click();
  await page.getByRole("button", { name: "Events (CSV)" }).click();
  await page.getByRole("alert").filter({ hasText: "/csv-" }).waitFor();
  await page.unroute("**/csv-*.js");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Events (CSV)" }).click();
  assert.equal((await download).suggestedFilename(), "gather.csv");
}, again);
