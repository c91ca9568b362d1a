import assert from "node:assert/strict";
import { test } from "node:test";

import { summary } from "../src/views/transcript.js";
import { fixtures } from "./random-run.js";

const real = await fixtures();
const simulated = real.get("gather");
const run = { ...simulated, clock: "browser", elapsed_ms: simulated.elapsed_ms + 4 };

test("a run that has ended is told in a few words", () => {
  assert.equal(summary(run, simulated), "gather completed in 3.004 s, 4 ms more than simulated. 7 lines. No diagnoses.");
  assert.match(summary({ ...run, outcome: "stopped" }, simulated), /^gather was stopped after 3.004 s\. 7 lines/);
});

test("a run is not measured against the simulation of other values", () => {
  const other = { ...simulated, params: { ...simulated.params, a: 9 } };
  assert.match(summary(run, other), /^gather completed in 3.004 s\. 7 lines/);
});
