// The element away from its site: framed by pages of other origins, with all rights and with few, and taken from there as
// a module.

import assert from "node:assert/strict";
import { createServer } from "node:http";

import { finished, ready } from "./lesson.mjs";
import { pageTest } from "./page.mjs";

/** @typedef {import("playwright-core").Page} Page */

/** The pages of the docs' own origin are asked for there. */
const allowed = [/^asked another origin: http:\/\/127\.0\.0\.1:\d+\/$/];

/** What a strict host says of itself. @param {string} origin of the playground */
const policy = (origin) => `default-src 'none'; script-src ${origin} 'wasm-unsafe-eval'; worker-src blob: ${origin}; connect-src ${origin}; img-src data:; frame-src ${origin}`;

/**
 * Opens a page of another origin.
 * @param {Page} page
 * @param {string} origin of the playground
 * @param {string} body its HTML
 * @param {() => Promise<void>} look
 */
async function elsewhere(page, origin, body, look) {
  const server = createServer((_, response) => {
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": policy(origin) });
    response.end(`<!doctype html><html lang="en"><title>Docs</title><link rel="icon" href="data:,"><h1>Docs</h1>${body}`);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  try {
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    await look();
  } finally {
    server.close();
  }
}

for (const [which, sandbox] of [["", ""], [" that may do nothing but run scripts", 'sandbox="allow-scripts"']]) {
  pageTest(`in a frame${which}, a lesson runs, computes beside the page, and is as tall as it is`, async ({ page, origin }) => {
    const body = `<iframe ${sandbox} title="Lesson" src="${origin}/embed/embed.html#/threads?workers=2&speed=4&theme=dark&language=python&autorun=true"></iframe>
      <iframe title="Somebody else" srcdoc=""></iframe>
      <script src="${origin}/embed/frames.js"></script>`;
    await elsewhere(page, origin, body, async () => {
      const [frame] = page.frames().filter((frame) => frame.url().startsWith(origin));
      await frame.waitForFunction(() => document.querySelector("async-playground").record?.outcome === "completed");
      assert.deepEqual(await frame.evaluate(() => {
        const element = document.querySelector("async-playground");
        return [element.theme, element.language, element.view, getComputedStyle(document.body).colorScheme];
      }), ["dark", "python", "compact", "dark"]);
      // What is chosen stands in its own address.
      await frame.locator("select[name=speed]").selectOption("20");
      await frame.waitForFunction(() => location.hash.includes("speed=20") && location.hash.includes("autorun=true"));
      const tall = page.locator("iframe").first();
      await page.waitForFunction(() => document.querySelector("iframe").clientHeight > 400);
      const content = await frame.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
      assert.equal(await tall.evaluate((frame) => frame.clientHeight), content);
      assert.equal(await frame.evaluate(() => document.scrollingElement.scrollHeight <= innerHeight), true, "nothing is left to be scrolled");
    });
  }, { allowed });
}

pageTest("a frame that was there before the script that hears it is as tall as it is, too", async ({ page, origin }) => {
  const body = `<iframe title="Lesson" src="${origin}/embed/embed.html#/hello"></iframe>`;
  await elsewhere(page, origin, body, async () => {
    const frame = page.frames().find((frame) => frame.url().startsWith(origin));
    await frame.locator(".controls").waitFor();
    await page.evaluate((src) => document.body.append(Object.assign(document.createElement("script"), { src })), `${origin}/embed/frames.js`);
    await page.waitForFunction(() => document.querySelector("iframe").clientHeight > 400);
  });
}, { allowed });

pageTest("a page that frames lessons takes no other message for a height", async ({ page, origin }) => {
  const body = `<iframe title="Lesson" src="${origin}/embed/embed.html#/hello"></iframe><script src="${origin}/embed/frames.js"></script>`;
  await elsewhere(page, origin, body, async () => {
    const [frame] = page.frames().filter((frame) => frame.url().startsWith(origin));
    await page.waitForFunction(() => document.querySelector("iframe").clientHeight > 400);
    const before = await page.locator("iframe").evaluate((frame) => frame.clientHeight);
    await frame.evaluate(() => {
      const wrong = [null, "async-playground", 700, {}, { height: 700 }, { type: "async-playground" }, { type: "other", height: 700 }];
      const heights = [-1, 0, 1.5, 1e9, Infinity, NaN, "700", "1px; position: fixed", [700]];
      for (const message of [...wrong, ...heights.map((height) => ({ type: "async-playground", height }))]) parent.postMessage(message, "*");
    });
    // Of the right shape, and not of the frame.
    await page.evaluate(() => {
      postMessage({ type: "async-playground", height: 701 }, "*");
      const last = new Promise((heard) => addEventListener("message", ({ data }) => data === "last" && heard()));
      postMessage("last", "*");
      return last;
    });
    assert.equal(await page.locator("iframe").evaluate((frame) => frame.clientHeight), before);
  });
}, { allowed });

pageTest("the folder with the frame may have any name: the frame asks for what stands beside it", async ({ page }) => {
  const response = await page.goto("/embed/embed.html");
  const addresses = [...(await response.text()).matchAll(/ (?:src|href)="([^"]*)"/g)].map(([, address]) => address);
  assert.ok(addresses.length > 2);
  assert.deepEqual(addresses.filter((address) => !/^\.\/(assets\/)?[^/]+$|^data:,$/.test(address)), []);
}, { onlyIn: { chromium: "it is what the build has written" } });

pageTest("a frame's address that is not allowed is refused in the frame, by name", async ({ page }) => {
  for (const [address, says] of [
    ["autorun=soon", /autorun is "soon" in the address: allowed are true, false/],
    ["theme=pink", /attribute "theme" is "pink": allowed are auto, light, dark/],
    ["editable=no", /attribute "editable" is "no": allowed are true, false/],
  ]) {
    await page.goto(`/embed/embed.html#/hello?${address}`);
    await page.reload();
    await page.getByRole("alert").filter({ hasText: says }).waitFor();
    await page.getByRole("button", { name: /^Run/ }).waitFor();
  }
});

pageTest("taken from another origin, the module runs programs, simulates them in a worker, and blocks threads", async ({ page, origin }) => {
  await elsewhere(page, origin, `<script type="module" src="${origin}/embed/async-playground.js"></script><async-playground scenario="threads" params="workers=2" speed="20"></async-playground>`, async () => {
    await ready(page);
    const records = await page.evaluate(async (module) => {
      const { run, simulate } = await import(module);
      const records = [await run("threads", { workers: 2 }, { speed: 20 }), await simulate("gather")];
      return records.map(({ clock, outcome, error }) => [clock, outcome, error ?? ""]);
    }, `${origin}/embed/async-playground.js`);
    assert.deepEqual(records, [["browser", "completed", ""], ["simulated", "completed", ""]]);
    await page.getByRole("button", { name: /^Run/ }).click();
    assert.equal((await finished(page)).outcome, "completed");
  });
}, { allowed: [/^asked another origin/] });

pageTest("links lead to the site that the page names, and are not offered where none is known", async ({ page, origin }) => {
  const element = (/** @type {string} */ site) => `<script type="module" src="${origin}/embed/async-playground.js"></script><async-playground scenario="gather" speed="20" ${site}></async-playground>`;
  const links = async () => {
    await ready(page);
    await page.getByText("Share", { exact: true }).click();
    await page.getByRole("group", { name: "Take along" }).waitFor();
    return page.locator(".share").getByRole("textbox").evaluateAll((fields) => fields.map(({ value }) => value));
  };
  await elsewhere(page, origin, element('site="https://example.org/async"'), async () => {
    assert.deepEqual(await links(), ["https://example.org/async/gather/?speed=20"]);
  });
  await elsewhere(page, origin, element(""), async () => assert.deepEqual(await links(), []));
  await elsewhere(page, origin, element('site="javascript:alert(1)"'), async () => {
    await page.getByRole("alert").filter({ hasText: 'attribute "site" is "javascript:alert(1)": it must be the address of a site' }).waitFor();
    assert.deepEqual(await links(), []);
  });
}, { allowed: [/^asked another origin/] });
