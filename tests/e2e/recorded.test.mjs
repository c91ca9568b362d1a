// What an author has kept of a run: `src` is played, `poster` is read until there is a run, and `at` says where a run opens.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

import { openHtml } from "./browser.mjs";
import { fake } from "./fakes.mjs";
import { finished, playground, ready, runToTheEnd, settled } from "./lesson.mjs";
import { pageTest } from "./page.mjs";

/** @typedef {import("playwright-core").Page} Page */

const SAME = { onlyIn: { chromium: "what is read of a file, and said of it, is the same in both" } };

const text = await readFile(new URL("../../www/test/fixtures/gather.json", import.meta.url), "utf8");
const gather = JSON.parse(text);

/** @param {Page} page @param {string} attributes @param {string} [inside] */
const openElement = (page, attributes, inside = "What stands here.") => openHtml(page, `<script type="module" src="/embed/async-playground.js"></script>
  <async-playground ${attributes}>${inside}</async-playground>`);

/** Puts a file beside the page of the test. @param {Page} page @param {string} path @param {string} body @param {string} [contentType] */
const put = (page, path, body, contentType = "application/json") => page.route(`**${path}`, (route) => route.fulfill({ body, contentType, headers: { "Cross-Origin-Resource-Policy": "cross-origin" } }));

/** Keeps what the element tells. @param {Page} page */
async function listen(page) {
  await page.addInitScript(() => {
    globalThis.errors = [];
    globalThis.runs = 0;
    addEventListener("playground-error", ({ detail }) => errors.push(detail.message));
    addEventListener("playground-finish", () => (runs += 1));
  });
}

/** Where the reader stands in the run. @param {Page} page */
const cursor = (page) => page.getByRole("slider", { name: "Event" }).inputValue().then(Number);

for (const scenario of ["", 'scenario="gather"']) {
  pageTest(`a recorded run is played, and nothing runs before Run is pressed: ${scenario || "it says its lesson"}`, async ({ page }) => {
    await listen(page);
    await put(page, "/docs/run.json", text);
    await openElement(page, `${scenario} src="docs/run.json"`);
    const record = await finished(page);
    assert.deepEqual(record.events, gather.events);
    await ready(page);
    await page.getByRole("heading", { name: "Three waits, at once" }).waitFor();
    assert.equal(await cursor(page), gather.events.length);
    assert.deepEqual(await page.evaluate(() => [runs, errors]), [0, []]);
    await playground(page).evaluate((element) => element.setAttribute("speed", "20"));
    const ran = await runToTheEnd(page);
    assert.deepEqual([ran.speed, ran.outcome, await page.evaluate(() => runs)], [20, "completed", 1]);
  });
}

pageTest("a recorded run of a program of one's own brings it along", async ({ page }) => {
  await fake(page);
  await listen(page);
  await openElement(page, "", '<pre>fn main() {\n    println!("kept");\n}</pre>');
  await ready(page);
  const record = await runToTheEnd(page);
  await put(page, "/run.json", JSON.stringify(record));
  await openElement(page, 'src="/run.json" view="compact"', "<pre>What it printed: kept</pre>");
  assert.deepEqual((await finished(page)).log.map(({ text }) => text), ["kept"]);
  await ready(page);
  assert.equal(await playground(page).evaluate((element) => element.source), record.source);
  assert.deepEqual(await page.evaluate(() => [runs, errors]), [0, []]);
  assert.deepEqual((await runToTheEnd(page)).log.map(({ text }) => text), ["kept"]);
}, SAME);

const WRONG = {
  "is not there": [undefined, "the run at /run.json could not be fetched: the server answered 404"],
  "is no JSON": ["no JSON", "the run at /run.json is no JSON"],
  "is of another version": [JSON.stringify({ ...gather, version: 2 }), "the run at /run.json cannot be shown: version is 2; it must be 1: this page reads no other version"],
  "is no record": ["{}", "the run at /run.json cannot be shown: this is no record of a run: it has no version"],
  "is one of another lesson": [JSON.stringify({ ...gather, scenario: "sequential" }), 'the run at /run.json cannot be shown: this run is one of "sequential": here only one of "gather" can be shown'],
  "is a page": ["<!doctype html>", 'the run at /run.json is something else: the server answered with "text/html"', "text/html"],
};

