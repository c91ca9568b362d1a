// What a learner does with a lesson, for tests of what the page then shows.

/** @typedef {import("playwright-core").Page} Page */

/** The element of the page. @param {Page} page */
export const playground = (page) => page.locator("async-playground");

/**
 * Opens a lesson's page, and waits until it can run and show its runs.
 * @param {Page} page
 * @param {string} address such as `gather?speed=4`
 */
export async function open(page, address) {
  const [id, query] = address.split("?");
  await page.goto(query ? `/${id}/?${query}` : `/${id}/`);
  await ready(page);
}

/**
 * Shows another lesson in the page's element, as a page of somebody else's may, and waits until it can run.
 * @param {Page} page
 * @param {string} scenario
 * @param {string} [params]
 */
export async function show(page, scenario, params = "") {
  await playground(page).evaluate(async (element, { scenario, params }) => {
    const other = element.scenario !== scenario;
    const told = new Promise((resolve) => element.addEventListener("playground-ready", resolve, { once: true }));
    Object.assign(element, { scenario, params });
    if (other) await told;
  }, { scenario, params });
  await settled(page);
}

/** Waits until the lesson can run and show its runs. @param {Page} page */
export async function ready(page) {
  await page.waitForFunction(() => {
    const element = document.querySelector("async-playground");
    return element?._parts?.views && !element._prerendered.isThere && element.shadowRoot.querySelector("button.primary");
  });
  // There may be more than one.
  await page.evaluate(() => document.querySelector("async-playground").updateComplete);
}

/**
 * Presses Run, and waits for the end.
 * @param {Page} page
 * @returns {Promise<any>} the record
 */
export async function runToTheEnd(page) {
  await page.getByRole("button", { name: /^Run/ }).click();
  return finished(page);
}

/**
 * The record of the run that the page shows, once that has ended and is shown.
 * @param {Page} page
 * @returns {Promise<any>}
 */
export async function finished(page) {
  await page.waitForFunction(() => document.querySelector("async-playground")?.record);
  // As text: value by value, a driver takes long for thousands of events.
  const text = await page.evaluate(async () => {
    const element = document.querySelector("async-playground");
    await element.updateComplete;
    return JSON.stringify(element.record);
  });
  return JSON.parse(text);
}

/**
 * Gives the element a record to show.
 * @param {Page} page
 * @param {import("../../www/src/types.js").RunRecord} record
 */
export async function give(page, record) {
  await playground(page).evaluate((element, text) => void (element.record = JSON.parse(text)), JSON.stringify(record));
}

/**
 * Moves the cursor, so that `n` events have happened.
 * @param {Page} page
 * @param {number} n
 */
export async function moveTo(page, n) {
  await page.getByRole("slider", { name: "Event" }).fill(String(n));
  await settled(page);
}

/**
 * Looks at a panel under the run.
 * @param {Page} page
 * @param {string | RegExp} name
 */
export async function lookAt(page, name) {
  await page.getByRole("tab", { name }).click();
  await settled(page);
}

/** Waits until the element shows what it was told. @param {Page} page */
export async function settled(page) {
  await playground(page).evaluate((element) => element.updateComplete);
}

const digits = new Intl.NumberFormat("en", { minimumFractionDigits: 3, maximumFractionDigits: 3 });

/** As the page writes it. `toFixed` rounds the binary number: of 301.5 ms it would make 0.301 s. @param {number} ms */
export const seconds = (ms) => `${digits.format(ms / 1000)} s`;
