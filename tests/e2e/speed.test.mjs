// The page of figures: what the bench has measured, and the visitor's own browser.

import assert from "node:assert/strict";

import { assertFits } from "./fits.mjs";
import { pageTest } from "./page.mjs";
import { giveFigures } from "./speed.mjs";

pageTest("it shows what the bench has measured, where, and which goals hold", async ({ page }) => {
  await giveFigures(page);
  await page.goto("/speed/");
  await page.getByText("1 of 2 hold.").waitFor();
  // After what it is about.
  const goals = page.getByRole("table").last();
  assert.deepEqual(await goals.getByRole("row").allInnerTexts().then((rows) => rows.map((row) => row.split("\t"))), [
    ["what", "measured", "at most", "goal"],
    ["10,000 sleepers", "0.20 times", "0.25 times", "✓ holds"],
    ["the ring", "1.50 times", "1.4 times", "✗ is missed"],
  ]);
  await page.getByText("Quick One, 2 cores, 4 GiB, Linux").waitFor();
  const cells = page.getByRole("table").first().getByRole("row").nth(1).getByRole("cell");
  assert.deepEqual(await cells.allInnerTexts(), ["4.00 3.00 to 5.00", "–"]);
  await page.getByText("Promise.all, setTimeout: 10,000: not measured, it takes long.").waitFor();
  // What takes ten times as long is a step longer.
  const bars = await page.getByRole("table").first().locator("tr td:nth-child(2) .bar-of").evaluateAll((all) => all.map((bar) => [parseFloat(bar.style.getPropertyValue("--part")), Number(bar.dataset.steps)]));
  assert.equal(Math.round(((bars[1][0] - bars[0][0]) * bars[0][1]) / 100), 1);
});

for (const width of [1280, 320]) {
  pageTest(`at ${width} pixels, its figures fit`, async ({ page }) => {
    await giveFigures(page);
    await page.goto("/speed/");
    await page.getByText("1 of 2 hold.").waitFor();
    await assertFits(page);
  }, { context: { viewport: { width, height: 800 } } });
}

pageTest("where nothing was measured, it says so", async ({ page }) => {
  await page.route("**/bench.json", (route) => route.fulfill({ json: null }));
  await page.goto("/speed/");
  await page.getByText("Nothing was measured for this copy of the site").waitFor();
  assert.equal(await page.getByRole("table").count(), 0);
});

pageTest("it measures the visitor's own browser, beside the bench, and tells how far it is", async ({ page }) => {
  await giveFigures(page);
  await page.goto("/speed/");
  await page.getByLabel("How many").selectOption("1,000");
  await page.getByRole("button", { name: "Measure" }).click();
  await page.getByText("2 of 6: a run here, with its trace").waitFor();
  assert.equal(await page.getByRole("progressbar").getAttribute("value"), "1");
  await page.getByText("Done.").waitFor();
  const [, theirs, ours] = await page.locator("#result").getByRole("row").allInnerTexts();
  // Timers are never early.
  assert.match(theirs, /^Promise.all of setTimeout\s+[\d.,]+ [\d.,]+ to [\d.,]+\s+4.00/);
  assert.match(ours, /^a run here, with its trace\s+[\d.,]+ [\d.,]+ to [\d.,]+\s+40.0/);
  assert.equal(await page.getByRole("button", { name: "Measure" }).evaluate((button) => button === document.activeElement), true);
});

pageTest("measuring can be stopped", async ({ page }) => {
  await page.goto("/speed/");
  await page.getByRole("button", { name: "Measure" }).click();
  await page.getByText(/^1 of 6/).waitFor();
  await page.getByRole("button", { name: "Stop" }).click();
  await page.getByText("Stopped.").waitFor();
  assert.equal(await page.locator("#result").innerText(), "");
});

pageTest("without JavaScript, it says what is needed, and offers nothing", async ({ page }) => {
  await page.goto("/speed/");
  await page.getByText("The figures are loaded and drawn by JavaScript").waitFor();
  assert.equal(await page.getByRole("button").filter({ visible: true }).count(), 0);
}, { context: { javaScriptEnabled: false } });
