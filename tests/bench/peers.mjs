// Who does the work, where, and what each cannot do, or not as often.

/**
 * @typedef {object} Peer
 * @property {string} id
 * @property {string} name
 * @property {"page" | "native"} where page/measure.js has it, or native.mjs
 * @property {Record<string, string>} [cannot] why some work, or some count of it as in "sleepers 1000000", is left out
 * @property {Record<string, number>} [rounds] what takes long is measured less often
 * @property {Record<string, number>} [count] or is less work
 */

/** How often all else is measured. */
export const ROUNDS = 5;

/** @type {readonly Peer[]} */
export const PEERS = [
  {
    id: "traced",
    name: "here, with its trace",
    where: "page",
    cannot: { yields: "a run records 500,000 events at most" },
  },
  {
    id: "untraced",
    name: "here, without",
    where: "page",
    cannot: { "sleepers 1000000": "a run has a million tasks at most, of which the first 10,000 are recorded" },
  },
  {
    id: "promises",
    name: "Promise.all, setTimeout",
    where: "page",
    rounds: { "sleepers 1000000": 3 },
  },
  {
    id: "gloo",
    name: "spawn_local, gloo-timers",
    where: "page",
    rounds: { "sleepers 1000000": 3 },
  },
  {
    id: "local-set",
    name: "tokio's LocalSet, a map of timers",
    where: "page",
  },
  {
    id: "pyodide",
    name: "asyncio in Pyodide",
    where: "page",
    cannot: { "sleepers 1000000": "it would take many minutes", "spawns 100000": "it would take half a minute" },
    rounds: { "sleepers 100000": 1, yields: 3, ring: 3, races: 3, spawns: 3, bytes: 1 },
    count: { ring: 10_000, yields: 100_000, races: 1_000 },
  },
  {
    id: "cpython",
    name: "CPython's asyncio, native",
    where: "native",
    rounds: { "sleepers 1000000": 1, "sleepers 100000": 3, "spawns 100000": 3, ring: 3, yields: 3, bytes: 1 },
  },
  {
    id: "tokio",
    name: "tokio, native",
    where: "native",
  },
];
