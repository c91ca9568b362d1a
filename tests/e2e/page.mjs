// A test with a page: what the page complains about fails it.

import assert from "node:assert/strict";
import { after, test } from "node:test";

import { launch, serve } from "./browser.mjs";

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
