// What the figures have to be. Those of time are ratios, as every machine has figures of its own.

import { number } from "../../www/src/speed/number.js";
import { figure } from "./table.mjs";

/** @import { Goal, Table } from "../../www/src/speed/bench.js" */

/** @typedef {{ what: string, most: number, unit: string, value: (get: Get) => number | undefined }} Wanted */
/** @typedef {(table: string, row: string, column: string) => number | undefined} Get the median, if it was measured */

/** One through another, if both were measured. */
const ratio = (/** @type {number | undefined} */ one, /** @type {number | undefined} */ other) => one !== undefined && other ? one / other : undefined;

/** @type {(count: string, most: number) => Wanted} */
const sleepers = (count, most) => ({
  what: `${count} sleepers: time over the second, of what Promise.all and setTimeout take`,
  most,
  unit: "times",
  value: (get) => ratio(get("sleepers", "traced", count), get("sleepers", "promises", count)),
});

/** @type {(work: string, count: string, what: string) => Wanted} */
const trace = (work, count, what) => ({
  what: `${what}: with the trace, of without`,
  most: 1.4,
  unit: "times",
  value: (get) => ratio(get(work, "traced", count), get(work, "untraced", count)),
});

/** @type {(name: string, row: string, most: number) => Wanted} */
const step = (name, row, most) => ({ what: `a step of the replay, ${name}, 95 of 100`, most, unit: "ms", value: (get) => get("replay", row, "95 of 100") });

/** @type {(what: string, row: string, kilobytes: number) => Wanted} */
const download = (what, row, kilobytes) => ({ what: `${what}, in brotli`, most: kilobytes, unit: "KB", value: (get) => get("size", row, "KB") });

/** @type {readonly Wanted[]} */
const WANTED = [
  sleepers("10,000", 0.25),
  sleepers("100,000", 0.1),
  sleepers("1,000,000", 0.07),
  trace("sleepers", "10,000", "10,000 sleepers"),
  trace("sleepers", "100,000", "100,000 sleepers"),
  trace("spawns", "10,000", "10,000 spawned and joined"),
  trace("ring", "100,000", "the ring"),
  { what: "memory of a sleeping task, its future included, without the trace, of 100,000", most: 200, unit: "bytes", value: (get) => get("bytes", "untraced", "100,000") },
  {
    what: "cost of a task among 1,000,000, of that among 10,000",
    most: 1.2,
    unit: "times",
    value: (get) => ratio(ratio(get("sleepers", "traced", "1,000,000"), 100), get("sleepers", "traced", "10,000")),
  },
  {
    what: "random deadlines: median lateness, above that of setTimeout",
    most: 0.2,
    unit: "ms",
    value: (get) => difference(get("deadlines", "traced", "median"), get("deadlines", "promises", "median")),
  },
  { what: "random deadlines: the earliest timer is early by", most: 0, unit: "ms", value: (get) => difference(0, get("deadlines", "traced", "earliest")) },
  step("10,000 events", "step 10000 1", 8),
  step("100,000 events", "step 100000 1", 8),
  step("10,000 events, a CPU 4 times slower", "step 10000 4", 16),
  step("100,000 events, a CPU 4 times slower", "step 100000 4", 16),
  {
    what: "timers of gather: what the views add to the lateness of 95 of 100",
    most: 2,
    unit: "ms",
    value: (get) => difference(get("lateness", "with", "95 of 100"), get("lateness", "without", "95 of 100")),
  },
  download("until Run works", "untilRun", 90),
  download("a first visit with a run", "firstVisit", 120),
  download("the largest further lesson", "furtherLesson", 6),
];

function difference(one, other) {
  return one === undefined || other === undefined ? undefined : one - other;
}

/** Those of which something was measured. @param {readonly Table[]} tables @returns {Goal[]} */
export function goalsOf(tables) {
  return WANTED.flatMap(({ what, most, unit, value }) => {
    const measured = value((table, row, column) => figure(tables, table, row, column)?.median);
    return measured === undefined ? [] : [{ what, value: measured, most, unit, holds: measured <= most }];
  });
}

/** @param {readonly Goal[]} goals */
export function printGoals(goals) {
  if (goals.length === 0) return;
  console.log("\nGoals\n");
  const widest = Math.max(...goals.map(({ what }) => what.length));
  for (const { what, value, most, unit, holds } of goals) {
    console.log(`${what.padEnd(widest)}${`${number(value)} ${unit}`.padStart(14)}   at most ${String(most).padStart(4)}   ${holds ? "holds" : "does NOT hold"}`);
  }
  console.log(`\n${goals.filter(({ holds }) => holds).length} of ${goals.length} hold.`);
}
