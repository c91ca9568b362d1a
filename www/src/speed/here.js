// The visitor's own browser: as many promises as tasks, by turns, beside what the bench has measured.

import { message } from "../engine/message.js";
import { number as whole } from "../record/figures.js";
import { figureOf } from "./figure.js";
import { make } from "./make.js";
import { number } from "./number.js";
import { sleepers } from "./sleepers.js";
import { even, tableOf } from "./table.js";

/** @import { Bench, Row } from "./bench.js" */

/** Of each: fewer than the bench has, as somebody waits. */
const ROUNDS = 3;

/** Those of the bench whose rows stand beside. */
const RIVALS = [
  { id: "promises", name: "Promise.all of setTimeout", measure: async (/** @type {number} */ count) => sleepers(count) },
  { id: "traced", name: "a run here, with its trace", measure: run },
];

/**
 * @param {number} tasks
 * @param {AbortSignal} signal
 */
async function run(tasks, signal) {
  const { run } = await import("../async-playground.js");
  const { outcome, error, elapsed_ms } = await run("scale", { tasks }, { signal });
  if (outcome === "failed") throw new Error(error ?? "the run has failed");
  return elapsed_ms;
}

/** @param {Promise<Bench | null>} bench what stands beside, when it has come */
export function offerRun(bench) {
  const form = /** @type {HTMLFormElement} */ (document.querySelector("#here"));
  const [status, result] = ["#progress", "#result"].map((one) => /** @type {HTMLElement} */ (document.querySelector(one)));
  const [start, stop] = /** @type {NodeListOf<HTMLButtonElement>} */ (form.querySelectorAll("button"));
  const progress = /** @type {HTMLProgressElement} */ (form.querySelector("progress"));
  /** @type {AbortController | undefined} */
  let going;
  stop.addEventListener("click", () => going?.abort());
  addEventListener("pagehide", () => going?.abort());
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    going = new AbortController();
    [start.hidden, stop.hidden, progress.hidden] = [true, false, false];
    stop.focus();
    try {
      const count = Number(new FormData(form).get("tasks"));
      const measured = await measure(count, going.signal, (done, all, name) => {
        [progress.max, progress.value] = [all, done];
        status.textContent = `${done + 1} of ${all}: ${name}`;
      });
      if (measured) result.replaceChildren(...compared(count, measured, await bench));
      status.textContent = measured ? "Done." : "Stopped.";
    } catch (error) {
      status.textContent = `It could not be measured: ${message(error)}`;
    }
    [start.hidden, stop.hidden, progress.hidden] = [false, true, true];
    start.focus();
  });
  form.hidden = false;
}

/**
 * What each has taken over the second, in milliseconds, round after round; nothing, if it was stopped.
 * @param {number} count
 * @param {AbortSignal} signal
 * @param {(done: number, all: number, name: string) => void} tell
 */
async function measure(count, signal, tell) {
  const over = RIVALS.map(() => /** @type {number[]} */ ([]));
  // The wasm is there before the clock starts.
  await run(1, signal);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, { name, measure }] of RIVALS.entries()) {
      if (signal.aborted) return;
      tell(round * RIVALS.length + index, ROUNDS * RIVALS.length, name);
      over[index].push((await measure(count, signal)) - 1000);
    }
  }
  if (!signal.aborted) return over;
}

/**
 * @param {number} count
 * @param {number[][]} measured
 * @param {Bench | null} bench
 */
function compared(count, measured, bench) {
  const figures = measured.map(figureOf);
  const [theirs, ours] = figures.map(({ median }) => median);
  const table = bench?.tables.find(({ id }) => id === "sleepers");
  const column = table?.columns.indexOf(whole(count)) ?? -1;
  /** @type {Row[]} */
  const rows = RIVALS.map(({ id, name }, index) => {
    const beside = column < 0 ? [] : [table?.rows.find((row) => row.id === id)?.cells[column] ?? null];
    return { id, name, cells: [figures[index], ...beside] };
  });
  const columns = ["your browser", ...(column < 0 ? [] : ["the bench"])];
  const ratio = theirs > 0 ? `Over the second, a run took ${number(ours / theirs)} times what the promises took.` : "The promises took no measurable time over the second: try more tasks.";
  return [make("p", {}, `${whole(count)} that sleep 1 s, all at once: milliseconds over the second. ${ratio}`), tableOf({ head: "by", columns, rows }, even)];
}