for (const [what, [body, says, type]] of Object.entries(WRONG)) {
  pageTest(`a recorded run that ${what} is named, and the lesson can be used`, async ({ page }) => {
    await listen(page);
    if (body !== undefined) await put(page, "/run.json", body, type);
    await openElement(page, 'scenario="gather" src="/run.json" speed="20"');
    await page.getByRole("alert").getByText(says, { exact: true }).waitFor();
    assert.deepEqual(await page.evaluate(() => errors), [says]);
    await ready(page);
    assert.equal((await runToTheEnd(page)).outcome, "completed");
    assert.equal(await page.getByRole("alert").innerText(), "");
  }, { ...SAME, allowed: [/Failed to load resource.*404/] });
}

pageTest("where a recorded run is all there is, and cannot be had, what stands inside is read", async ({ page }) => {
  await openElement(page, 'src="/run.json"');
  await page.getByRole("alert").getByText("the run at /run.json could not be fetched: the server answered 404", { exact: true }).waitFor();
  assert.equal(await page.getByRole("alert").locator("p").count(), 1);
  assert.ok(await page.getByText("What stands here.").isVisible());
}, { ...SAME, allowed: [/Failed to load resource.*404/] });

/** Puts a run beside the page of the test that is on its way until `send` is called. @param {Page} page */
async function hold(page) {
  /** @type {() => void} */
  let send;
  const sent = new Promise((resolve) => (send = resolve));
  await page.route("**/run.json", async (route) => {
    await sent;
    await route.fulfill({ body: text, contentType: "application/json" });
  });
  return send;
}

pageTest("who presses Run while a recorded run is on its way has her own", async ({ page }) => {
  const send = await hold(page);
  await openElement(page, 'scenario="gather" src="/run.json" speed="20" predict="none"');
  await ready(page);
  const ran = await runToTheEnd(page);
  // What comes is checked in a thread of its own, which then ends.
  const checks = page.waitForEvent("worker");
  send();
  await (await checks).waitForEvent("close");
  await settled(page);
  assert.equal(ran.speed, 20);
  assert.deepEqual(await finished(page), ran);
}, SAME);

pageTest("nothing runs by itself while a recorded run is on its way", async ({ page }) => {
  const send = await hold(page);
  await openElement(page, 'scenario="gather" src="/run.json" speed="20" autorun');
  await ready(page);
  send();
  assert.deepEqual((await finished(page)).events, gather.events);
}, SAME);

pageTest("a stored transcript stands in the place for the run until there is one", async ({ page }) => {
  const transcript = "gather completed in 3.000 s.\n\tA starts, and waits for <b>2 s</b>.";
  await listen(page);
  await put(page, "/run.txt", `${transcript}\n`, "text/plain");
  await openElement(page, 'scenario="gather" poster="/run.txt" speed="20"');
  const poster = page.getByLabel("A recorded run");
  await poster.waitFor();
  assert.equal(await poster.textContent(), transcript);
  assert.equal((await runToTheEnd(page)).outcome, "completed");
  await poster.waitFor({ state: "detached" });
  assert.deepEqual(await page.evaluate(() => errors), []);
}, SAME);

pageTest("a transcript does not give away what has to be predicted, and one that is not there is named", async ({ page }) => {
  await listen(page);
  await put(page, "/run.txt", "A starting", "text/plain");
  await openElement(page, 'scenario="gather" poster="/run.txt" predict="required"');
  await page.locator(".predict").waitFor();
  assert.equal(await page.getByLabel("A recorded run").count(), 0);
  await playground(page).evaluate((element) => element.setAttribute("poster", "/gone.txt"));
  const says = "the poster at /gone.txt could not be fetched: the server answered 404";
  await page.getByRole("alert").getByText(says, { exact: true }).waitFor();
  assert.deepEqual(await page.evaluate(() => errors), [says]);
}, { ...SAME, allowed: [/Failed to load resource.*404/] });

pageTest("a run opens where the page says, be it recorded or made; where that is not in it is said", async ({ page }) => {
  await listen(page);
  await put(page, "/run.json", text);
  await openElement(page, 'scenario="gather" src="/run.json" at="7"');
  await finished(page);
  await ready(page);
  assert.equal(await cursor(page), 7);
  await playground(page).evaluate((element) => Object.assign(element, { at: "0", speed: "20" }));
  await runToTheEnd(page);
  await settled(page);
  assert.equal(await cursor(page), 0);
  await playground(page).evaluate((element) => (element.at = "5000"));
  const { events } = await runToTheEnd(page);
  const says = `attribute "at" is "5000": this run has ${events.length} events, allowed is a number from 0 to ${events.length}`;
  await page.getByRole("alert").getByText(says, { exact: true }).waitFor();
  assert.equal(await cursor(page), events.length);
  assert.deepEqual(await page.evaluate(() => errors), [says]);
}, SAME);
