// What the bench has measured, as tables.

import { message } from "../engine/message.js";
import { loadBench } from "./bench.js";
import { make } from "./make.js";
import { number } from "./number.js";
import { headed, notesOf, tableOf, tenfold } from "./table.js";

/** @import { Bench, Goal, Table } from "./bench.js" */

/** @param {HTMLElement} place @returns {Promise<Bench | null>} what is shown, if there is something */
export async function showFigures(place) {
  try {
    const bench = await loadBench();
    place.replaceChildren(...(bench ? [measuredOn(bench), ...bench.tables.map(section), goals(bench.goals)] : [nothing()]));
    return bench;
  } catch (error) {
    place.replaceChildren(make("p", { role: "alert" }, `The figures could not be loaded: ${message(error)}`));
    return null;
  } finally {
    place.removeAttribute("aria-busy");
  }
}

const nothing = () =>
  make("p", {}, "Nothing was measured for this copy of the site: ", make("code", {}, "./build.sh bench"), " measures, and writes what this page shows. Your own browser can be measured all the same.");

/** @param {Bench} bench */
function measuredOn({ date, machine: { processor, cores, memory, system }, browser, versions }) {
  const facts = [
    ["Measured", date],
    ["Machine", `${processor}, ${cores} cores, ${memory}, ${system}`],
    ["Browser", browser],
    ["Versions", Object.entries(versions).map((pair) => pair.join(" ")).join(", ")],
  ];
  return make(
    "section",
    { class: "measured" },
    make("h3", {}, "In the bench"),
    make("p", {}, "All in one page of one browser, by turns. A figure is the median of five rounds, unless something else is said, beside the least and the most."),
    make("dl", { class: "facts" }, ...facts.map(([name, what]) => make("div", {}, make("dt", {}, name), make("dd", {}, what)))),
  );
}

/** @param {readonly Goal[]} goals */
function goals(goals) {
  const kept = goals.filter(({ holds }) => holds).length;
  const rows = goals.map(({ what, value, most, unit, holds }) =>
    make(
      "tr",
      { role: "row" },
      make("th", { scope: "row", role: "rowheader" }, what),
      make("td", { role: "cell", "data-column": "measured" }, make("b", {}, `${number(value)} ${unit}`)),
      make("td", { role: "cell", "data-column": "at most" }, `${most} ${unit}`),
      make("td", { role: "cell", "data-column": "goal", class: holds ? "held" : "missed" }, holds ? "✓ holds" : "✗ is missed"),
    ),
  );
  return make(
    "section",
    { class: "measured" },
    make("h3", {}, "Goals"),
    make("p", {}, `What we want of all these figures: ${kept} of ${goals.length} hold. Those of time are ratios within one run, as each machine has figures of its own.`),
    headed("goals", ["what", "measured", "at most", "goal"], rows),
  );
}

/** @param {Table} table */
function section(table) {
  const { title, unit, about, rows, bars } = table;
  const scale = bars ? " Each step of a bar is ten times as much as the one before." : "";
  return make("section", { class: "measured" }, make("h3", {}, title), make("p", {}, `In ${unit}. ${about}${scale}`), tableOf(table, bars ? tenfold : undefined), ...notesOf(rows));
}
