import assert from "node:assert/strict";
import { test } from "node:test";

import { doubt } from "../src/views/clock.js";
import { fixtures } from "./random-run.js";

const real = await fixtures();

/** The run with everything from its first `fire` on that much later. */
function stalled(/** @type {string} */ id, /** @type {number} */ ms) {
  const record = structuredClone(real.get(id));
  const first = record.events.findIndex(({ kind }) => kind === "fire");
  for (const event of record.events.slice(first)) event.at_ms += ms;
  return record;
}

test("late timers are doubted only if nothing of the run was in their way", () => {
  // Here the timers of the heartbeat are late by the time that the program blocks.
  assert.equal(doubt(real.get("blocking-sleep")), undefined);
  assert.equal(doubt(stalled("gather", 90)), undefined);
  assert.match(doubt(stalled("gather", 200)), /fired 200.0 ms late/);
});

test("a hidden tab is named as the reason", () => {
  assert.match(doubt({ ...stalled("gather", 200), hidden_ms: 2100 }), /hidden for 2.100 s/);
});
