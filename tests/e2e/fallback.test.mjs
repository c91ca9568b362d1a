// What cannot be loaded is said, the page can be used without it, and it is tried again.

import assert from "node:assert/strict";

import { finished, open, playground, runToTheEnd } from "./lesson.mjs";
import { pageTest } from "./page.mjs";

/** @typedef {import("playwright-core").Page} Page */

const MISSING = (/** @type {import("playwright-core").Route} */ route) => route.fulfill({ status: 404, contentType: "text/javascript", body: "" });
const allowed = [/console: Failed to load resource.*404/];

pageTest("lessons that cannot run are read one after the other, and the course stands once, before and after", async ({ page }) => {
  await page.route("**/*.wasm", MISSING);
  await page.goto("/#/gather");
  await page.getByText("async fn do_task").waitFor();
  const titles = await course(page);
  assert.ok(titles.length > 20);

  await page.getByRole("link", { name: "A value comes back" }).click();
  await page.waitForURL(/#\/return-values$/);
  await page.getByRole("heading", { name: "A value comes back" }).waitFor();
  assert.equal(await page.getByText("async fn do_task").count(), 0);
  assert.deepEqual(await page.locator("[aria-current=page]").allInnerTexts(), ["A value comes back"]);
  assert.match(await page.title(), /^A value comes back/);
  await page.goBack();
  await page.getByText("async fn do_task").waitFor();
  assert.deepEqual(await course(page), titles);

  await page.unroute("**/*.wasm");
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByRole("button", { name: /^Run/ }).waitFor();
  assert.deepEqual(await course(page), titles);
  assert.equal(await page.locator("article").count(), 0);
  await page.getByRole("link", { name: "A value comes back" }).click();
  await page.getByRole("heading", { name: "A value comes back" }).waitFor();
  assert.deepEqual(await course(page), titles);
}, { allowed });

pageTest("lessons that can neither run nor be read are named, and read when they come", async ({ page }) => {
  await page.route("**/*.wasm", MISSING);
  await page.route("**/lessons.html", MISSING);
  await page.goto("/#/gather");
  await page.getByText("lessons.html could not be fetched: the server answered 404").waitFor();
  await page.unroute("**/lessons.html");
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByText("async fn do_task").waitFor();
}, { allowed });

/** The parts of the page that come later: what is missing without them, and is there with them. */
const PARTS = {
  instruments: (/** @type {Page} */ page) => page.locator(".timeline"),
  grammars: (/** @type {Page} */ page) => page.locator(".source .t-keyword").first(),
};

/** HTML keeps a module that could not be had: elsewhere only a reload asks again (`fetch a single module script`, step 6). */
const again = { allowed, onlyIn: { chromium: "it asks again for a module that could not be had" } };

for (const [part, shown] of Object.entries(PARTS)) {
  pageTest(`without ${part}.js a run is a run, and the page names the file`, async ({ page }) => {
    await page.route(`**/${part}-*.js`, MISSING);
    await page.goto("/#/gather?speed=20");
    await page.getByRole("alert").filter({ hasText: `/${part}-` }).waitFor();
    assert.equal((await runToTheEnd(page)).outcome, "completed");
    assert.equal(await shown(page).count(), 0);
  }, { allowed });

  pageTest(`the run after one without ${part}.js has it`, async ({ page }) => {
    await page.route(`**/${part}-*.js`, MISSING);
    await page.goto("/#/gather?speed=20");
    const alert = page.getByRole("alert").filter({ hasText: `/${part}-` });
    await alert.waitFor();
    assert.equal((await runToTheEnd(page)).outcome, "completed");
    // The run has tried, too.
    await alert.waitFor();
    assert.equal(await shown(page).count(), 0);
    await page.unroute(`**/${part}-*.js`);
    await page.getByRole("button", { name: /^Run/ }).click();
    await shown(page).waitFor();
    await finished(page);
    assert.equal(await alert.count(), 0);
  }, again);
}

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

/** The titles of the course, as it stands at the side. @param {Page} page */
function course(page) {
  return page.getByRole("navigation").getByRole("link").allInnerTexts();
}
