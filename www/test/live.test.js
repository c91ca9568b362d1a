import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { LiveRecord } from "../src/record/live.js";
import { createReplay } from "../src/record/replay.js";
import { randomRun } from "./random-run.js";

/** Counts the turns that the page gets. */
let turns = 0;
globalThis.MessageChannel = class extends MessageChannel {
  constructor() {
    super();
    turns += 1;
  }
};

beforeEach(() => {
  turns = 0;
});

test("what arrives at the end of a long run is read in parts, with a turn for the page after each", async () => {
  const { record } = randomRun(3, 9000, { maxLanes: 50 });
  const live = new LiveRecord(record.scenario, {}, 1);
  record.events.forEach((event) => live.push(event));
  /** @type {number[]} */
  const seen = [];
  await live.takeAll(({ events }) => {
    // As many turns as there were parts before this one.
    assert.equal(turns, seen.length);
    seen.push(events.length);
  });
  const { length } = record.events;
  assert.deepEqual(seen, Array.from({ length: Math.ceil(length / 2000) }, (_, part) => Math.min(2000 * (part + 1), length)));
  assert.ok(length > 4000);
  assert.deepEqual(live.record.events, record.events);
  assert.deepEqual(live.replay.at(length), createReplay(record).at(length));
});

test("a short run is read at once", async () => {
  const { record } = randomRun(4, 100);
  const live = new LiveRecord(record.scenario, {}, 1);
  record.events.forEach((event) => live.push(event));
  let parts = 0;
  const all = live.takeAll(() => (parts += 1));
  assert.equal(live.replay.length, record.events.length);
  await all;
  assert.deepEqual([parts, turns], [1, 0]);
});
