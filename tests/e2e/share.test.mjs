// What leaves the page: links that carry a run, and files. And what may come back in a link.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

import traceModel from "@tracerbench/trace-model";

import { intervals } from "../../www/src/record/intervals.js";
import { shortNames } from "../../www/src/record/names.js";
import { RUN_LIMIT, encodeRun } from "../../www/src/record/shared-run.js";
import { finished, give, moveTo, open, playground, ready, runToTheEnd } from "./lesson.mjs";
import { longRun } from "./long-run.mjs";
import { pageTest } from "./page.mjs";

/** @typedef {import("playwright-core").Page} Page */

pageTest("the link to a run shows its record in another browser profile, without running it", async ({ page, origin }) => {
  await open(page, "gather?a=1.5&speed=4");
  const record = await runToTheEnd(page);
  await openPanel(page);
  const link = await page.getByRole("textbox", { name: /^Link to this run/ }).inputValue();
  assert.ok(link.startsWith(`${origin}/gather/#run=`), link);

  const context = await page.context().browser().newContext();
  try {
    const other = await context.newPage();
    await other.addInitScript(() => {
      globalThis.finishes = 0;
      addEventListener("playground-finish", () => (globalThis.finishes += 1));
    });
    await other.goto(link);
    assert.deepEqual(await finished(other), record);
    await ready(other);
    assert.equal(await other.evaluate(() => finishes), 0);
    assert.deepEqual(await logged(other), record.log.map(({ text }) => text));
    await moveTo(other, 1);
    await other.getByText(/^event 1 of /).waitFor();
  } finally {
    await context.close();
  }
});

/** Links that are not as this page makes them, and what it says of each. */
const BAD = {
  "is cut off": [(run) => run.slice(0, -20), /the run in this link is cut off: it has \d+ of \d+ characters/],
  "is too long": [(run) => `${run}${"A".repeat(RUN_LIMIT)}`, /the run in this link has \d+ characters; at most 30000 are allowed/],
  "is of a later version": [(run) => run.replace(/^2\./, "3."), /the run in this link is of version 3; this page reads version 2/],
  "is made by hand": [() => "hello", /the run in this link is not valid/],
  "has events in an impossible order": [
    (run, record) => encodeRun({ ...record, events: swapped(record.events) }),
    /the run in this link is not valid: event \d+: \w+ of task \d+/,
  ],
};

pageTest("a link to a run that is not as this page makes it says so, and shows the scenario without it", async ({ page }) => {
  const record = await simulated(page);
  for (const [how, [spoil, says]] of Object.entries(BAD)) {
    await page.goto(`/gather/?speed=20#run=${spoil(encodeRun(record), record)}`);
    await page.reload();
    await page.getByRole("alert").filter({ hasText: says }).waitFor();
    await page.getByRole("heading", { name: "Three waits, at once" }).waitFor();
    assert.equal(await playground(page).evaluate((element) => element.record), undefined, how);
    assert.equal((await runToTheEnd(page)).outcome, "completed", how);
  }
}, { onlyIn: { chromium: "links are read by plain JavaScript and by the wasm" } });

pageTest("text in a link never becomes markup", async ({ page }) => {
  const markup = `<img src="/x" onerror="document.title = 'broken into'"><script>document.title = 'broken into'</script>`;
  const record = await simulated(page);
  const first = record.log[0];
  first.text = record.events[first.n].text = markup;
  record.tasks[1].name = record.events.find(({ kind, task }) => kind === "spawn" && task === 1).name = markup;
  record.diagnoses = [{ code: markup, message: markup, task: 1, at_ms: 0 }];
  await page.goto(`/gather/#run=${encodeRun(record)}`);
  await page.reload();
  assert.equal((await finished(page)).log[0].text, markup);
  await ready(page);
  assert.equal((await logged(page))[0], markup);
  for (const summary of await playground(page).locator("summary").all()) await summary.click();
  await moveTo(page, first.n + 1);
  assert.equal(await playground(page).evaluate(({ shadowRoot }) => shadowRoot.querySelectorAll("img, script").length), 0);

  const [svg] = await downloads(page, "Picture (SVG)");
  assert.deepEqual((await readSvg(page, svg.toString())).outside, []);
  assert.equal(await page.title(), "Three waits, at once: Async Playground");
});

pageTest("a run that no link can carry says so, and can be taken along as a file", async ({ page }) => {
  await open(page, "hello");
  await give(page, longRun(15_000));
  await openPanel(page);
  await page.getByText(/A link cannot carry this run: this run takes \d+ characters in a link; at most 30000 are allowed/).waitFor();
  assert.equal(await page.getByRole("textbox", { name: /^Link to this run/ }).count(), 0);
  const [json] = await downloads(page, "Record (JSON)");
  assert.equal(JSON.parse(json).events.length, longRun(15_000).events.length);
});

