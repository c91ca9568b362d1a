// With the loader, a page of docs pays for nothing that its reader does not come near.

import assert from "node:assert/strict";

import { LOADER, PROGRAM, asleep, awake, openDocs, painted, requestsOf } from "./docs-page.mjs";
import { pageTest } from "./page.mjs";

/** @typedef {import("playwright-core").Page} Page */

const OWN = `<async-playground view="compact"><pre>${PROGRAM}</pre></async-playground>`;
const LESSON = `<async-playground scenario="gather" view="compact" speed="20"><p>Read this.</p></async-playground>`;
const FAR = `<div class="far"></div>`;
const PAGE = ["/docs/page.html", "/embed/async-playground.classic.js"];

const run = (/** @type {Page} */ page) => page.getByRole("button", { name: /^Run/ });

/** Scrolls to an element. @param {Page} page @param {number} [index] */
const goTo = (page, index = 0) => page.locator("async-playground").nth(index).evaluate((element) => element.scrollIntoView());

/** Holds the module back until it is let go. @param {Page} page @returns {Promise<() => void>} */
async function hold(page) {
  let letGo = () => {};
  const held = new Promise((resolve) => (letGo = () => resolve(undefined)));
  await page.route("**/embed/async-playground.js", async (route) => {
    await held;
    await route.continue();
  });
  return letGo;
}

for (const [where, given] of [["in the head", { head: LOADER, end: "" }], ["deferred", { head: LOADER.replace("src", "defer src"), end: "" }], ["as the last line of the body", { head: "", end: LOADER }]]) {
  pageTest(`with the loader ${where}, nothing else is fetched before a reader comes near`, async ({ page }) => {
    const asked = requestsOf(page);
    await openDocs(page, FAR + OWN + LESSON + given.end, given);
    await painted(page);
    assert.deepEqual(asked, PAGE);
    assert.deepEqual(await asleep(page), [true, true]);
    // Its program is there to be read.
    assert.equal(await page.getByLabel("Rust program").filter({ visible: true }).innerText(), PROGRAM);
    await goTo(page);
    await awake(page);
    assert.ok(asked.some((path) => path.endsWith(".wasm")));
  });
}

pageTest("each element draws itself when a reader comes near it, and fetches what is its own", async ({ page }) => {
  const asked = requestsOf(page);
  await openDocs(page, LESSON + FAR + LESSON.replace("gather", "sequential"));
  await awake(page, 0);
  await painted(page);
  assert.deepEqual(await asleep(page), [false, true]);
  const texts = () => asked.filter((path) => /\/(gather|sequential)-[^/]*$/.test(path)).map((path) => path.replace(/.*\/|-[^-.]*(?=\.)/g, "")).sort();
  assert.deepEqual(texts(), ["gather.js", "gather.wasm"]);
  await goTo(page, 1);
  await awake(page, 1);
  assert.deepEqual(texts(), ["gather.js", "gather.wasm", "sequential.js", "sequential.wasm"]);
});

pageTest("Run, pressed before there is anything to run it, runs when there is", async ({ page }) => {
  const letGo = await hold(page);
  await openDocs(page, LESSON);
  await run(page).click();
  await page.getByText("Loading…").waitFor();
  letGo();
  await page.waitForFunction(() => document.querySelector("async-playground").record?.outcome === "completed");
  // Who has pressed it by a key goes on from there.
  assert.equal(await page.evaluate(() => document.querySelector("async-playground").shadowRoot.activeElement?.className), "primary");
});

pageTest("Run, pressed before, asks first what has to be predicted", async ({ page }) => {
  const letGo = await hold(page);
  await openDocs(page, LESSON.replace(/view="\w+"/, 'predict="required"'));
  await run(page).click();
  letGo();
  await awake(page);
  await page.waitForFunction(() => document.querySelector("async-playground").shadowRoot.activeElement?.closest(".predict"));
  assert.equal(await page.evaluate(() => document.querySelector("async-playground").record), undefined);
});

pageTest("a pointer that is down when the module comes still presses Run", async ({ page }) => {
  const letGo = await hold(page);
  await openDocs(page, LESSON);
  await run(page).hover();
  await page.mouse.down();
  letGo();
  await page.waitForFunction(() => customElements.get("async-playground"));
  await painted(page);
  await page.mouse.up();
  await page.waitForFunction(() => document.querySelector("async-playground").record?.outcome === "completed");
});

pageTest("what is drawn before has the page's theme, as the page changes it, or the element's own", async ({ page }) => {
  await openDocs(page, FAR + OWN + OWN.replace("view", 'theme="dark" view'));
  const schemes = () => page.evaluate(() => [...document.querySelectorAll("async-playground")].map(({ shadowRoot }) => getComputedStyle(shadowRoot.querySelector(".form")).colorScheme));
  assert.deepEqual(await schemes(), ["normal", "dark"]);
  for (const [mark, scheme] of [["navy", "dark"], ["light", "light"]]) {
    await page.evaluate((mark) => void (document.documentElement.className = mark), mark);
    assert.deepEqual(await schemes(), [scheme, "dark"]);
  }
});

