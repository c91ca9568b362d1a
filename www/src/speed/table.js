// A table of figures, each with a bar: like the tables of the pages that are read (pages/reading.js).

import { make } from "./make.js";
import { number } from "./number.js";

/** @import { Figure, Row, Table } from "./bench.js" */

/** @typedef {(values: number[]) => (value: number) => Bar} Scale of a column */
/** @typedef {{ part: number, steps?: number }} Bar how much of its place it takes, and into how many tenfold steps that is divided */

/** Rows that are the playground's own. */
const OURS = ["traced", "untraced"];

/**
 * @param {Pick<Table, "head" | "columns" | "rows">} table
 * @param {Scale} [scale] of its bars, if it has some
 */
export function tableOf({ head, columns, rows }, scale) {
  const scales = columns.map((_, index) => scale?.(rows.flatMap(({ cells }) => cells[index]?.median ?? [])));
  const body = rows.map(({ id, name, cells }) =>
    make(
      "tr",
      { role: "row", class: OURS.includes(id) ? "ours" : "" },
      make("th", { scope: "row", role: "rowheader" }, name),
      ...cells.map((figure, index) => make("td", { role: "cell", "data-column": columns[index] }, ...(figure ? shown(figure, scales[index]) : ["–"]))),
    ),
  );
  return headed("figures", [head, ...columns], body);
}

/**
 * A table of these rows. On a phone it is no grid: its roles say what it is.
 * @param {string} kind
 * @param {readonly string[]} heads
 * @param {readonly HTMLElement[]} rows
 */
export function headed(kind, heads, rows) {
  const cells = heads.map((head) => make("th", { scope: "col", role: "columnheader" }, head));
  return make(
    "table",
    { class: `columns ${kind}`, role: "table" },
    make("thead", { role: "rowgroup" }, make("tr", { role: "row" }, ...cells)),
    make("tbody", { role: "rowgroup" }, ...rows),
  );
}

/**
 * What there is to say about rows of a table, if there is something.
 * @param {readonly Row[]} rows
 */
export function notesOf(rows) {
  const noted = rows.filter(({ why }) => why);
  return noted.length === 0 ? [] : [make("ul", { class: "notes" }, ...noted.map(({ name, why = "" }) => make("li", {}, `${name}: ${why}.`)))];
}

/**
 * @param {Figure} figure
 * @param {((value: number) => Bar) | undefined} scale
 */
function shown({ median, low, high, rounds }, scale) {
  const parts = [make("b", {}, number(median))];
  if (rounds > 1) parts.push(make("span", { class: "spread" }, ` ${number(low)} to ${number(high)}`));
  if (scale) parts.push(bar(scale(median)));
  return parts;
}

/** @param {Bar} bar */
function bar({ part, steps }) {
  const bar = make("span", { class: "bar-of", "aria-hidden": "true" });
  bar.style.setProperty("--part", `${part * 100}%`);
  if (steps) {
    bar.dataset.steps = String(steps);
    bar.style.setProperty("--step", `${100 / steps}%`);
  }
  return bar;
}

/** Twice as much is twice as long. @type {Scale} */
export const even = (values) => {
  const most = Math.max(...values, 0);
  return (value) => ({ part: most > 0 ? Math.max(value, 0) / most : 0 });
};

/** Ten times as much is one step more: where the slowest takes a thousand times as long, nobody else would be seen. @type {Scale} */
export const tenfold = (values) => {
  const positive = values.filter((value) => value > 0);
  if (positive.length === 0) return even(values);
  // The least has some of a step.
  const least = Math.floor(Math.log10(Math.min(...positive)) - 0.3);
  const steps = Math.ceil(Math.log10(Math.max(...positive))) - least;
  return (value) => ({ part: value > 0 ? (Math.log10(value) - least) / steps : 0, steps });
};
