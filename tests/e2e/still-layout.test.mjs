// Nothing on a page of docs moves for an element: not while it comes, not when it runs, and wherever it stands.

import assert from "node:assert/strict";
import { createServer } from "node:http";

import { LOADER, PROGRAM, awake, openDocs, painted, watchShifts } from "./docs-page.mjs";
import { pageTest } from "./page.mjs";

/** @typedef {import("playwright-core").Page} Page */

/** Of all that moves, within an element that runs: a tenth of what counts as good (web.dev, Cumulative Layout Shift). */
const IMPERCEPTIBLE = 0.01;

const SCREENS = { desktop: { width: 1280, height: 800 }, "a phone": { width: 390, height: 740 } };
const VIEWS = ["small", "compact", "full"];

const CONTENT = {
  "a lesson": `scenario="gather" speed="20"><p>Read this.</p>`,
  "a program": `speed="20"><pre>${PROGRAM}</pre>`,
};

const element = (/** @type {string} */ view, /** @type {string} */ content) => `<async-playground view="${view}" ${content}</async-playground>`;

for (const [screen, viewport] of Object.entries(SCREENS)) {
  for (const [what, content] of Object.entries(CONTENT)) {
    for (const view of VIEWS) {
      pageTest(`on ${screen}, ${what} in the ${view} view moves nothing when it comes, and when it runs`, async ({ page }) => {
        await openDocs(page, `<h1>Docs</h1><p>Before.</p>${element(view, content)}<p id="after">After.</p><div class="far"></div>`);
        const height = () => page.locator("async-playground").evaluate((element) => element.offsetHeight);
        const before = await height();
        await awake(page);
        await painted(page);
        assert.equal(await height(), before);
        assert.deepEqual(await page.evaluate(() => shifts), []);
        const record = await page.evaluate(async () => (await document.querySelector("async-playground").run()).outcome);
        assert.equal(record, "completed");
        await painted(page);
        assert.equal(await height(), before);
        const shifts = await page.evaluate(() => globalThis.shifts);
        // Within it, a run is told as it goes on.
        assert.deepEqual(shifts.filter(({ moved }) => moved.some((node) => !node.startsWith("undefined"))), []);
        assert.ok(shifts.reduce((sum, { value }) => sum + value, 0) < IMPERCEPTIBLE, JSON.stringify(shifts, null, 1));
        // What it shows is within it.
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
        const [bottom, after] = await page.evaluate(() => [document.querySelector("async-playground").getBoundingClientRect().bottom, document.querySelector("#after").getBoundingClientRect().top]);
        assert.ok(after >= bottom);
      }, { context: { viewport }, onlyIn: { chromium: "it tells of what moves" } });
    }
  }
}

pageTest("a page that comes slowly moves nothing, wherever it is cut", async ({ page, origin }) => {
  const [begun, rest] = `${LOADER}<p>Before.</p>${element("compact", CONTENT["a program"])}<p>After.</p>`.split("#[tokio");
  let letGo = () => {};
  const server = createServer((request, response) => {
    if (request.url !== "/") return void fetch(origin + request.url).then(async (answer) => response.writeHead(200, { "Content-Type": "text/javascript" }).end(await answer.text()));
    response.writeHead(200, { "Content-Type": "text/html" }).write(`<!doctype html><title>Docs</title><link rel="icon" href="data:,">${begun}`);
    letGo = () => void response.end(`#[tokio${rest}`);
  });
  await new Promise((listening) => server.listen(0, listening));
  try {
    await watchShifts(page);
    await page.goto(`http://localhost:${server.address().port}/`, { waitUntil: "commit" });
    await page.getByText("Duration").first().waitFor();
    await painted(page);
    letGo();
    await page.getByText("After.").waitFor();
    await painted(page);
    assert.equal(await page.getByLabel("Rust program").innerText(), PROGRAM);
    assert.deepEqual(await page.evaluate(() => shifts), []);
  } finally {
    server.close();
  }
}, { context: { viewport: SCREENS["a phone"] }, allowed: [/asked another origin|Failed to load resource/], onlyIn: { chromium: "it tells of what moves" } });

