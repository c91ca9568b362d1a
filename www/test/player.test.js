import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { Player } from "../src/controllers/player.js";

/** A browser whose time is moved by hand: frames come when `frameAt` says so. */
let now = 0;
/** @type {Map<number, () => void>} */
let frames = new Map();
let calm = false;

Object.assign(globalThis, {
  performance: { now: () => now },
  requestAnimationFrame: (/** @type {() => void} */ callback) => {
    frames.set(frames.size + 1, callback);
    return frames.size;
  },
  cancelAnimationFrame: (/** @type {number} */ id) => frames.delete(id),
  matchMedia: () => ({ matches: calm }),
});

/** @param {number} ms */
function frameAt(ms) {
  now = ms;
  const due = [...frames.values()];
  frames = new Map();
  due.forEach((callback) => callback());
}

beforeEach(() => {
  [now, frames, calm] = [0, new Map(), false];
});

const record = { events: [0, 0, 1000, 1000, 3000].map((at_ms, n) => ({ n, at_ms, task: 0, kind: "poll_start" })) };

function playing(from, rate) {
  const cursors = [];
  const host = { addController() {}, requestUpdate() {} };
  const player = new Player(host, (n) => cursors.push(n));
  player.play(record, from, rate);
  return { player, cursors };
}

test("the cursor stands after all events whose time has come, and playing ends at the last", () => {
  const { player, cursors } = playing(0, 2);
  for (const ms of [0, 499, 500, 1499]) frameAt(ms);
  assert.deepEqual(cursors, [2, 4]);
  assert.equal(player.playing, true);
  frameAt(1500);
  assert.deepEqual(cursors, [2, 4, 5]);
  assert.equal(player.playing, false);
  assert.equal(frames.size, 0);
});

test("from within a run it takes only the time that is left, from its end it begins again", () => {
  const within = playing(4, 1);
  frameAt(1999);
  assert.deepEqual(within.cursors, []);
  frameAt(2000);
  assert.deepEqual(within.cursors, [5]);
  assert.deepEqual(playing(5, 1).cursors, [0]);
});

test("no cursor comes after pause, nor after the host is gone", () => {
  for (const end of ["pause", "hostDisconnected"]) {
    const { player, cursors } = playing(0, 1);
    player[end]();
    frameAt(now + 5000);
    assert.deepEqual(cursors, [], end);
    assert.equal(player.playing, false, end);
  }
});

test("with reduced motion the events come one by one", () => {
  calm = true;
  const { cursors } = playing(0, 1);
  for (const ms of [999, 1000, 2000, 3000, 4000, 5000]) frameAt(ms);
  assert.deepEqual(cursors, [1, 2, 3, 4, 5]);
});
