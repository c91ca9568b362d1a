// Where the loader cannot have its module, what stands inside the elements is still read, and one sentence says why.

import assert from "node:assert/strict";
import { createServer } from "node:http";

import { LOADER, PROGRAM, openDocs } from "./docs-page.mjs";
import { pageTest } from "./page.mjs";

/** @typedef {import("playwright-core").Page} Page */

const ELEMENT = `<async-playground view="small"><pre>${PROGRAM}</pre></async-playground>`;
const MODULE = "**/embed/async-playground.js";

/**
 * @param {Page} page
 * @param {RegExp} sentence
 */
async function says(page, sentence) {
  await page.getByRole("status").filter({ hasText: sentence }).waitFor();
  assert.equal(await page.getByLabel("Rust program").innerText(), PROGRAM);
  assert.equal(await page.locator("async-playground").evaluate((element) => element.offsetHeight), 350);
}

pageTest("of a module that is not there, its address and the server's answer are named; Run tries again", async ({ page }) => {
  await page.route(MODULE, (route) => route.fulfill({ status: 404, contentType: "text/html", body: "" }));
  await openDocs(page, ELEMENT);
  await says(page, /the server answered 404 for http\S+\/embed\/async-playground\.js/);
  await page.unroute(MODULE);
  await page.getByRole("button", { name: "Run" }).click();
  await page.waitForFunction(() => document.querySelector("async-playground").source);
}, { allowed: [/Failed to load resource.*404/], onlyIn: { chromium: "it asks again for a module that could not be had" } });

pageTest("of a module that is sent as something else, what it has to be sent as is named", async ({ page }) => {
  await page.route(MODULE, (route) => route.fulfill({ contentType: "text/plain", body: "export {}" }));
  await openDocs(page, ELEMENT);
  await says(page, /sent http\S+\/embed\/async-playground\.js as "text\/plain": it has to be text\/javascript/);
}, { allowed: [/MIME type|NS_ERROR_CORRUPTED_CONTENT/] });

pageTest("of a policy that blocks the module, what it needs is named", async ({ page, origin }) => {
  await openDocs(page, ELEMENT, { policy: `default-src 'self'; img-src data:; style-src 'unsafe-inline'; script-src ${origin}/embed/async-playground.classic.js` });
  await says(page, /Content Security Policy blocks http\S+\/async-playground\.js: script-src needs its origin and 'wasm-unsafe-eval'/);
}, { allowed: [/content security policy/i] });

pageTest("of a server of another origin that allows nobody, its header is named", async ({ page, origin }) => {
  const server = createServer(async (request, response) => {
    response.writeHead(200, { "Content-Type": request.url === "/" ? "text/html" : "text/javascript" });
    response.end(request.url === "/" ? `<!doctype html><title>Docs</title><link rel="icon" href="data:,">${loader}${ELEMENT}` : await (await fetch(origin + request.url)).text());
  });
  await new Promise((listening) => server.listen(0, listening));
  const { port } = server.address();
  // To a browser, these are two origins.
  const loader = LOADER.replace("/embed", `http://127.0.0.1:${port}/embed`);
  try {
    await page.goto(`http://localhost:${port}/`);
    await says(page, /could not be fetched: a server of another origin has to send Access-Control-Allow-Origin/);
  } finally {
    server.close();
  }
}, { allowed: [/CORS|Cross-Origin|asked another origin|net::ERR_FAILED|Failed to load resource/i] });

pageTest("of a policy that forbids wasm, what it needs is said over what is read", async ({ page }) => {
  await openDocs(page, ELEMENT, { policy: `default-src 'self'; img-src data:; style-src 'unsafe-inline'; script-src 'self'` });
  await page.getByRole("alert").filter({ hasText: "script-src needs 'wasm-unsafe-eval'" }).waitFor();
  assert.equal(await page.getByLabel("Rust program").innerText(), PROGRAM);
  assert.equal(await page.locator("async-playground").evaluate((element) => element.offsetHeight), 350);
}, { allowed: [/content security policy/i] });

pageTest("a browser that is too old for it reads what stands inside", async ({ page }) => {
  await page.addInitScript(() => delete Document.prototype.adoptedStyleSheets);
  await openDocs(page, `<async-playground scenario="gather"><p>Read this.</p></async-playground>`);
  await page.getByText("this browser is too old for it").waitFor();
  assert.ok(await page.getByText("Read this.").isVisible());
});
