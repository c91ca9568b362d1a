// What a part of the bench gives: tables of figures, which are printed here and shown by the site's page.

import { number } from "../../www/src/speed/number.js";

/** @import { Figure, Table } from "../../www/src/speed/bench.js" */

/**
 * The figure of a row and a column.
 * @param {readonly Table[]} tables
 * @param {string} table
 * @param {string} row
 * @param {string} column
 */
export function figure(tables, table, row, column) {
  const found = tables.find(({ id }) => id === table);
  const cells = found?.rows.find(({ id }) => id === row)?.cells;
  return cells?.[/** @type {Table} */ (found).columns.indexOf(column)] ?? undefined;
}

/** @param {Table} table */
export function print({ title, unit, about, head, columns, rows }) {
  console.log(`\n${title}: ${unit}. ${about}\n`);
  const names = Math.max(head.length, ...rows.map(({ name }) => name.length));
  const line = (/** @type {string} */ name, /** @type {string[]} */ cells) =>
    console.log(`${name.padEnd(names)}${cells.map((cell) => cell.padStart(22)).join("")}`);
  line(head, columns);
  for (const { name, cells } of rows) line(name, cells.map(written));
  for (const { name, why } of rows) if (why) console.log(`  ${name}: ${why}`);
}

/** The median, and from where to where the rounds went. @param {Figure | null} figure */
function written(figure) {
  if (!figure) return "-";
  const { median, low, high, rounds } = figure;
  return rounds > 1 ? `${number(median)} (${number(low)} to ${number(high)})` : number(median);
}
