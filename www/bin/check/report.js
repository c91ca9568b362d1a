// What is said of a playground, in rustc's shape: where it is, what is wrong, and the line with what is meant underlined.

import { number, seconds } from "../../src/record/figures.js";

/** @import { RunRecord } from "../../src/types.js" */
/** @import { Block } from "./blocks.js" */
/** @import { Judged, Said } from "./judge.js" */

/** How many lines of a log are shown. */
const SHOWN = 40;

/**
 * @param {Block} block
 * @param {string} file
 * @param {readonly string[]} lines of the file
 * @param {Judged} judged
 */
export function report(block, file, lines, { said, record, why }) {
  const failed = said.some(({ severity }) => severity === "error");
  return [
    ...said.map((one) => complaint(one, file, lines, block.program?.text)),
    record && !failed ? logOf(record, `${file}:${block.line}`) : "",
    why ? `${file}:${block.line}: ${block.attributes.scenario?.value ?? "a recorded run"}: ${why}\n` : "",
  ].join("");
}

/**
 * @param {Said} said
 * @param {string} file
 * @param {readonly string[]} lines
 * @param {string} [program]
 */
function complaint({ severity, line, message, diagnostic }, file, lines, program) {
  if (!diagnostic) return `${file}:${line}: ${severity}: ${message}\n${excerpt(line, lines[line - 1])}`;
  const { code, column, end_line, end_column, help } = diagnostic;
  const own = program?.split("\n")[diagnostic.line - 1] ?? "";
  // The file may have it deeper, or otherwise written.
  const shift = lines[line - 1]?.indexOf(own.trimEnd()) ?? -1;
  const [shown, from] = shift < 0 ? [own, column] : [lines[line - 1], column + shift];
  const length = end_line === diagnostic.line ? end_column - column : own.length - column + 1;
  return `${file}:${line}:${from}: ${severity}[${code}]: ${message}\n${excerpt(line, shown, { from, length, help: help && helpOf(help) })}`;
}

/** @param {NonNullable<import("../../src/types.js").Diagnostic["help"]>} help */
function helpOf({ message, replacement }) {
  const text = replacement?.text.trim() ?? "";
  return text === "" || message.includes(text) ? message : `${message}: \`${text}\``;
}

/**
 * @param {number} line
 * @param {string} [text]
 * @param {{ from: number, length: number, help?: string }} [marked]
 */
function excerpt(line, text = "", marked) {
  const gutter = " ".repeat(String(line).length);
  const rows = [`${gutter} |`, `${line} | ${text}`];
  // What stands before it may be wider than it is long.
  if (marked) rows.push(`${gutter} | ${text.slice(0, marked.from - 1).replace(/[^\t]/g, " ")}${"^".repeat(Math.max(1, marked.length))}`);
  if (marked?.help) rows.push(`${gutter} = help: ${marked.help}`);
  return `${rows.join("\n")}\n`;
}

/**
 * @param {RunRecord} record
 * @param {string} place
 */
function logOf({ scenario, clock, elapsed_ms, log, outcome }, place) {
  const times = log.map(({ at_ms }) => seconds(at_ms));
  const width = Math.max(...times.map(({ length }) => length), 0);
  const lines = log.slice(0, SHOWN).map(({ text }, index) => `    ${times[index].padStart(width)}  ${text}\n`);
  const more = log.length > SHOWN ? [`    and ${number(log.length - SHOWN)} more\n`] : [];
  const clocked = clock === "simulated" ? "on the simulated clock" : "recorded";
  return [`${place}: ${scenario} ${outcome} in ${seconds(elapsed_ms)}, ${clocked}${log.length > 0 ? ":" : ""}\n`, ...lines, ...more].join("");
}
