// A file that is to be a record: read, judged and shown. What is wrong with it is said with its name.

import { html } from "lit";

import { message } from "../engine/message.js";
import { MOST_BYTES, checkRecord } from "../record/check.js";
import { number } from "../record/figures.js";
import { encodeRun } from "../record/shared-run.js";

/** @import { AsyncPlayground } from "../element.js" */
/** @import { Heading } from "../types.js" */

/** @typedef {{ file: File, isFolder: boolean }} Given */

/**
 * @typedef {object} Page
 * @property {AsyncPlayground | null} element the lesson, if the page has one
 * @property {readonly Heading[]} lessons
 * @property {(id: string) => string | undefined} addressOf
 */

/** What else a reader may take for a record. */
const WHAT = "A record is a JSON file, as “Record (JSON)” saves it.";

/**
 * Shows the record in a file, if it is one of this lesson.
 * @param {readonly Given[]} given
 * @param {Page} page
 * @returns {Promise<unknown>} what to say, if the run is shown elsewhere
 */
export async function openFile(given, page) {
  const file = oneOf(given);
  const record = await read(file);
  try {
    return await show(file, record, page);
  } catch (error) {
    throw new Error(`${quoted(file.name)} cannot be shown: ${message(error)}. ${WHAT}`);
  }
}

/** @param {readonly Given[]} given @returns {File} */
function oneOf(given) {
  const names = given.map(({ file }) => quoted(file.name));
  if (given.length !== 1) {
    const more = names.length > 3 ? ` and ${names.length - 3} more` : "";
    throw new Error(`These are ${given.length} files, ${names.slice(0, 3).join(", ")}${more}: one record at a time can be shown.`);
  }
  if (given[0].isFolder) throw new Error(`${names[0]} is a folder. ${WHAT}`);
  return given[0].file;
}

/**
 * What a file says, if it is JSON.
 * @param {File} file
 * @returns {Promise<any>}
 */
async function read(file) {
  if (file.size > MOST_BYTES) throw new Error(`${quoted(file.name)} has ${number(file.size)} bytes; a record has at most ${number(MOST_BYTES)}.`);
  /** @type {string} */
  let text;
  try {
    text = await file.text();
  } catch (error) {
    throw new Error(`${quoted(file.name)} could not be read: ${message(error)}`);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`${quoted(file.name)} is no JSON. ${WHAT}`);
  }
}

/**
 * @param {File} file
 * @param {any} given
 * @param {Page} page
 */
async function show(file, given, { element, lessons, addressOf }) {
  const lesson = lessons.find(({ id }) => id === given?.scenario);
  if (element && (!lesson || lesson.id === element.scenario)) {
    await element.show(given);
    return undefined;
  }
  const { record } = await checkRecord(given);
  const address = addressOf(record.scenario) ?? "";
  const link = (/** @type {string} */ href) => html`<a href=${href}>${lesson?.title}</a>`;
  const said = `${quoted(file.name)} is a run of another lesson`;
  try {
    return html`${said}. See it in ${link(`${address}#run=${encodeRun(record)}`)}.`;
  } catch {
    return html`${said}, and too long for a link. Open ${link(address)}, and drop the file there.`;
  }
}

/** @param {string} name */
function quoted(name) {
  return `“${name.length > 60 ? `${name.slice(0, 60)}…` : name}”`;
}
