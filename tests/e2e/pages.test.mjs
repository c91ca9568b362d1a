// The pages as they are written: each lesson at its own address, whole without JavaScript; old addresses; what is not there.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

import { FOLDER } from "./browser.mjs";
import { assertFits } from "./fits.mjs";
import { finished, playground, ready, runToTheEnd } from "./lesson.mjs";
import { pageTest } from "./page.mjs";

/** @typedef {import("playwright-core").Page} Page */

const course = JSON.parse(await readFile(new URL("../../www/pkg/lessons.json", import.meta.url), "utf8"));

pageTest("each lesson has a page, which says what it is, and leads through the course", async ({ page, origin }) => {
  await page.goto("/");
  const links = await page.getByRole("navigation", { name: "Lessons" }).getByRole("link").evaluateAll((all) => all.map(({ href }) => href));
  assert.deepEqual(links, course.map(({ id }) => `${origin}/${id}/`));
  for (const [at, { id, title, lesson, summary }] of course.entries()) {
    const told = await page.evaluate(async (address) => {
      const response = await fetch(address);
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      const text = (selector) => page.querySelector(selector)?.textContent.replace(/\s+/g, " ").trim();
      const attribute = (selector, name) => page.querySelector(selector)?.getAttribute(name);
      return {
        title: page.title,
        description: attribute("meta[name=description]", "content"),
        shared: attribute("meta[property='og:title']", "content"),
        where: text(".where"),
        current: attribute("nav [aria-current=page]", "href"),
        previous: attribute("[rel=prev]", "href"),
        next: attribute("[rel=next]", "href"),
        // Whole addresses would be guesses here.
        whole: [...page.querySelectorAll("[rel=canonical], [property='og:url'], [property='og:image']")].length,
      };
    }, links[at]);
    assert.deepEqual(told, {
      title: `${title}: Async Playground`,
      description: summary.replaceAll("`", ""),
      shared: `${title}: Async Playground`,
      where: `${lesson} · ${at + 1} of ${course.length} · ${title}`,
      current: `../${id}/`,
      previous: course[at - 1] && `../${course[at - 1].id}/`,
      next: course[at + 1] && `../${course[at + 1].id}/`,
      whole: 0,
    });
  }
});

pageTest("without JavaScript a lesson is read: its text, both programs, and what the run prints", async ({ page }) => {
  await page.goto("/gather/");
  const { title, summary, source, run } = course.find(({ id }) => id === "gather");
  const lesson = page.getByRole("main");
  await lesson.getByRole("heading", { name: title }).waitFor();
  await lesson.locator(".summary", { hasText: summary }).waitFor();
  const program = lesson.getByLabel("Rust program");
  assert.equal(await program.locator("code").allInnerTexts().then((lines) => lines.join("").trim()), source.rust.trim());
  assert.ok((await program.locator(".t-keyword").count()) > 3, "it has its colours");
  await lesson.getByText("Read more").click();
  await lesson.locator(".more").getByText("Whoever waits shortest is done first").waitFor();
  // What could only be used by a script is not there.
  assert.equal(await lesson.getByRole("button", { name: /^Run/ }).count(), 0);

  const printed = lesson.getByText("What it prints, and when (simulated)");
  assert.equal(await lesson.getByText("1.000 s").isVisible(), false, "the answer is not given away");
  await printed.click();
  const rows = await lesson.getByRole("row").allInnerTexts();
  const lines = run.events.filter(({ kind }) => kind === "log");
  assert.equal(rows.length, 1 + lines.length);
  lines.forEach(({ text, at_ms }, index) => assert.match(rows[index + 1], new RegExp(`^${(at_ms / 1000).toFixed(3)} s\\s+\\S+\\s+${text}$`)));
  await lesson.getByText("In all it takes 3.000 s.").waitFor();
  await lesson.getByText("The same in Python").click();
  assert.equal((await lesson.getByLabel("Python program").innerText()).trim(), source.python.trim());

  await page.getByRole("link", { name: /^Next: / }).click();
  await page.waitForURL(`**/${course[course.findIndex(({ id }) => id === "gather") + 1].id}/`);
}, { context: { javaScriptEnabled: false } });

