// A finger on the page: Playwright taps, and knows no dragging.

import { inner, touch } from "./firefox.mjs";

/** @typedef {{ x: number, y: number }} Place */

/** On how many places of its way a finger is felt. */
const STEPS = 10;

/** A context with a screen like a phone's. */
export const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true };

/**
 * Puts a finger down at one place, and lifts it at another.
 * @param {import("playwright-core").Page} page
 * @param {Place} from
 * @param {Place} to
 */
export async function drag(page, from, to) {
  const places = Array.from({ length: STEPS + 1 }, (_, step) => ({
    x: from.x + ((to.x - from.x) * step) / STEPS,
    y: from.y + ((to.y - from.y) * step) / STEPS,
  }));
  if (page.context().browser()?.browserType().name() === "firefox") {
    await touch(inner(page).delegate, places);
    return;
  }
  const cdp = await page.context().newCDPSession(page);
  const send = (type, touchPoints) => cdp.send("Input.dispatchTouchEvent", { type, touchPoints });
  await send("touchStart", places.slice(0, 1));
  for (const place of places.slice(1)) await send("touchMove", [place]);
  await send("touchEnd", []);
  await cdp.detach();
}

/** The middle of an element, where it stands now. @param {import("playwright-core").Locator} locator */
export async function middle(locator) {
  const { x, y, width, height } = await locator.boundingBox();
  return { x: x + width / 2, y: y + height / 2 };
}
