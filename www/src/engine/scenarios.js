// What there is to run, and what is said about it: data of the page, not of the wasm.

import { lessons, own, texts } from "virtual:course";

import programs from "../../pkg/programs.js";
import { Instance } from "./instance.js";
import { load } from "./load.js";

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

/**
 * Fetches the text and the programs of a lesson: nothing, if it has them or if there is no such lesson.
 * @param {string} id
 */
export function fetchText(id) {
  const lesson = find(id);
  if (!lesson || lesson.source) return undefined;
  return texts[id]().then(({ default: text }) => void Object.assign(lesson, text));
}

/**
 * The program of a lesson; none, if there is no such lesson: the wasm says which there are.
 * @param {string} id
 */
export async function sourceOf(id) {
  await fetchText(id);
  return find(id)?.source?.rust ?? "";
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
 * The program of a scenario as the Rust Playground can run it.
 * @param {string} id
 * @param {Record<string, unknown>} params
 */
export async function tokioProgram(id, params) {
  const [module, source] = await Promise.all([load(), sourceOf(id)]);
  library ??= new Instance(programs, module, () => (library = undefined));
  return library.call((wasm) => wasm.tokio_program(id, params, source));
}
