// The states of an exercise, for shots.mjs: how a page gets to each. The compiler, the machine and the exercise are the
// real ones.

import { open, playground, runToTheEnd } from "./lesson.mjs";

/** @typedef {import("playwright-core").Page} Page */

/** @param {Page} page */
const panel = (page) => page.getByRole("region", { name: "Your turn" });

/** @param {Page} page @param {string} name */
const press = (page, name) => panel(page).getByRole("button", { name }).click();

/** Opens a lesson with its exercise, after a run. @param {Page} page */
async function take(page) {
  await open(page, "sequential?predict=none&speed=20");
  await runToTheEnd(page);
  await press(page, "Your turn");
  await panel(page).getByRole("button", { name: "Check" }).scrollIntoViewIfNeeded();
}

/** Puts another text in place of a part of the program, by keys, and checks it. @param {Page} page @param {string | RegExp} before @param {string} after @param {RegExp} words */
async function tries(page, before, after, words) {
  if (await page.locator(".cm-content").count() === 0) await press(page, "Edit the program");
  const source = await playground(page).evaluate((element) => element.source);
  await page.locator(".cm-content").focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText(source.replace(before, after).trimEnd());
  await press(page, "Check");
  await panel(page).getByRole("status").filter({ hasText: words }).waitFor();
}

/** @type {Record<string, (page: Page) => Promise<unknown>>} */
export const EXERCISE_STATES = {
  "not opened": async (page) => {
    await open(page, "sequential?predict=none&speed=20");
    await runToTheEnd(page);
    await panel(page).scrollIntoViewIfNeeded();
  },
  opened: take,
  missed: async (page) => {
    await take(page);
    await tries(page, '    work("C", c).await;\n', "", /Not yet/);
  },
  "does not compile": async (page) => {
    await take(page);
    await tries(page, "a).await", "a).awit", /does not compile/);
  },
  "before the change": async (page) => {
    await take(page);
    await tries(page, '    work("C", c).await;\n', "", /Not yet/);
    await page.locator(".cm-line").first().click();
    await page.keyboard.type("// ");
  },
  "hints and an answer": async (page) => {
    await take(page);
    await tries(page, '    work("C", c).await;\n', "", /Not yet/);
    await tries(page, '    work("B", b).await;\n', "", /Not yet/);
    await press(page, "Hint");
    await press(page, "Another hint");
    await press(page, "An answer");
  },
  solved: async (page) => {
    await take(page);
    await tries(page, /work\("A"[^}]*/, 'tokio::join!(work("A", a), work("B", b), work("C", c));\n', /Goal reached/);
  },
};
