// How much the page does for a run of very many tasks: what grows with it freezes slower machines.

import assert from "node:assert/strict";

import { lookAt, open, playground, runToTheEnd, settled } from "./lesson.mjs";
import { longRun } from "./long-run.mjs";
import { pageTest } from "./page.mjs";

pageTest("a run of 3,000 tasks is shown in a few thousand nodes", async ({ page }) => {
  await open(page, "scale?tasks=3000&speed=20");
  const { tasks } = await runToTheEnd(page);
  assert.equal(tasks.length, 3001);

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

/** What says where the replay is; and how many of its nodes a step may change, of the thousands that are there. */
const MOVING = [".source .line", ".over", ".drawing .grip", ".scrubber", ".sentence", ".loop", ".log li"];
const FEW = 30;

pageTest("a step of a replay changes what says where it is, and nothing else", async ({ page }) => {
  await open(page, "hello");
  await playground(page).evaluate((element, record) => (element.record = record), longRun(10_000));
  await settled(page);
  const range = page.getByRole("slider", { name: "Event" });
  await range.fill("4000");
  await settled(page);
  await range.focus();
  await playground(page).evaluate(({ shadowRoot }) => {
    window.changed = [];
    new MutationObserver((records) => window.changed.push(...records)).observe(shadowRoot, { subtree: true, childList: true, attributes: true, characterData: true });
  });
  for (let step = 1; step <= 12; step++) {
    await page.keyboard.press("ArrowRight");
    await settled(page);
    const { many, elsewhere } = await page.evaluate((moving) => {
      const nodes = new Set(window.changed.splice(0).map(({ target }) => target));
      const element = (node) => (node instanceof Element ? node : node.parentElement);
      const others = [...nodes].map(element).filter((found) => !found?.closest(moving));
      return { many: nodes.size, elsewhere: others.map((found) => found?.outerHTML.slice(0, 100) ?? "what is gone") };
    }, MOVING.join());
    assert.deepEqual(elsewhere, [], `step ${step}`);
    assert.ok(many > 0 && many <= FEW, `step ${step} changes ${many} nodes`);
  }
}, { onlyIn: { chromium: "which nodes change is the same in both" } });
