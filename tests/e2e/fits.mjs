// Whether all of a page can be seen, whatever its width.

import assert from "node:assert/strict";

/**
 * Fails if the page is wider than its window, or if anything is cut off at its edges.
 * @param {import("playwright-core").Page} page
 * @param {string} [state] what the page shows
 */
export async function assertFits(page, state) {
  const [wide, width] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  assert.equal(wide, width, state);
  assert.deepEqual(await page.evaluate(cutOff), [], state);
}

/** In the page: what reaches beyond its edges, and no scrolling brings back. */
function cutOff() {
  const root = document.querySelector("async-playground")?.shadowRoot;
  const scrolls = (element) => ["auto", "scroll"].includes(getComputedStyle(element).overflowX);
  const leaves = ({ left, right }) => right > innerWidth + 1 || left < -1;
  return [...document.querySelectorAll("body *:not(svg *)"), ...(root?.querySelectorAll(":not(svg *, .hidden)") ?? [])]
    .filter((element) => element.checkVisibility() && leaves(element.getBoundingClientRect()))
    .filter((element) => {
      for (let around = element.parentElement; around; around = around.parentElement) if (scrolls(around)) return false;
      return true;
    })
    .map(({ outerHTML }) => outerHTML.slice(0, 80));
}
