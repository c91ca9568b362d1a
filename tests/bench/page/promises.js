// The work of the bench in JavaScript: peers/src/work.rs says the same in Rust. What is measured are milliseconds.

import { sleepers } from "../../../www/src/speed/sleepers.js";

/** Loops of the ring, and of those that yield. */
const LOOPS = 1000;

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** @type {Record<string, (count: number) => Promise<unknown>>} */
const work = { spawns, ring, yields, races };

/**
 * @param {string} name
 * @param {number} count
 * @returns {Promise<number[]>}
 */
export async function measure(name, count) {
  if (name === "sleepers") return [await sleepers(count)];
  if (name === "deadlines") return deadlines(count);
  const started = performance.now();
  await work[name](count);
  return [performance.now() - started];
}

/** An async function has run when it was called: only its promise is to be awaited. */
async function spawns(count) {
  const task = async (number) => number;
  const values = await Promise.all(Array.from({ length: count }, (_, number) => task(number)));
  if (values.reduce((sum, value) => sum + value, 0) !== (count * (count - 1)) / 2) throw new Error("a task is missing");
}

/** A token goes from loop to loop; a channel of one place is a promise, and who fulfils it. */
async function ring(passes) {
  const channels = Array.from({ length: LOOPS }, () => Promise.withResolvers());
  const receive = async (place) => {
    const value = await channels[place].promise;
    channels[place] = Promise.withResolvers();
    return value;
  };
  const loops = channels.map(async (_, place) => {
    const next = (place + 1) % LOOPS;
    let left;
    while ((left = await receive(place)) > 0) channels[next].resolve(left - 1);
    // One after another is done.
    channels[next].resolve(-1);
  });
  channels[0].resolve(passes);
  await Promise.all(loops);
}

async function yields(count) {
  await Promise.all(
    Array.from({ length: LOOPS }, async () => {
      for (let time = 0; time < count / LOOPS; time++) await null;
    }),
  );
}

/** A timer is set and taken back twice each time. */
async function races(count) {
  const soon = async () => void (await null);
  const withTimer = async () => {
    let timer;
    await Promise.race([soon(), new Promise((resolve) => (timer = setTimeout(resolve, 1000)))]);
    clearTimeout(timer);
  };
  for (let time = 0; time < count; time++) {
    await withTimer();
    await withTimer();
  }
}

/** At so many deadlines within a second, how late each timer was. */
async function deadlines(count) {
  let random = 1;
  const timers = Array.from({ length: count }, async () => {
    random = (Math.imul(random, 1_664_525) + 1_013_904_223) >>> 0;
    const ms = (random >>> 16) % 1000;
    const due = performance.now() + ms;
    await sleep(ms);
    return performance.now() - due;
  });
  return Promise.all(timers);
}

/** Those that wait while their memory is measured. @type {Promise<unknown>} */
let waiting = Promise.resolve();

/** @param {number} count */
export function wait(count) {
  waiting = sleepers(count);
}

export const waited = async () => void (await waiting);
