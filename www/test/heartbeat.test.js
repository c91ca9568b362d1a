import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { Heartbeat } from "../src/controllers/heartbeat.js";

/** A browser whose time is moved by hand. */
let now = 0;
/** @type {Map<number, () => void>} */
let frames = new Map();
const page = Object.assign(new EventTarget(), { hidden: false });

Object.assign(globalThis, {
  document: page,
  performance: { now: () => now },
  requestAnimationFrame: (/** @type {() => void} */ callback) => {
    frames.set(frames.size + 1, callback);
    return frames.size;
  },
  cancelAnimationFrame: (/** @type {number} */ id) => frames.delete(id),
  matchMedia: () => ({ matches: true }),
});

/** @param {number} ms */
function frameAt(ms) {
  now = ms;
  const due = [...frames.values()];
  frames = new Map();
  due.forEach((callback) => callback());
}

/**
 * @param {boolean} hidden
 * @param {number} ms
 */
function hideAt(hidden, ms) {
  now = ms;
  page.hidden = hidden;
  page.dispatchEvent(new Event("visibilitychange"));
}

beforeEach(() => {
  [now, frames, page.hidden] = [0, new Map(), false];
});

function started() {
  const heartbeat = new Heartbeat({ requestUpdate() {} });
  heartbeat.start(() => Infinity);
  return heartbeat;
}

/** @param {Heartbeat} heartbeat */
function ended(heartbeat) {
  heartbeat.end();
  return heartbeat.longest_ms;
}

test("the longest gap counts wherever in the run it is: before the first frame, between two, after the last", () => {
  for (const [came, end] of /** @type {[number[], number][]} */ ([[[900, 916], 932], [[16, 916, 932], 948], [[16, 32], 932]])) {
    now = 0;
    const heartbeat = started();
    came.forEach(frameAt);
    now = end;
    assert.equal(ended(heartbeat), 900);
  }
});

test("a gap in which the tab was hidden is left out, whether it is shown again before the next frame or not", () => {
  const heartbeat = started();
  frameAt(20);
  hideAt(true, 30);
  hideAt(false, 1000);
  frameAt(1010);
  frameAt(1040);
  hideAt(true, 1050);
  // Some browsers give a hidden tab a frame now and then.
  frameAt(2000);
  frameAt(3000);
  hideAt(false, 4000);
  frameAt(4010);
  frameAt(4035);
  assert.equal(ended(heartbeat), 30);
});

test("a run that begins or ends in a hidden tab has no gap there", () => {
  page.hidden = true;
  const heartbeat = started();
  frameAt(400);
  hideAt(false, 500);
  frameAt(510);
  frameAt(525);
  hideAt(true, 530);
  now = 2000;
  assert.equal(ended(heartbeat), 15);
});

test("after the end no frame is asked for, nothing is listened to, and the figure stays", () => {
  const heartbeat = started();
  frameAt(40);
  assert.equal(ended(heartbeat), 40);
  assert.equal(frames.size, 0);
  hideAt(true, 3000);
  frameAt(5000);
  assert.equal(ended(heartbeat), 40);
});
