// How much the page does for a run of very many tasks: what grows with it freezes slower machines.

import assert from "node:assert/strict";

import { lookAt, open, playground, runToTheEnd } from "./lesson.mjs";
import { pageTest } from "./page.mjs";

pageTest("a run of 10,000 tasks is shown in a few thousand nodes", async ({ page }) => {
  await open(page, "scale");
  const { tasks } = await runToTheEnd(page);
  assert.equal(tasks.length, 10_000);

  const nodes = () => playground(page).evaluate((element) => element.shadowRoot.querySelectorAll("*").length);
  const folded = await nodes();
  assert.ok(folded < 2000, `${folded} nodes`);
  const marks = await page.evaluate(() => performance.getEntriesByType("measure").length);
  assert.ok(marks > 0 && marks <= 2000, `${marks} marks`);

  // The tables are made when they are looked at.
  const rows = playground(page).locator("tbody tr");
  assert.equal(await rows.count(), 0);
  await lookAt(page, "In words");
  assert.equal(await rows.count(), 500);
  await lookAt(page, "Loop and log");
  assert.equal(await nodes(), folded);
});
