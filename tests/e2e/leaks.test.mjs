// What a run takes, it gives back: however many there were, the page holds no more than after the first ones.

import assert from "node:assert/strict";

import { held, mixedRuns, openCourse, random } from "./mixed-runs.mjs";
import { pageTest } from "./page.mjs";

/** So many runs, and as many again. */
const RUNS = 60;

/**
 * What the moment decides, and not the number of runs: listeners of what is not collected yet (196 to 208 were seen,
 * up and down), and a worker that is kept for the next simulation. What every fourth run leaves is more than that.
 */
const AT_THE_MOMENT = { listeners: RUNS / 4, workers: 1 };

pageTest("the last runs of many leave no more nodes, listeners and workers than the first ones", async ({ page }) => {
  const ids = await openCourse(page);
  const next = random(1);
  // Once through all lessons: what is loaded and remembered of each is there.
  for (const id of ids) await mixedRuns(page, { ids: [id], count: 1, next });
  await mixedRuns(page, { ids, count: RUNS, next });
  const first = await held(page);
  await mixedRuns(page, { ids, count: RUNS, next });
  const last = await held(page);
  // Which labels of the timeline have room depends on the times of a run.
  assert.ok(last.nodes <= first.nodes * 1.05, `${first.nodes} nodes, then ${last.nodes}`);
  for (const [what, more] of Object.entries(AT_THE_MOMENT)) assert.ok(last[what] <= first[what] + more, `${first[what]} ${what}, then ${last[what]}`);
}, {
  // What a lesson asks for, to show how a missing page is answered.
  allowed: [/404 \(Not Found\) for http:.*\/no-such-page\?\d+$/],
  onlyIn: { chromium: "it says how many nodes and listeners there are" },
});
