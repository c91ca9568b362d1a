// Whether a playground will do in the page what its author wants: its attributes are read by the element's own code, its
// program is compiled and run.

import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { lessons } from "virtual:course";
import texts from "virtual:course/texts";

import { DEFAULTS, readSettings } from "../../src/controllers/settings.js";
import { argumentsOf } from "../../src/engine/arguments.js";
import { message } from "../../src/engine/message.js";
import { OWN } from "../../src/engine/scenarios.js";
import { checkParams, checkRecord, compile, simulate } from "./wasms.js";

/** @import { Settings } from "../../src/controllers/settings.js" */
/** @import { Diagnostic, RunRecord } from "../../src/types.js" */
/** @import { Block } from "./blocks.js" */

/**
 * @typedef {object} Said something that is wrong
 * @property {"error" | "warning"} severity
 * @property {number} line of the file
 * @property {string} message
 * @property {Diagnostic} [diagnostic] of the program, with the program's own lines
 *
 * @typedef {object} Judged
 * @property {Said[]} said
 * @property {RunRecord} [record] of its run on the simulated clock, or the one that it plays
 * @property {string} [why] why there is none, although nothing is wrong
 */

/** Names of attributes, as HTML has them. @type {Record<string, string>} */
const NAMES = Object.fromEntries([...Object.keys(DEFAULTS), "autorun"].map((name) => [name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`), name]));

/** What any element may have, in HTML and in JSX. */
const GLOBAL = /^(id|class|classname|style|title|lang|dir|hidden|slot|part|role|tabindex|translate|key|ref|aria-.*|data-.*|on.*)$/;

/** Where the page will stand is not known here. */
const baseURI = "https://docs.invalid/";

/** One thing that is wrong, and keeps the rest from being looked at. */
class Wrong extends Error {
  /**
   * @param {string} message
   * @param {number} line
   */
  constructor(message, line) {
    super(message);
    this.line = line;
  }
}

/**
 * @param {Block} block
 * @param {string} file in which it stands
 * @returns {Promise<Judged>}
 */
export async function judge(block, file) {
  const { settings, said } = settingsOf(block);
  if (block.wrong) said.push({ severity: "error", ...block.wrong });
  if (said.length > 0) return { said };
  try {
    const beside = block.attributes.poster ? [readBeside(block, file, "poster")] : [];
    const judged = await runOf(block, settings, file);
    if (judged.record) checkAt(block, settings, judged.record);
    const missing = beside.flatMap(({ missing }) => missing ?? []);
    return { ...judged, said: [...missing, ...judged.said] };
  } catch (error) {
    return { said: [{ severity: "error", line: error instanceof Wrong ? error.line : block.line, message: message(error) }] };
  }
}

/**
 * What the attributes say, and what is wrong with them.
 * @param {Block} block
 */
function settingsOf({ attributes, line }) {
  /** @type {Said[]} */
  const said = [];
  const lineOf = (/** @type {string} */ name) => attributes[name]?.line ?? line;
  const refuse = (/** @type {string} */ name, /** @type {string} */ message) => said.push({ severity: "error", line: lineOf(name), message });
  for (const name of Object.keys(attributes)) {
    if (!(name in NAMES) && !GLOBAL.test(name)) refuse(name, `attribute "${name}" is unknown: allowed are ${Object.keys(NAMES).join(", ")}`);
  }
  const autorun = attributes.autorun?.value ?? "";
  if (!["", "autorun", "true"].includes(autorun)) refuse("autorun", `attribute "autorun" is "${autorun}": it is there or not, and has no value`);
  const given = Object.fromEntries(Object.entries(attributes).map(([name, { value }]) => [NAMES[name] ?? name, value]));
  const { settings, refused } = readSettings(/** @type {any} */ ({ ...given, baseURI }), DEFAULTS, lessons);
  for (const message of refused) refuse(/^attribute "([\w-]+)"/.exec(message)?.[1] ?? "", message);
  return { settings, said: said.sort((a, b) => a.line - b.line) };
}

/**
 * The run that the page will show, or one like it.
 * @param {Block} block
 * @param {Settings} settings
 * @param {string} file
 * @returns {Promise<Judged>}
 */
function runOf(block, settings, file) {
  if (settings.src !== undefined) return recorded(block, settings, file);
  if (settings.scenario !== "") return lesson(block, settings);
  if (block.program) return own(block.program, block, settings);
  throw new Wrong("this element shows nothing: it has no scenario, no src, and no program stands inside", block.line);
}

/**
 * @param {Block} block
 * @param {Settings} settings
 * @returns {Promise<Judged>}
 */
async function lesson(block, { scenario, params, speed }) {
  const { line } = block.attributes.params ?? block.attributes.scenario;
  try {
    await checkParams(scenario, params);
  } catch (error) {
    throw new Wrong(message(error), line);
  }
  const needs = lessons.find(({ id }) => id === scenario)?.browser_only;
  if (needs) return { said: [], why: "only a browser can run it" };
  return { said: [], record: await simulated({ scenario, params, source: texts[scenario].source.rust }, speed, block) };
}

/**
 * @param {NonNullable<Block["program"]>} program
 * @param {Block} block
 * @param {Settings} settings
 * @returns {Promise<Judged>}
 */
async function own({ text, line }, block, { params, speed }) {
  const { diagnostics, params: taken, program } = await compile(text);
  /** @type {Said[]} */
  const said = diagnostics.map((diagnostic) => ({ severity: diagnostic.severity, line: line + diagnostic.line - 1, message: diagnostic.message, diagnostic }));
  if (!program) return { said };
  const given = await argumentsOf(taken, undefined, params).catch((error) => {
    throw new Wrong(message(error), block.attributes.params?.line ?? line);
  });
  const record = await simulated({ scenario: OWN, params: given, source: text, program }, speed, block);
  if (record.outcome !== "completed") said.push({ severity: "error", line, message: `the run ${record.outcome}: ${record.error}` });
  return { said, record };
}

/**
 * @param {Parameters<typeof simulate>[0]} what
 * @param {string} speed
 * @param {Block} block
 */
function simulated(what, speed, { attributes, line }) {
  return simulate(what, speed).catch((error) => {
    const name = /^parameter "speed"/.test(message(error)) ? "speed" : "params";
    throw new Wrong(message(error), attributes[name]?.line ?? line);
  });
}

/**
 * @param {Block} block
 * @param {Settings} settings
 * @param {string} file
 * @returns {Promise<Judged>}
 */
async function recorded(block, { scenario }, file) {
  const { value, line } = block.attributes.src;
  const { text, missing } = readBeside(block, file, "src");
  if (missing) return { said: [missing], why: "its run was not found" };
  const record = await checkRecord(text).catch((error) => {
    throw new Wrong(`the run at ${value} cannot be shown: ${message(error)}`, line);
  });
  if (scenario !== "" && record.scenario !== scenario) throw new Wrong(`the run at ${value} is one of "${record.scenario}": here only one of "${scenario}" can be shown`, line);
  return { said: [], record };
}

/**
 * A file that an attribute names. Docs tools may put files elsewhere: that it is not beside the page is no error.
 * @param {Block} block
 * @param {string} file
 * @param {"src" | "poster"} name
 * @returns {{ text: string, missing?: Said }}
 */
function readBeside({ attributes }, file, name) {
  const { value, line } = attributes[name];
  const path = join(dirname(file), decodeURI(value.replace(/[?#].*/, "")));
  if (!/^([a-z]+:|\/)/i.test(value) && existsSync(path)) return { text: readFileSync(path, "utf8") };
  return { text: "", missing: { severity: "warning", line, message: `"${value}" does not lie beside this file: it was not checked` } };
}

/**
 * @param {Block} block
 * @param {Settings} settings
 * @param {RunRecord} record
 */
function checkAt({ attributes }, { at }, { events }) {
  if (at === undefined || at <= events.length) return;
  throw new Wrong(`attribute "at" is "${at}": this run has ${events.length} events, allowed is a number from 0 to ${events.length}`, attributes.at.line);
}
