// The module that other pages import, in a page that has nothing else.

import { openHtml } from "./browser.mjs";

/** @typedef {import("playwright-core").Page} Page */

/**
 * Opens a page in which `module` is the module.
 * @param {Page} page
 * @param {(() => void)[]} prepare what is called in the page before the module is loaded
 */
export async function openModule(page, ...prepare) {
  await openHtml(page);
  for (const step of prepare) await page.evaluate(step);
  await page.evaluate(async () => {
    window.module = await import("/embed/async-playground.js");
  });
}

/**
 * What a function resolves to in the page. Where `page.evaluate` would wait for ever, this fails.
 * @template T, A
 * @param {Page} page
 * @param {(argument: A) => Promise<T>} ask
 * @param {A} [argument]
 * @returns {Promise<T>}
 */
export function answer(page, ask, argument) {
  return Promise.race([page.evaluate(ask, argument), page.waitForEvent("close", { timeout: 120_000 })]);
}
