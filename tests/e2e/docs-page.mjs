// A page of somebody's docs, with the one line that loads the loader, and what a test sees of it.

import { openPage } from "./browser.mjs";

/** @typedef {import("playwright-core").Page} Page */

export const LOADER = `<script src="/embed/async-playground.classic.js"></script>`;

/** A program of an author's own. */
export const PROGRAM = `use std::time::Duration;

use tokio::time::sleep;

#[tokio::main]
async fn main() {
    sleep(Duration::from_millis(100)).await;
    println!("done");
}
`;

/** Such an author's host may have styles of its own, within the page, and no other script. */
const POLICY = "default-src 'self'; img-src data:; style-src 'self' 'unsafe-inline'; script-src 'self' 'wasm-unsafe-eval'";

/**
 * Opens a page, and notes what moves on it.
 * @param {Page} page
 * @param {string} body its HTML
 * @param {{ head?: string, css?: string, hash?: string, policy?: string }} [options]
 */
export async function openDocs(page, body, { head = LOADER, css = "", hash = "", policy = POLICY } = {}) {
  await watchShifts(page);
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Docs</title><link rel="icon" href="data:,"><style>body { font: 16px/1.5 sans-serif } .far { height: 300vh } ${css}</style>${head}</head><body>${body}</body></html>`;
  await openPage(page, `/docs/page.html${hash}`, html, { "Content-Security-Policy": policy });
}

/** Notes what moves in the pages that are opened from now on, in `shifts`. @param {Page} page */
export async function watchShifts(page) {
  await page.addInitScript(() => {
    globalThis.shifts = [];
    if (!PerformanceObserver.supportedEntryTypes.includes("layout-shift")) return;
    const place = ({ x, y, width, height }) => [x, y, width, height].join(" ");
    // Those that follow from what the reader does count here, too. What is within an element is not named: by its place.
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries()) shifts.push({ value, moved: sources.map(({ node, previousRect, currentRect }) => `${node?.nodeName}: ${place(previousRect)} -> ${place(currentRect)}`) });
    }).observe({ type: "layout-shift", buffered: true });
  });
}

/** What was asked for since, by its path. @param {Page} page @returns {string[]} filled while the page lives */
export function requestsOf(page) {
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  return asked;
}

/**
 * Waits until what has happened was painted, and anything that is near was heard of.
 * @param {Page} page
 */
export function painted(page) {
  return page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))));
}

/**
 * Waits until an element can run and show its runs.
 * @param {Page} page
 * @param {number} [index] among those of the page
 */
export async function awake(page, index = 0) {
  await page.waitForFunction((index) => {
    const element = document.querySelectorAll("async-playground")[index];
    return element?._parts?.views && !element._prerendered.isThere && element.shadowRoot.querySelector("button.primary");
  }, index);
}

/** Whether each element of the page sleeps. @param {Page} page */
export const asleep = (page) => page.evaluate(() => [...document.querySelectorAll("async-playground")].map((element) => element._sleep?.isDeep ?? true));
