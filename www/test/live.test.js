import assert from "node:assert/strict";
import { test } from "node:test";

import { LiveRecord } from "../src/record/live.js";
import { createReplay } from "../src/record/replay.js";
import { random, randomRun } from "./random-run.js";
import { checkRecord } from "./wasm.js";

test("a record that grows is at last the whole one, whatever its slices were", async () => {
  const { record } = randomRun(3, 9000, { maxLanes: 50 });
  const { events, tasks, log, ...head } = await checkRecord(record);
  const next = random(5);
  const live = new LiveRecord();
  for (let from = 0; from < events.length; ) {
    const to = from + Math.floor(next() * 3000);
    live.add(events.slice(from, to));
    from = Math.min(to, events.length);
    assert.equal(live.record.outcome, "running");
    assert.equal(live.record.events.length, from);
    assert.equal(live.replay.length, from);
    assert.equal(live.record.elapsed_ms, events[from - 1]?.at_ms ?? 0);
    assert.equal(live.record.sampled.tasks_recorded, live.record.tasks.length);
    assert.deepEqual(live.record.log, log.filter(({ n }) => n < from));
  }
  live.end(head);
  assert.deepEqual(live.record, { ...head, events, tasks, log });
  assert.deepEqual(live.replay.at(events.length), createReplay({ events }).at(events.length));
});

test("who holds a record before it has ended holds the whole one after", () => {
  const { record } = randomRun(4, 100);
  const live = new LiveRecord({ scenario: "known" });
  const { record: given, replay } = live;
  const { events } = given;
  live.add(record.events);
  live.end({ outcome: "failed", error: "lost" });
  assert.deepEqual([given.scenario, given.outcome, given.error], ["known", "failed", "lost"]);
  // Who drew it while it grew goes on with the same lists.
  assert.equal(live.record, given);
  assert.equal(live.record.events, events);
  assert.equal(live.replay, replay);
  assert.equal(given.tasks.length, replay.at(replay.length).lanes.length);
});