pageTest("a poster is read before there is anything to run", async ({ page }) => {
  const letGo = await hold(page);
  await page.route("**/docs/run.txt", (route) => route.fulfill({ contentType: "text/plain", body: "0.1 s  done" }));
  const asked = requestsOf(page);
  await openDocs(page, FAR + OWN.replace("view", 'poster="run.txt" view'));
  await painted(page);
  assert.deepEqual(asked, PAGE);
  await goTo(page);
  await page.getByRole("status").filter({ hasText: "0.1 s  done" }).waitFor();
  letGo();
  await awake(page);
  await page.getByText("0.1 s  done").waitFor();
});

for (const [what, ask] of Object.entries({
  "a run": (element) => element.run(),
  "a program": (element) => (element.source = "async fn main() {}"),
  "a record": async (element) => {
    const { simulate } = await import("/embed/async-playground.js");
    element.record = await simulate("gather");
  },
})) {
  pageTest(`an element that is far away wakes when ${what} is asked of it`, async ({ page }) => {
    await openDocs(page, LESSON + FAR + LESSON);
    await awake(page);
    assert.deepEqual(await asleep(page), [false, true]);
    await page.locator("async-playground").nth(1).evaluate(ask);
    await awake(page, 1);
  });
}

pageTest("autorun waits for its reader", async ({ page }) => {
  await openDocs(page, LESSON + FAR + LESSON.replace("speed", "autorun speed"));
  await awake(page);
  await painted(page);
  assert.deepEqual(await asleep(page), [false, true]);
  await goTo(page, 1);
  await page.waitForFunction(() => document.querySelectorAll("async-playground")[1].record?.outcome === "completed");
});

pageTest("elements that come later are drawn, and sleep as well", async ({ page }) => {
  const asked = requestsOf(page);
  await openDocs(page, FAR);
  const add = (/** @type {string} */ html) => page.evaluate((html) => document.body.insertAdjacentHTML("beforeend", html), html);
  await add(OWN);
  assert.equal(await page.getByLabel("Rust program").filter({ visible: true }).innerText(), PROGRAM);
  assert.deepEqual(asked, PAGE);
  await goTo(page);
  await awake(page);
  // The element is known now.
  await add(FAR + LESSON);
  await page.getByText("Read this.").waitFor();
  await painted(page);
  assert.deepEqual(await asleep(page), [false, true]);
  await goTo(page, 1);
  await awake(page, 1);
});

pageTest("ten elements compile each wasm once, and no two of them draw themselves in one frame", async ({ page }) => {
  await page.addInitScript(() => {
    const { compile } = WebAssembly;
    globalThis.compiled = [];
    WebAssembly.compile = (bytes) => (compiled.push(bytes.byteLength), compile(bytes));
  });
  await openDocs(page, LESSON.repeat(10), { css: "async-playground { --async-playground-height: 60px }" });
  // How many are drawn, frame by frame.
  const frames = await page.evaluate(async () => {
    const elements = [...document.querySelectorAll("async-playground")];
    const drawn = [];
    while (drawn.at(-1) !== elements.length) {
      await new Promise(requestAnimationFrame);
      drawn.push(elements.filter(({ shadowRoot }) => shadowRoot.querySelector(".bench")).length);
    }
    return drawn;
  });
  assert.ok(frames.every((drawn, index) => drawn - (frames[index - 1] ?? 0) <= 1), String(frames));
  for (let at = 0; at < 10; at++) await awake(page, at);
  const sizes = await page.evaluate(() => compiled);
  assert.ok(sizes.length > 1, "the engine, and the program of the lesson");
  assert.deepEqual(sizes, [...new Set(sizes)]);
});

for (const [how, context] of Object.entries({ "without JavaScript": { javaScriptEnabled: false }, "on paper": {} })) {
  pageTest(`${how}, what stands inside an element is read`, async ({ page }) => {
    await page.emulateMedia({ media: "print" });
    await openDocs(page, FAR + OWN + LESSON);
    for (const text of ["use std::time::Duration", "Read this."]) {
      assert.ok(await page.getByText(text).locator("visible=true").isVisible());
    }
    assert.equal(await page.getByRole("button").count(), 0);
    const [own, lesson] = await Promise.all([0, 1].map((index) => page.locator("async-playground").nth(index).boundingBox()));
    assert.ok(own.height < 400 && lesson.height < 100, "as tall as what is read");
  }, { context });
}
