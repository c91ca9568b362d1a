// The pages that are read, the ends of parts, and runs that are made where they are drawn.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

import { assertFits } from "./fits.mjs";
import { finished, open, playground } from "./lesson.mjs";
import { pageTest } from "./page.mjs";

/** @typedef {import("playwright-core").Page} Page */

const course = JSON.parse(await readFile(new URL("../../www/pkg/lessons.json", import.meta.url), "utf8"));
const PAGES = ["", "glossary/", "rust-and-python/", "when-async/", "coverage/", "speed/"];

for (const width of [1280, 360]) {
  pageTest(`at ${width} pixels, pages that are read fit, and lead to lessons and pages that there are`, async ({ page, origin }) => {
    const there = new Set(["", "program/", "bench.json", ...PAGES, ...course.map(({ id }) => `${id}/`)].map((path) => `${origin}/${path}`));
    for (const path of PAGES) {
      await page.goto(`/${path}`);
      await page.getByRole("button", { name: "Search" }).waitFor();
      await assertFits(page, path);
      const links = await page.getByRole("main").locator("a").evaluateAll((all) => all.map(({ href }) => href));
      assert.ok(links.length > 5);
      assert.deepEqual(links.filter((link) => !there.has(link.replace(/#.*/, ""))), [], path);
      assert.equal(await page.getByText("`").count(), 0, path);
    }
  }, { context: { viewport: { width, height: 800 } } });
}

pageTest("a run is made where it is drawn, when somebody wants it", async ({ page }) => {
  for (const path of ["/", "/when-async/"]) {
    await page.goto(path);
    const figure = page.locator("figure").first();
    await figure.getByRole("img").first().waitFor();
    const button = figure.getByRole("button", { name: "Run it here" });
    await button.focus();
    await page.keyboard.press("Enter");
    assert.equal((await finished(page)).outcome, "completed");
    assert.equal(await button.count(), 0);
    assert.equal(await figure.getByRole("img").filter({ visible: true }).count(), await page.locator("async-playground").getByRole("img").filter({ visible: true }).count(), "it stands in the drawing's place");
    await assertFits(page, path);
  }
});

pageTest("without JavaScript, runs are drawn, and nothing offers to run them", async ({ page }) => {
  await page.goto("/when-async/");
  await page.locator("figure svg:visible").first().waitFor();
  assert.equal(await page.getByRole("button", { name: "Run it here" }).count(), 0);
}, { context: { javaScriptEnabled: false } });

pageTest("the last lesson of a part ends with what to take along, and opens the next part", async ({ page }) => {
  const last = course.findLastIndex(({ lesson }) => lesson === "First steps");
  await open(page, course[last].id);
  await page.getByRole("link", { name: "End of the part" }).click();
  const ending = page.getByRole("region", { name: "The end of “First steps”: what to take along" });
  assert.equal(await ending.getByRole("listitem").count(), 3);
  assert.equal(await ending.getByRole("heading").evaluate((heading) => heading === document.activeElement), true);
  assert.equal(new URL(page.url()).hash, "");
  await ending.getByText(`Next: ${course[last + 1].lesson}.`).waitFor();
  await ending.getByRole("link", { name: `Go on with “${course[last + 1].title}”` }).click();
  await page.waitForURL(`**/${course[last + 1].id}/`);
  assert.equal(await page.getByRole("link", { name: "End of the part" }).count(), 0);
});

pageTest("Python says that the page runs Rust, and is copied as a file that runs, with the values as they stand", async ({ page }) => {
  await page.addInitScript(() => {
    globalThis.copied = [];
    Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => void globalThis.copied.push(text) } });
  });
  await open(page, "gather?language=python&b=0.5");
  await page.getByText("This page runs the Rust program. CPython prints the same of this one.").waitFor();
  const copy = page.locator(".source").getByRole("button", { name: "Copy" });
  await copy.click();
  await page.getByRole("button", { name: "Copied" }).waitFor();
  const [text] = await page.evaluate(() => copied);
  assert.ok(text.startsWith("import asyncio\n") && text.endsWith('\n\n\nif __name__ == "__main__":\n    asyncio.run(main(2, 0.5, 3))\n'), text);
  await open(page, "nested-run?language=python");
  await page.getByText("but for the refusal in asyncio's words").waitFor();
});

pageTest("of a Rust program that was changed, Python does not say that it prints the same", async ({ page }) => {
  await open(page, "gather?language=python");
  const twin = page.locator(".source .twin");
  await twin.getByText("CPython prints the same of this one.").waitFor();
  await playground(page).evaluate((element) => void (element.source += "// Mine.\n"));
  await twin.getByText("This page runs the Rust program. That has been changed; the Python is still the lesson's. Copy gives").waitFor();
  await playground(page).evaluate((element) => void (element.source = null));
  await twin.getByText("CPython prints the same of this one.").waitFor();
});
