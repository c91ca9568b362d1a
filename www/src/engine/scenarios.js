// What there is to run, and what is said about it: data of the page, not of the wasm.

import { exercises, lessons, own, texts } from "virtual:course";

import programs from "../../pkg/programs.js";
import { Instance } from "./instance.js";
import { load, loader } from "./load.js";
import { message } from "./message.js";

/** @import { Lesson, Scenario } from "../types.js" */

/** An instance that runs nothing. @type {Instance<ReturnType<typeof programs>> | undefined} */
let library;

/**
 * All lessons, in the order of the course, as soon as they can run. Texts and programs may come later.
 * @returns {Promise<Lesson[]>}
 */
export async function course() {
  await load();
  return lessons;
}

/** The id of what is no lesson: a program of one's own. */
export const OWN = own.id;

/**
 * A lesson, or what stands for a program of one's own; none, if there is no such lesson.
 * @param {string} id
 * @returns {Lesson | undefined}
 */
export function find(id) {
  return id === OWN ? own : lessons.find((lesson) => lesson.id === id);
}

/** Those of which all is there. @type {Set<string>} */
const fetched = new Set();

/** What loads the piece of the wasm that is split off for a lesson, by ids. @type {Map<string, ReturnType<typeof loader>>} */
const pieces = new Map();

/**
 * Fetches what there is of a lesson: its text, its programs, and what is compiled of them. Nothing, if all is there or if
 * there is no such lesson.
 * @param {string} id
 */
export function fetchLesson(id) {
  if (!find(id) || fetched.has(id)) return undefined;
  // The source last: what has one is drawn, and can run.
  return pieceOf(id).then(() => sourceOf(id)).then(() => void fetched.add(id));
}

/** @param {string} id */
function textOf(id) {
  return texts[id]().catch((error) => {
    throw new Error(`What is said about this lesson could not be loaded. (${message(error)})`);
  });
}

/**
 * Fetches the exercise of a lesson that has one.
 * @param {string} id
 */
export function fetchExercise(id) {
  return exercises[id]();
}

/**
 * The program of a lesson; none, if there is no such lesson: the wasm says which there are.
 * @param {string} id
 */
export async function sourceOf(id) {
  const lesson = find(id);
  if (lesson && !lesson.source) Object.assign(lesson, (await textOf(id)).default);
  return lesson?.source?.rust ?? "";
}

/**
 * The piece of the wasm that is split off for a lesson. None, if there is no such lesson.
 * @param {string} id
 */
export async function pieceOf(id) {
  if (id === OWN || !find(id)) return undefined;
  const { piece } = await textOf(id);
  // Looked up when there is nothing to wait for any more: all elements of a page share one.
  const load = pieces.get(id) ?? loader(new URL(piece));
  pieces.set(id, load);
  return load();
}

/**
 * All scenarios, in the order of the course.
 * @returns {Promise<Scenario[]>}
 */
export async function scenarios() {
  const [{ default: all }] = await Promise.all([import("virtual:course/texts"), load()]);
  return lessons.map((lesson) => Object.assign(lesson, all[lesson.id]));
}

/**
 * The program of a scenario as the Rust Playground can run it; none, if it needs a browser.
 * @param {string} id
 * @param {Record<string, unknown>} params
 */
export async function tokioProgram(id, params) {
  const [module, source] = await Promise.all([load(), sourceOf(id)]);
  library ??= new Instance(programs, { module }, () => (library = undefined));
  return library.call((wasm) => wasm.tokio_program(id, params, source));
}
