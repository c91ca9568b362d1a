// What a visit downloads, in brotli, and what it may be at most: a build that exceeds it fails.

import { readFileSync, writeFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";

import { course } from "./course.js";
import { importsOf } from "./imports.js";

/** @import { Plugin, Rolldown } from "vite" */

/** In bytes. */
export const MOST = {
  /** The page of a lesson, and all that it loads until Run works. */
  untilRun: 109_000,
  /** That, and what the first run asks for. */
  firstVisit: 163_000,
  /** The page of another lesson, and what that one alone loads. */
  furtherLesson: 15_400,
};

/** A visit begins with this lesson. */
export const FIRST = "gather";

/** The modules that a first run asks for, beside what these import: all that is loaded before it is named by the page. */
const ASKED = ["src/site/course.js", "src/views/instruments.js", "src/export/performance.js"];

/** And the files that are built by themselves: the worker that foresees what a run will do, and what tells of a run. */
const BY_THEMSELVES = [/\/worker-\w+\.js$/, /\/run-\w+\.wasm$/];

/** @typedef {{ untilRun: Record<string, number>, firstRun: Record<string, number>, lessons: Record<string, number> }} Weights bytes by file, and by lesson */

/** What is built is weighed, for the bench, which sees what a browser asks for. */
export const WEIGHTS = new URL("../node_modules/.weights.json", import.meta.url);

/** @param {Rolldown.OutputBundle} bundle @returns {Weights} */
function weigh(bundle) {
  const read = (/** @type {string} */ name) => {
    const file = bundle[name];
    if (!file) return readFileSync(new URL(`../public/${name}`, import.meta.url));
    return file.type === "chunk" ? file.code : file.source;
  };
  const weights = (/** @type {string[]} */ names) => Object.fromEntries(names.map((name) => [name, brotliCompressSync(read(name)).length]));
  // A page names all that it loads until Run works (pages.js).
  const page = (/** @type {string} */ id) => {
    const file = `${id}/index.html`;
    return [file, ...[...String(read(file)).matchAll(/<(?:link|script)[^>]* (?:href|src)="(?:\.\.\/)+([^"]+)"/g)].map(([, name]) => name)];
  };
  const untilRun = [...new Set(page(FIRST))];
  const others = Object.keys(bundle).filter((name) => BY_THEMSELVES.some((file) => file.test(name)));
  const firstRun = [...new Set([...others, ...ASKED.flatMap((module) => withImports(module, bundle))])];
  const lessons = course.filter(({ id }) => id !== FIRST).map(({ id }) => [id, sum(weights(page(id).filter((name) => !untilRun.includes(name))))]);
  return { untilRun: weights(untilRun), firstRun: weights(firstRun.filter((name) => !untilRun.includes(name))), lessons: Object.fromEntries(lessons) };
}

/**
 * The file that a module is in, and those that it imports.
 * @param {string} module
 * @param {Rolldown.OutputBundle} bundle
 */
function withImports(module, bundle) {
  const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
  const chunk = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(module)));
  if (!chunk) throw new Error(`a visit asks for ${module}, which is in no file (pages/budget.js)`);
  return [chunk.fileName, ...importsOf(chunk, bundle)];
}

/** @param {Record<string, number>} weights */
const sum = (weights) => Object.values(weights).reduce((all, bytes) => all + bytes, 0);

/** What is held against {@link MOST}. @param {Weights} weights */
export const totals = ({ untilRun, firstRun, lessons }) => ({
  untilRun: sum(untilRun),
  firstVisit: sum(untilRun) + sum(firstRun),
  furtherLesson: Math.max(...Object.values(lessons)),
});

/** What is exceeded, with what the bytes are; nothing, if nothing is. @param {Weights} weights */
function excess(weights) {
  const all = totals(weights);
  const keys = /** @type {(keyof typeof MOST)[]} */ (Object.keys(MOST));
  const over = keys.filter((key) => all[key] > MOST[key]);
  if (over.length === 0) return "";
  const table = (/** @type {Record<string, number>} */ weights) =>
    Object.entries(weights).sort(([, a], [, b]) => b - a).map(([name, bytes]) => `${String(bytes).padStart(9)}  ${name}`).join("\n");
  return [
    ...over.map((key) => `${key} is ${all[key]} bytes in brotli: allowed are ${MOST[key]} (pages/budget.js)`),
    `until Run works:\n${table(weights.untilRun)}`,
    `with the first run:\n${table(weights.firstRun)}`,
    `each further lesson:\n${table(weights.lessons)}`,
  ].join("\n");
}

/** @returns {Plugin} */
export function budget() {
  return {
    name: "budget",
    apply: "build",
    generateBundle: {
      // When the pages have been written.
      order: "post",
      handler(_, bundle) {
        const weights = weigh(bundle);
        writeFileSync(WEIGHTS, JSON.stringify(weights));
        const exceeded = excess(weights);
        if (exceeded) this.error(exceeded);
      },
    },
  };
}