pageTest("a run can be taken along: as its record, as a table, as a trace and as a picture", async ({ page }) => {
  await open(page, "gather?speed=4");
  const record = await runToTheEnd(page);
  await openPanel(page);

  const [json, jsonName] = await downloads(page, "Record (JSON)");
  assert.equal(jsonName, "gather.json");
  assert.deepEqual(JSON.parse(json), record);

  const [csv, csvName] = await downloads(page, "Events (CSV)");
  assert.equal(csvName, "gather.csv");
  const [header, ...rows] = table(csv.toString());
  assert.equal(rows.length, record.events.length);
  for (const [index, row] of rows.entries()) {
    const cells = Object.fromEntries(row.map((cell, column) => [header[column], cell]));
    const { n, at_ms, task, kind, text = "" } = record.events[index];
    assert.deepEqual(
      [cells.n, cells.at_ms, cells.task, cells.name, cells.kind, cells.text],
      [String(n), String(at_ms), String(task), record.tasks[task].name, kind, text],
    );
  }

  const [trace, traceName] = await downloads(page, "Chrome trace, for Perfetto");
  assert.equal(traceName, "gather.trace.json");
  checkTrace(JSON.parse(trace), record);

  const [svg, svgName] = await downloads(page, "Picture (SVG)");
  assert.equal(svgName, "gather.svg");
  const picture = await readSvg(page, svg.toString());
  assert.equal(picture.root, "svg");
  assert.match(picture.title, /^gather ran for /);
  assert.deepEqual(picture.outside, []);

  const [png, pngName] = await downloads(page, "Picture (PNG)");
  assert.equal(pngName, "gather.png");
  const { width, height } = readPng(png);
  assert.deepEqual([width, height], [2 * picture.width, 2 * picture.height]);
});

/**
 * A trace says of each lane what the record says, as a reader of the format that is not ours understands it.
 * @param {any} trace
 * @param {any} record
 */
function checkTrace(trace, record) {
  const { processes } = traceModel.buildModel(trace);
  assert.deepEqual(processes.map(({ name }) => name), [`async playground: ${record.scenario}`]);
  const [{ threads }] = processes;
  assert.deepEqual(threads.map(({ name }) => name), [...shortNames(record.tasks).values()]);
  for (const [lane, stretches] of intervals(record).entries()) {
    const slices = threads[lane].events.filter((event) => event.isComplete());
    const micros = (ms) => Math.round(ms * 1000);
    assert.deepEqual(
      slices.map(({ cat, start, end }) => [String(cat), Math.round(start), Math.round(end)]),
      stretches.map(({ state, from_ms, to_ms }) => [state, micros(from_ms), micros(to_ms)]),
    );
    // Side by side: a slice within another would be drawn below it.
    assert.ok(slices.every(({ cat, parent, duration }) => String(cat) === "blocked" || duration === 0 || parent === undefined));
    const printed = trace.traceEvents.filter(({ ph, tid }) => ph === "i" && tid === threads[lane].id).map(({ name }) => name);
    assert.deepEqual(printed, record.log.filter(({ task }) => task === lane).map(({ text }) => text));
  }
}

/**
 * What a picture is, and what in it comes from outside.
 * @param {Page} page
 * @param {string} svg
 */
async function readSvg(page, svg) {
  // A page of its own, because the policy of ours does not allow the style in it.
  const blank = await page.context().newPage();
  return blank.evaluate((text) => {
    const { documentElement: root } = new DOMParser().parseFromString(text, "image/svg+xml");
    const elements = [...root.querySelectorAll("*")];
    const styles = elements.filter(({ localName }) => localName === "style").map(({ textContent }) => textContent);
    const outside = [
      ...elements.filter(({ localName }) => ["script", "img", "image", "use", "foreignObject", "parsererror"].includes(localName)),
      ...elements.flatMap(({ attributes }) => [...attributes]).filter(({ name }) => /^on|href$/.test(name)),
    ].map(String);
    return {
      root: root.localName,
      title: root.querySelector("title").textContent,
      width: Number(root.getAttribute("width")),
      height: Number(root.getAttribute("height")),
      outside: [...outside, ...styles.filter((style) => /url\(|@import/.test(style))],
    };
  }, svg);
}

/**
 * The size that a PNG says it has (PNG specification, "PNG signature" and "IHDR").
 * @param {Buffer} png
 */
function readPng(png) {
  assert.deepEqual([...png.subarray(0, 8)], [137, 80, 78, 71, 13, 10, 26, 10]);
  assert.equal(png.subarray(12, 16).toString("ascii"), "IHDR");
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}

/**
 * The rows of a CSV file (RFC 4180).
 * @param {string} csv
 */
function table(csv) {
  const rows = [[]];
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows[rows.length - 1].push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === "\r\n") rows.push([]);
    if (end === "") break;
  }
  return rows.slice(0, -1);
}

/** @param {Page} page */
async function openPanel(page) {
  await playground(page).locator(".share summary").click();
}

/**
 * What a button hands over: the file's content and its name.
 * @param {Page} page
 * @param {string} button
 * @returns {Promise<[Buffer, string]>}
 */
async function downloads(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: button }).click()]);
  return [await readFile(await download.path()), download.suggestedFilename()];
}

/** A record of gather. @param {Page} page */
async function simulated(page) {
  await open(page, "gather");
  return page.evaluate(async () => {
    const { simulate } = await import("/embed/async-playground.js");
    return simulate("gather");
  });
}

/** The first poll ends before it begins. */
function swapped(events) {
  const start = events.findIndex(({ kind }) => kind === "poll_start");
  const end = events.findIndex(({ kind }) => kind === "poll_end");
  const changed = events.map((event) => ({ ...event }));
  [changed[start].kind, changed[end].kind] = ["poll_end", "poll_start"];
  changed[start].ready = changed[end].ready;
  delete changed[end].ready;
  return changed;
}

/** @param {Page} page */
function logged(page) {
  return page.getByRole("region", { name: "Log" }).locator("li .text").allInnerTexts();
}
