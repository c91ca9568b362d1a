// Pages that allow less: what is needed is named, and what stands inside the element is read.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

import { playground, ready } from "./lesson.mjs";
import { pageTest } from "./page.mjs";

/** @typedef {import("playwright-core").Page} Page */

const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");

/** What the README asks for, and nothing else. */
const POLICY = `default-src 'none'; ${readme.match(/^ +(script-src .*)$/m)[1]}`;
const TRUSTED = `require-trusted-types-for 'script'; ${readme.match(/`(trusted-types [^`]*)`/)[1]}`;

/**
 * Opens a page with an element, under a policy that holds for all that is served.
 * @param {Page} page
 * @param {string} policy
 */
async function openUnder(page, policy) {
  const headers = { "content-security-policy": policy };
  await page.route("**/embed/**", async (route) => {
    // What is asked for ahead may come when the page is gone.
    const response = await route.fetch().catch(() => undefined);
    if (response) await route.fulfill({ response, headers: { ...response.headers(), ...headers } });
  });
  await page.route("**/page-of-the-test.html", (route) => route.fulfill({
    contentType: "text/html",
    headers,
    body: `<!doctype html><html lang="en"><title>Docs</title><link rel="icon" href="data:,"><script type="module" src="/embed/async-playground.js"></script>
      <async-playground scenario="gather" speed="20"><p>To be read</p></async-playground>`,
  }));
  await page.goto("/page-of-the-test.html");
}

pageTest("where scripts must be trusted, programs run, are simulated in a worker, and are compiled", async ({ page }) => {
  await openUnder(page, `${POLICY}; ${TRUSTED}`);
  await ready(page);
  assert.equal(await playground(page).evaluate(async (element) => (await element.run()).outcome), "completed");
  const outcomes = await page.evaluate(async () => {
    const { run, simulate } = await import("/embed/async-playground.js");
    const source = 'fn main() { println!("here"); }';
    return [(await simulate("gather", {})).outcome, (await run({ source })).log.map(({ text }) => text)];
  });
  assert.deepEqual(outcomes, ["completed", ["here"]]);
  await page.getByRole("button", { name: "Edit" }).click();
  await playground(page).locator(".cm-content").waitFor();
  await page.getByText("Share").click();
  const taken = page.waitForEvent("download");
  await page.getByRole("button", { name: "Picture (PNG)" }).click();
  await taken;
}, { onlyIn: { chromium: "Firefox knows no Trusted Types in every version that is tested" } });

pageTest("where trusted-types leaves out our policy, it is named", async ({ page }) => {
  await openUnder(page, `${POLICY}; ${TRUSTED.replace(" async-playground", "")}`);
  await page.getByRole("alert").getByText("trusted-types needs async-playground").waitFor();
}, { allowed: [/TrustedTypePolicy named 'async-playground'/], onlyIn: { chromium: "as above" } });

pageTest("where the policy forbids wasm, it is named with what it needs, and the rest is read", async ({ page }) => {
  await openUnder(page, POLICY.replace(" 'wasm-unsafe-eval'", ""));
  await page.getByRole("alert").getByText("Content Security Policy blocks wasm: script-src needs 'wasm-unsafe-eval'").waitFor();
  assert.equal(await isReadable(page), true);
}, { allowed: [/content security policy|wasm-eval|WebAssembly/i] });

const OLD = {
  "container queries": "container-type: inline-size",
  "light-dark() in style sheets": "color: light-dark(red, red)",
  ":has() in style sheets": "selector(:has(a))",
};

for (const [name, asked] of Object.entries(OLD)) {
  pageTest(`a browser without ${name} is told so, and what stands inside is read`, async ({ page }) => {
    await page.addInitScript((asked) => {
      const { supports } = CSS;
      CSS.supports = (condition) => condition !== asked && supports.call(CSS, condition);
    }, asked);
    await openUnder(page, POLICY);
    await page.getByRole("alert").getByText(`it has no ${name}`).waitFor();
    assert.equal(await isReadable(page), true);
  });
}

/** Whether what stands inside the element is seen. @param {Page} page */
const isReadable = (page) => page.getByText("To be read").evaluate((text) => text.checkVisibility() && text.getBoundingClientRect().height > 0);
