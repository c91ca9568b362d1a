// A test with a page: what the page complains about fails it.

import assert from "node:assert/strict";
import { after, test } from "node:test";

import { BROWSERS, launch, serve } from "./browser.mjs";

/** @typedef {import("playwright-core").Page} Page */

/**
 * What a page must not do: throw, print an error, break the policy, or ask another origin.
 * @param {import("playwright-core").BrowserContext} context
 * @param {string} origin
 * @returns {string[]} filled while the pages of the context live
 */
export function complaintsOf(context, origin) {
  /** @type {string[]} */
  const complaints = [];
  context.on("weberror", (error) => {
    const { message } = error.error();
    // To Firefox, what the policy blocks is an error of the page.
    const blocked = /^The page’s settings blocked/.test(message);
    complaints.push(`${blocked ? "Content Security Policy" : "uncaught"}: ${message}`);
  });
  context.on("console", (message) => {
    const breaks = /content security policy/i.test(message.text());
    // Chromium names what could not be loaded as the place of the message alone.
    const where = /^Failed to load/.test(message.text()) ? ` for ${message.location().url}` : "";
    if (message.type() === "error" || breaks) complaints.push(`console: ${message.text()}${where}`);
  });
  context.on("request", (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    const local = protocol === "data:" || protocol === "blob:" || asked === origin;
    if (!local) complaints.push(`asked another origin: ${request.url()}`);
  });
  if (context.browser()?.browserType().name() === "firefox") {
    // Chromium prints what could not be loaded, Firefox shows it in its developer tools alone.
    const refused = new Set();
    context.on("response", (response) => {
      if (response.status() < 400) return;
      refused.add(response.request());
      complaints.push(`console: Failed to load resource: ${response.status()} for ${response.url()}`);
    });
    context.on("requestfailed", (request) => {
      if (refused.has(request)) return;
      const { errorText } = request.failure();
      // So end the requests of a page that is left.
      if (errorText !== "NS_BINDING_ABORTED") complaints.push(`console: Failed to load resource: ${errorText} for ${request.url()}`);
    });
  }
  return complaints;
}

/** Nothing takes so long on a machine that has much else to do. */
const PATIENCE_MS = 120_000;

/** Nor a whole test. What is asked of a page has no limit of its own: it fails when that is closed. */
const LONGEST_MS = 600_000;

/** The browsers in which the tests run: all, or the one that BROWSER names. */
const names = process.env.BROWSER ? [process.env.BROWSER] : Object.keys(BROWSERS);

/** What each way to serve a site has started. @type {Map<import("./browser.mjs").Serve, ReturnType<import("./browser.mjs").Serve>>} */
const servers = new Map();

/** A browser of each name, once it is wanted. @type {Map<string, Promise<import("playwright-core").Browser>>} */
const browsers = new Map();

/**
 * One server of a site and one browser for all tests of a file.
 * @param {string} name of the browser
 * @param {import("./browser.mjs").Serve} site
 */
async function share(name, site) {
  if (!servers.has(site)) servers.set(site, site());
  // A browser that crashed fails one test, and not all that come after it.
  if (!(await browsers.get(name))?.isConnected()) browsers.set(name, launch(name));
  return Promise.all([servers.get(site), browsers.get(name)]);
}

after(async () => {
  for (const browser of browsers.values()) await (await browser).close();
  for (const server of servers.values()) await (await server).close();
});

/**
 * A test with a fresh page, in each browser. It fails if the page complains of anything that is not allowed.
 *
 * @param {string} name
 * @param {(given: { page: Page, origin: string, complaints: string[] }) => Promise<void>} body
 * @param {{ allowed?: RegExp[], context?: import("playwright-core").BrowserContextOptions, onlyIn?: { chromium: string }, site?: import("./browser.mjs").Serve }} [options]
 *   `allowed`: complaints that the test provokes; `context`: the browser's settings, such as `viewport`;
 *   `onlyIn`: the one browser in which the test runs, and why; `site`: how that is served from which the page is
 */
export function pageTest(name, body, { allowed = [], context: settings = {}, onlyIn, site = serve } = {}) {
  for (const browserName of names) {
    if (onlyIn && !(browserName in onlyIn)) continue;
    test(`${browserName}: ${name}`, async () => {
      const [{ origin }, browser] = await share(browserName, site);
      const context = await browser.newContext({ baseURL: origin, serviceWorkers: "block", ...settings });
      context.setDefaultTimeout(PATIENCE_MS);
      const limit = setTimeout(() => context.close({ reason: `the test took more than ${LONGEST_MS / 1000} s` }), LONGEST_MS);
      try {
        const complaints = complaintsOf(context, origin);
        await body({ page: await context.newPage(), origin, complaints });
        const unexpected = complaints.filter((text) => !allowed.some((pattern) => pattern.test(text)));
        assert.deepEqual(unexpected, []);
      } finally {
        clearTimeout(limit);
        // What a page still asks for is not answered any more, and that is no error: else it would be one of no test.
        await Promise.all([context, ...context.pages()].map((owner) => owner.unrouteAll({ behavior: "ignoreErrors" })));
        await context.close();
      }
    });
  }
}
