// What is typed in the editor, interpreted, against the same compiled.

import { readFileSync } from "node:fs";

import { figureOf } from "../../../www/src/speed/figure.js";
import { openPage } from "../page.mjs";
import { ROUNDS } from "../peers.mjs";

/** @import { Site } from "../bench.mjs" */
/** @import { Figure, Table } from "../../../www/src/speed/bench.js" */

const read = (/** @type {string} */ path) => readFileSync(new URL(path, import.meta.url), "utf8");

const SLEEPERS = read("../../../src/scenarios/scale/main.rs");
const TASKS = 10_000;

/** The computing is one poll, and the program says how long it took. */
const COMPUTE = `${read("../peers/src/compute.rs")}
pub async fn main(end: u32) {
    let started = std::time::Instant::now();
    let primes = compute(end);
    println!("{}", started.elapsed().as_micros());
    println!("{primes} primes");
}
`;
const END = 200_000;

/** @param {Site} site @returns {Promise<Table[]>} */
export async function interpreter(site) {
  const bench = await openPage(site);
  /** @type {Record<string, number[]>} */
  const measured = { computing: [], "computing compiled": [], sleepers: [], "sleepers compiled": [] };
  for (let round = 0; round < ROUNDS; round++) {
    measured["computing compiled"].push(await bench.call("rust.js", "compute", END));
    const { log } = await bench.call("program.js", "runProgram", COMPUTE, { end: END });
    measured.computing.push(Number(log[0].text) / 1000);
    const [compiled] = await bench.call("measure.js", "measure", "traced", "sleepers", TASKS);
    measured["sleepers compiled"].push(compiled - 1000);
    const { elapsed_ms } = await bench.call("program.js", "runProgram", SLEEPERS, { tasks: TASKS });
    measured.sleepers.push(elapsed_ms - 1000);
  }
  await bench.close();
  const row = (/** @type {string} */ id, /** @type {string} */ name) => {
    const figures = [`${id} compiled`, id].map((what) => figureOf(measured[what]));
    const times = measured[id].map((ms, round) => ms / measured[`${id} compiled`][round]);
    return { id, name, cells: [...figures, figureOf(times)] };
  };
  return [
    {
      id: "interpreter",
      title: "A program of one's own, interpreted",
      unit: "milliseconds, and how many times as long",
      about: "The runtime below is the same.",
      head: "what",
      columns: ["compiled", "interpreted", "times"],
      rows: [
        row("computing", `a sieve of the primes below ${END.toLocaleString("en")}`),
        row("sleepers", `${TASKS.toLocaleString("en")} tasks that sleep 1 s: over the second`),
      ],
    },
  ];
}
