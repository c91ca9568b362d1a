// The course as the pages are made of it: what the programs' own crate prints.

import { readFileSync } from "node:fs";

import { LiveRecord, SLICE } from "../src/record/live.js";

/** @import { RecordHead, RunEvent, RunRecord, Scenario } from "../src/types.js" */

/** @typedef {Scenario & { run: { head: RecordHead, events: RunEvent[] } | null }} Page a lesson, with its simulated run */

/** @type {readonly Page[]} */
export const course = JSON.parse(readFileSync(new URL("../pkg/lessons.json", import.meta.url), "utf8"));

/** The parts of the course, each with its lessons. */
export const parts = [...new Set(course.map(({ lesson }) => lesson))].map((title) => ({
  title,
  lessons: course.filter(({ lesson }) => lesson === title),
}));

/**
 * The simulated run of a lesson, with what its values are by default.
 * @param {Page} page
 * @returns {RunRecord | undefined} none if it cannot be simulated
 */
export function runOf({ run }) {
  if (!run) return undefined;
  const live = new LiveRecord();
  for (let from = 0; from < run.events.length; from += SLICE) live.add(run.events.slice(from, from + SLICE));
  live.end(run.head);
  return live.record;
}