pageTest("an address that names a place below elements leads there, and stays there", async ({ page }) => {
  await openDocs(page, `${VIEWS.map((view) => element(view, CONTENT["a lesson"])).join("")}<h2 id="below">Below</h2><div class="far"></div>`, { hash: "#below" });
  const top = () => page.locator("#below").evaluate((heading) => Math.round(heading.getBoundingClientRect().top));
  const before = await top();
  assert.ok(Math.abs(before) < 2, `at ${before} px`);
  await awake(page, 2);
  await page.evaluate(() => document.querySelectorAll("async-playground")[2].run());
  await painted(page);
  assert.equal(await top(), before);
});

/** What may be around an element, how wide it is, and how wide the element should be at least. */
const PARENTS = {
  "a block": [`<div style="width: 600px">E</div>`, 600],
  "a flex row": [`<div style="display: flex; width: 900px"><span>Text</span>E</div>`, 600],
  "a flex column that centres": [`<div style="display: flex; flex-direction: column; align-items: center; width: 900px">E</div>`, 600],
  "a narrow flex row": [`<div style="display: flex; width: 340px"><span>Text</span>E</div>`, 250],
  "a grid": [`<div style="display: grid; grid-template-columns: auto auto; width: 900px"><span>Text</span>E</div>`, 600],
  "a grid that centres": [`<div style="display: grid; place-items: center; width: 900px">E</div>`, 600],
  "a table's cell": [`<table><tr><td>Text</td><td>E</td></tr></table>`, 600],
  "a float": [`<div style="float: right">E</div>`, 600],
  "an inline block": [`<div style="display: inline-block">E</div>`, 600],
  "an absolute block": [`<div style="position: absolute">E</div>`, 600],
};

for (const [name, [html, least]] of Object.entries(PARENTS)) {
  pageTest(`in ${name}, an element is as wide as it can be used`, async ({ page }) => {
    await openDocs(page, `<main style="width: 1000px">${html.replace("E", element("small", CONTENT["a program"]))}</main>`);
    const size = () => page.locator("async-playground").evaluate((element) => {
      const { width, height, right } = element.getBoundingClientRect();
      return { width, height, isWithin: right <= Math.max(1016, element.parentElement.getBoundingClientRect().right) };
    });
    const drawn = await size();
    assert.ok(drawn.width >= least && drawn.width <= 1000 && drawn.isWithin, JSON.stringify(drawn));
    await awake(page);
    assert.deepEqual(await size(), drawn);
    await page.setViewportSize({ width: 360, height: 700 });
    await page.evaluate(() => document.querySelector("main").removeAttribute("style"));
    const { width } = await size();
    assert.ok(width > 200 && width <= 900, `${width} px on a phone`);
  });
}

pageTest("on a phone, an element is no wider than the screen in a float, a table or a grid", async ({ page }) => {
  for (const name of ["a float", "an inline block", "a grid that centres"]) {
    await openDocs(page, PARENTS[name][0].replace("900px", "100%").replace("E", element("small", CONTENT["a program"])));
    const { left, right } = await page.locator("async-playground").evaluate((element) => element.getBoundingClientRect().toJSON());
    assert.ok(left >= 0 && right <= 360, `${name}: ${left} to ${right}`);
  }
}, { context: { viewport: { width: 360, height: 700 } } });

pageTest("in closed details, an element sleeps; opened, it is there", async ({ page }) => {
  await openDocs(page, `<details><summary>More</summary>${element("compact", CONTENT["a lesson"])}</details>`);
  await painted(page);
  assert.equal(await page.evaluate(() => customElements.get("async-playground")), undefined);
  await page.getByText("More").click();
  await awake(page);
  assert.ok(await page.locator("async-playground").evaluate((element) => element.offsetWidth > 600 && element.offsetHeight === 700));
});
