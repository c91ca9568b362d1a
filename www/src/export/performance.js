// A run as tracks of the Performance panel, through User Timing: see "Customize your
// performance data with the extensibility API" in the documentation of Chrome's DevTools.

import { shortNames } from "../record/names.js";
import { turn } from "../turn.js";
import { historyOf } from "../views/timeline/history.js";

/** @import { Interval, RunRecord } from "../types.js" */

/** How many lanes get a track, how many stretches are marked in all, and how many of them at once. */
const LANES = 200;
const MEASURES = 2000;
const AT_ONCE = 200;

/** The panel's own colours. To be ready is not marked: that a task waits for its turn shows between its poll and its wait. */
const COLORS = /** @type {Partial<Record<Interval["state"], string>>} */ ({ busy: "primary-dark", idle: "primary-light", blocked: "error" });
const WORDS = /** @type {Record<string, string>} */ ({ busy: "poll", idle: "waits", blocked: "blocks" });

/** The names that were given: measures are cleared by name. @type {Set<string>} */
let marked = new Set();

/**
 * Marks each poll and each wait of a run that has ended, and clears those of the run before.
 * @param {RunRecord} record
 * @param {number} startedAt when the run began, on `performance.now()`
 */
export async function markTasks(record, startedAt) {
  for (const name of marked) performance.clearMeasures(name);
  const own = (marked = new Set());
  // What was simulated did not happen on this page's clock.
  if (record.clock !== "browser") return;
  const names = shortNames(record.tasks.slice(0, LANES));
  const history = historyOf(record);
  const stretches = [...names.keys()]
    .flatMap((id) => history.stretches(id, record.elapsed_ms).map((interval) => ({ id, ...interval })))
    .filter(({ state }) => state in COLORS)
    .slice(0, MEASURES);
  for (const [index, { id, state, from_ms, to_ms }] of stretches.entries()) {
    if (index > 0 && index % AT_ONCE === 0) await turn();
    // Meanwhile, another run may have ended.
    if (own !== marked) return;
    const track = names.get(id);
    const name = `${track} ${WORDS[state]}`;
    const devtools = { dataType: "track-entry", track, trackGroup: "Async Playground", color: COLORS[state] };
    performance.measure(name, { start: startedAt + from_ms, end: startedAt + to_ms, detail: { devtools } });
    own.add(name);
  }
}
