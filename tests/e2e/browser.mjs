// A real Chromium against dist/, served as strictly as any host may: what every test here stands on.

import assert from "node:assert/strict";
import { accessSync, constants, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

import { chromium } from "playwright-core";

const project = new URL("../../", import.meta.url);
const www = fileURLToPath(new URL("www/", project));

/** @typedef {import("playwright-core").Page} Page */

/**
 * Serves dist/ on a free port, by the same configuration as `./build.sh serve`.
 * @returns {Promise<{ origin: string, close(): Promise<void> }>}
 */
export async function serve() {
  const vite = createRequire(join(www, "package.json")).resolve("vite");
  const { preview } = await import(pathToFileURL(vite).href);
  const server = await preview({
    root: www,
    configFile: join(www, "vite.config.js"),
    logLevel: "warn",
    preview: { host: "localhost", port: 0 },
  });
  const { port } = server.httpServer.address();
  return { origin: `http://localhost:${port}`, close: () => server.close() };
}

/** Starts Chromium, with the arguments that the tests of the wasm have too. */
export function launch() {
  const { "goog:chromeOptions": options } = JSON.parse(
    readFileSync(new URL("webdriver.json", project), "utf8"),
  );
  return chromium.launch({ executablePath: findChromium(), args: options.args });
}

function findChromium() {
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const folders = (process.env.PATH ?? "").split(delimiter);
  const found = names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram);
  if (!found) throw new Error(`none of ${names.join(", ")} is on the PATH`);
  return found;
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * What a page must not do: throw, print an error, break the policy, or ask another origin.
 * @param {import("playwright-core").BrowserContext} context
 * @param {string} origin
 * @returns {string[]} filled while the pages of the context live
 */
export function complaintsOf(context, origin) {
  /** @type {string[]} */
  const complaints = [];
  context.on("weberror", (error) => complaints.push(`uncaught: ${error.error().message}`));
  context.on("console", (message) => {
    const breaks = /content security policy/i.test(message.text());
    if (message.type() === "error" || breaks) complaints.push(`console: ${message.text()}`);
  });
  context.on("request", (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    const local = protocol === "data:" || protocol === "blob:" || asked === origin;
    if (!local) complaints.push(`asked another origin: ${request.url()}`);
  });
  return complaints;
}

/**
 * Opens a page of the test's own, such as a docs author would write, under the site's own policy.
 * @param {Page} page
 * @param {string} [body] its HTML
 */
export async function openHtml(page, body = "") {
  const address = "/page-of-the-test.html";
  await page.route(`**${address}`, async (route) => {
    const response = await route.fetch({ url: new URL("/embed.html", route.request().url()).href });
    const icon = '<link rel="icon" href="data:,">';
    await route.fulfill({ response, body: `<!doctype html><html lang="en"><title>Docs</title>${icon}${body}` });
  });
  await page.goto(address);
}

let shared;

/** One server and one browser for all tests of a file. */
function share() {
  shared ??= Promise.all([serve(), launch()]);
  return shared;
}

after(async () => {
  if (!shared) return;
  const [server, browser] = await shared;
  await browser.close();
  await server.close();
});

/**
 * A test with a fresh page. It fails if the page complains of anything that is not allowed.
 *
 * @param {string} name
 * @param {(given: { page: Page, origin: string, complaints: string[] }) => Promise<void>} body
 * @param {{ allowed?: RegExp[], context?: import("playwright-core").BrowserContextOptions }} [options]
 *   `allowed`: complaints that the test provokes; `context`: the browser's settings, such as `viewport`
 */
export function pageTest(name, body, { allowed = [], context: settings = {} } = {}) {
  test(name, async () => {
    const [{ origin }, browser] = await share();
    const context = await browser.newContext({ baseURL: origin, ...settings });
    try {
      const complaints = complaintsOf(context, origin);
      await body({ page: await context.newPage(), origin, complaints });
      const unexpected = complaints.filter((text) => !allowed.some((pattern) => pattern.test(text)));
      assert.deepEqual(unexpected, []);
    } finally {
      await context.close();
    }
  });
}
