// With the colours of the reader's system alone, what was said by a colour is still seen.

import assert from "node:assert/strict";

import { moveTo, open, runToTheEnd, settled } from "./lesson.mjs";
import { pageTest } from "./page.mjs";

/** @typedef {import("playwright-core").Page} Page */

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  pageTest(`in forced colours, ${colorScheme}, every view shows where the cursor is`, async ({ page }) => {
    await open(page, "spawn-await-each?speed=4");
    const { events, log } = await runToTheEnd(page);
    assert.equal(await page.evaluate(() => matchMedia("(forced-colors: active)").matches), true);
    const { n: printed } = log[2];
    const { line } = events[printed];
    const marks = {
      "the line of the log": page.locator(".log li").nth(2),
      "the line of the source": page.locator(".source .line").nth(line - 1).locator("code"),
      "the timeline": page.locator(".timeline .stage"),
      "the loop": page.locator(".loop"),
    };
    await moveTo(page, printed + 1);
    const at = await pictures(page, marks);
    await moveTo(page, events.length);
    const past = await pictures(page, marks);
    for (const what of Object.keys(marks)) assert.ok(!at[what].equals(past[what]), `${what} looks the same`);
  }, { context: { forcedColors: "active", colorScheme } });
}

pageTest("in forced colours a button, a field and the chosen tab can be told from what is around them", async ({ page }) => {
  await open(page, "gather?speed=4");
  for (const name of [/^Run/, /^Move .* up$/]) {
    assert.deepEqual(await unseen(page.getByRole("button", { name }).first()), []);
  }
  assert.deepEqual(await unseen(page.getByRole("spinbutton", { name: /^A/ })), []);
  const rust = page.getByRole("tab", { name: "Rust" });
  const chosen = await picture(rust);
  await page.getByRole("tab", { name: "Python" }).click();
  await page.mouse.move(0, 0);
  await settled(page);
  assert.ok(!chosen.equals(await picture(rust)), "the chosen tab looks like the other one");
}, { context: { forcedColors: "active" } });

pageTest("in forced colours the lanes are drawn in colours that can be told from the paper", async ({ page }) => {
  await open(page, "gather?speed=4");
  await runToTheEnd(page);
  const drawn = await page.locator(".lane").evaluateAll((lanes) => {
    const paper = getComputedStyle(lanes[0].closest(".bench")).backgroundColor;
    return lanes.flatMap((lane) =>
      [...lane.querySelectorAll("path")]
        .filter((path) => path.getAttribute("d"))
        .map((path) => getComputedStyle(path))
        .map(({ stroke, fill }) => [stroke, fill].some((paint) => paint !== "none" && paint !== paper)),
    );
  });
  assert.ok(drawn.length > 0);
  assert.ok(drawn.every(Boolean));
}, { context: { forcedColors: "active" } });

/**
 * @param {Page} page
 * @param {Record<string, import("playwright-core").Locator>} parts
 */
async function pictures(page, parts) {
  await page.mouse.move(0, 0);
  /** @type {Record<string, Buffer>} */
  const taken = {};
  for (const [name, part] of Object.entries(parts)) taken[name] = await picture(part);
  return taken;
}

/** Without a style for the caret, which our policy forbids. @param {import("playwright-core").Locator} part */
const picture = (part) => part.screenshot({ caret: "initial" });

/** What of a control has no edge that is seen. @param {import("playwright-core").Locator} control */
function unseen(control) {
  return control.evaluate((element) => {
    const { borderTopWidth, borderTopStyle, outlineStyle, backgroundColor } = getComputedStyle(element);
    const paper = getComputedStyle(document.body).backgroundColor;
    const edge = borderTopStyle !== "none" && parseFloat(borderTopWidth) > 0;
    return edge || outlineStyle !== "none" || backgroundColor !== paper ? [] : [element.outerHTML.slice(0, 80)];
  });
}
