// The README's tables of figures, to be copied.

import { figure } from "./table.mjs";

/** @import { Figure, Table } from "../../www/src/speed/bench.js" */

/** @param {readonly Table[]} tables */
export function printReadme(tables) {
  console.log("\nFor the README:\n");
  const { columns, rows } = /** @type {Table} */ (tables.find(({ id }) => id === "sleepers"));
  row("tasks that sleep 1 s, all at once: ms over the ideal 1,000", ...columns);
  console.log(`|---|${"---|".repeat(columns.length)}`);
  for (const { name, cells } of rows) row(name, ...cells.map((cell) => (cell ? Math.round(cell.median).toLocaleString("en") : "–")));

  const median = (/** @type {[table: string, row: string, column: string]} */ ...where) => /** @type {Figure} */ (figure(tables, ...where)).median;
  const ms = (/** @type {number} */ value) => `${value.toFixed(1)} ms`;
  const step = (/** @type {string} */ row) => ms(median("replay", row, "95 of 100"));
  const kilobytes = (/** @type {string} */ row) => `${median("size", row, "KB").toFixed(1)} KB`;
  const late = (/** @type {string} */ peer) => ms(median("deadlines", peer, "median"));
  console.log("\n| | measured |\n|---|---|");
  row("memory of a sleeping task, of 100,000, its future included: without its trace, and with it", `${median("bytes", "untraced", "100,000").toFixed(0)} and ${median("bytes", "traced", "100,000").toFixed(0)} bytes`);
  row("timers at random deadlines, late by (the median); and raw `setTimeout`", `${late("traced")}; ${late("promises")}`);
  row("one step of the replay in a record of 10,000 events, 95 of 100: to the DOM and the painting of its frame, without the wait for the display", step("step 10000 1"));
  row("the same in a record of 100,000 events", step("step 100000 1"));
  row("both, on a CPU four times slower", `${step("step 10000 4")} and ${step("step 100000 4")}`);
  row("how much later 95 of 100 timers of `gather` fire with all views open", ms(median("lateness", "with", "95 of 100") - median("lateness", "without", "95 of 100")));
  row("downloaded until Run works, in brotli", kilobytes("untilRun"));
  row("downloaded in a first visit with a run", kilobytes("firstVisit"));
  row("downloaded with each further lesson, at most", kilobytes("furtherLesson"));
  row("the compiler, downloaded with the first edit", `${(median("size", "compiler", "KB") / 1000).toFixed(1)} MB`);
}

/** @param {string[]} cells */
function row(...cells) {
  console.log(`| ${cells.join(" | ")} |`);
}