pageTest("a lesson whose scripts do not come is read", async ({ page }) => {
  await page.route("**/element-*.js", (route) => route.fulfill({ status: 404, contentType: "text/javascript", body: "" }));
  await page.goto("/gather/");
  await page.getByText("Here it can be read, and not run").waitFor();
  await page.getByLabel("Rust program").getByText("async fn work").waitFor();
  await page.getByText("What it prints, and when (simulated)").click();
  await page.getByText("In all it takes 3.000 s.").waitFor();
  assert.equal(await page.getByRole("button", { name: /^Run/ }).isVisible(), false);
}, { allowed: [/Failed to load resource/, /^uncaught: Loading failed for the module/] });

/** Older addresses, and where they lead. */
const OLD = {
  "#/gather": "/gather/",
  "#/gather?a=1.5&speed=20": "/gather/?a=1.5&speed=20",
  "#/compare/sequential/gather?speed=20": "/sequential/?compare=gather&speed=20",
};

for (const [old, address] of Object.entries(OLD)) {
  pageTest(`${old} leads to ${address}`, async ({ page, origin }) => {
    await page.goto(`/${old}`);
    await page.waitForURL(`${origin}${address}`);
    await ready(page);
    const { params, speed } = await playground(page).evaluate(({ params, speed }) => ({ params, speed }));
    assert.deepEqual([params, speed], [address.includes("a=1.5") ? "a=1.5" : "", address.includes("speed") ? "20" : "1"]);
  });
}

pageTest("an older link to a run shows that run", async ({ page }) => {
  const { encodeRun } = await import("../../www/src/record/shared-run.js");
  const record = JSON.parse(await readFile(new URL("../../www/test/fixtures/gather.json", import.meta.url), "utf8"));
  await page.goto(`/#/gather?run=${encodeRun(record)}`);
  await page.waitForURL(/\/gather\/#run=/);
  assert.deepEqual((await finished(page)).events, record.events);
});

pageTest("an older address of no lesson is named on the front page", async ({ page }) => {
  await page.goto("/#/nope");
  await page.getByRole("alert").filter({ hasText: 'there is no lesson "nope"' }).waitFor();
  await page.evaluate(() => (location.hash = "#/a/b"));
  await page.getByRole("alert").filter({ hasText: '"#/a/b" is not known here' }).waitFor();
  await page.evaluate(() => (location.hash = "#/hello"));
  await page.waitForURL("**/hello/");
  // An older address is no place to go back to: it would lead here again.
  await page.goBack();
  await page.getByRole("alert").filter({ hasText: '"#/a/b" is not known here' }).waitFor();
});

pageTest("an address that is not there is answered so, and leads back to the course", async ({ page, origin }) => {
  for (const address of ["/nope", "/gather/nope/", "/no/such/page.html"]) {
    const response = await page.goto(address);
    assert.equal(response.status(), 404);
    await page.getByRole("heading", { name: "There is no such page" }).waitFor();
    await page.getByRole("link", { name: /front page/ }).click();
    await page.waitForURL(`${origin}/`);
  }
  // A folder without its slash is there.
  await page.goto("/gather?speed=20");
  assert.equal(page.url(), `${origin}/gather/?speed=20`);
}, { allowed: [/console: Failed to load resource.*404/] });

pageTest("the site works in any folder of a server", async ({ page, origin }) => {
  const folder = origin + FOLDER;
  /** @type {string[]} */
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(`${folder}/`);
  await page.getByRole("link", { name: "Hello, with a pause" }).first().click();
  await page.waitForURL(`${folder}/hello/`);
  await ready(page);
  assert.equal((await runToTheEnd(page)).outcome, "completed");
  await page.getByRole("link", { name: /^Next: / }).click();
  await page.waitForURL(`${folder}/lazy/`);
  await ready(page);
  assert.deepEqual(asked.filter((url) => !url.startsWith(`${folder}/`)), []);
});

pageTest("each page has a picture of its run, of the size that links show", async ({ page }) => {
  for (const path of ["", ...course.map(({ id }) => `${id}/`)]) {
    const response = await page.request.get(`/${path}preview.png`);
    const png = await response.body();
    assert.equal(png.subarray(1, 4).toString(), "PNG", path);
    assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [1200, 630]);
    assert.ok(png.length > 10_000, `${path}: something is drawn`);
  }
});

/** The first, that with the longest title and that with the longest one after it, and the end of a part, which is one thing more in the bar. */
const BARS = ["why", "cpu-bound", "gather", "lost-update", "retry", "hello", "user-and-posts"];

pageTest("at any width all of a lesson's page can be seen, and where one goes on can be read", async ({ page }) => {
  for (const id of BARS) {
    await page.goto(`/${id}/`);
    await page.getByRole("button", { name: "Search" }).waitFor();
    for (const width of [320, 400, 480, 481, 500, 520, 560, 561, 600, 640, 700, 800, 860, 861, 1024]) {
      await page.setViewportSize({ width, height: 800 });
      await assertFits(page, `${id}, ${width} px wide`);
      const [read, whole] = await page.locator(".bar [rel=next] span").evaluate(({ clientWidth, scrollWidth }) => [clientWidth, scrollWidth]);
      assert.ok(read >= Math.min(whole, 100), `${id}, ${width} px wide: ${read} px of ${whole}`);
    }
  }
});

for (const [width, height] of [[1280, 800], [390, 844]]) {
  pageTest(`before its scripts have come, a lesson looks as it will, at ${width} x ${height}, and nothing moves when they come`, async ({ page }) => {
    await page.addInitScript(() => {
      const all = [];
      let whole = Infinity;
      const what = ({ node, previousRect: from, currentRect: to }) => `${node?.nodeName} ${node?.className}: ${from.x},${from.y} to ${to.x},${to.y}`;
      // A page that comes in pieces may be painted between a button's icon and its word, which wraps then, and for the first
      // time as a whole in the frame after its HTML has ended: up to there it may move by half of what counts as good. After
      // that nothing moves.
      const isSeen = ({ value, startTime }) => value > 0.05 || startTime > whole;
      globalThis.shifts = () => all.filter(isSeen).map(({ value, sources }) => [value, ...sources.map(what)]);
      document.addEventListener("readystatechange", () => requestAnimationFrame(() => requestAnimationFrame(() => (whole = performance.now()))), { once: true });
      new PerformanceObserver((list) => all.push(...list.getEntries())).observe({ type: "layout-shift", buffered: true });
    });
    for (const { id } of course) {
      let come = () => {};
      const held = new Promise((resolve) => (come = resolve));
      await page.route("**/*.js", async (route) => {
        if (!route.request().url().includes("/after-paint-")) await held;
        await route.continue();
      });
      await page.goto(`/${id}/`, { waitUntil: "commit" });
      await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
      await page.waitForFunction(() => document.readyState !== "loading");
      await page.evaluate(frames);
      assert.equal(await playground(page).evaluate((element) => element.matches(":defined")), false);
      const before = await page.evaluate(places);
      assert.ok(before.length > 80);
      come();
      await ready(page);
      assert.deepEqual(await page.evaluate(places), before, id);
      // The shifts of a frame are told after it.
      await page.evaluate(frames);
      assert.deepEqual(await page.evaluate(() => shifts()), [], id);
      await page.unroute("**/*.js");
    }
  }, { context: { viewport: { width, height } }, onlyIn: { chromium: "it alone tells of layout shifts" } });
}

/** In the page: three frames have begun. */
async function frames() {
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
}

/** In the page: what of the lesson is seen, and where. */
function places() {
  const all = [...document.querySelector("async-playground").shadowRoot.querySelectorAll(".bench *")];
  return all
    .filter((element) => element.checkVisibility() && !element.closest("svg *, [role=alert]"))
    .map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const own = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE).map(({ data }) => data).join("").replace(/\s+/g, " ").trim();
      return `${element.localName} ${element.value ?? own}: ${[x, y, width, height].map(Math.round)}`;
    });
}
