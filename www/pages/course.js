// The course as the pages are made of it: what the programs' own crate prints.

import { readFileSync } from "node:fs";

import { LiveRecord, SLICE } from "../src/record/live.js";
import { questions } from "../src/record/questions.js";
import { coloursOf } from "./colours.js";
import { PARTS } from "./parts.js";

/** @import { Exercise, RecordHead, RunEvent, RunRecord, Scenario } from "../src/types.js" */

/** @typedef {Omit<Exercise, "answer"> & { answer: string }} Printed as the crate prints it */
/** @typedef {Omit<Scenario, "goal" | "asked" | "colours"> & { exercise: Printed | null, run: { head: RecordHead, events: RunEvent[] } | null }} Lesson as the crate prints it */
/** @typedef {Scenario & { exercise: Exercise | null, run: RunRecord | undefined }} Page a lesson, with its exercise if it has one, and its simulated run if it can be simulated */

/** @type {readonly Lesson[]} */
const lessons = JSON.parse(readFileSync(new URL("../pkg/lessons.json", import.meta.url), "utf8"));

/** @type {readonly Page[]} */
export const course = lessons.map(({ run, exercise, ...lesson }) => {
  /** @type {RunRecord | undefined} */
  let record;
  return {
    ...lesson,
    goal: exercise?.goal ?? null,
    get exercise() {
      return exercise && { ...exercise, answer: { text: exercise.answer, colours: coloursOf("rust", exercise.answer) } };
    },
    // Made for who asks: who serves the site need not wait for it.
    get run() {
      return (record ??= run ? recordOf(run) : undefined);
    },
    get asked() {
      return questions(lesson, this.run);
    },
    get colours() {
      return { rust: coloursOf("rust", lesson.source.rust), python: coloursOf("python", lesson.source.python) };
    },
  };
});

/** The parts of the course, each with its lessons and what is said about it. */
export const parts = [...new Set(course.map(({ lesson }) => lesson))].map((title) => {
  if (!(title in PARTS)) throw new Error(`pages/parts.js says nothing about the part "${title}"`);
  const { opening, takeaways } = PARTS[title];
  return {
    title,
    opening,
    takeaways: takeaways.map(([text, id]) => ({ text, lesson: lessonOf(id) })),
    lessons: course.filter(({ lesson }) => lesson === title),
  };
});

/** The lesson with this id. @param {string} id */
export function lessonOf(id) {
  const lesson = course.find((lesson) => lesson.id === id);
  if (!lesson) throw new Error(`there is no lesson "${id}"`);
  return lesson;
}

/**
 * A record, of which the events are the source.
 * @param {NonNullable<Lesson["run"]>} run
 * @returns {RunRecord}
 */
function recordOf(run) {
  const live = new LiveRecord();
  for (let from = 0; from < run.events.length; from += SLICE) live.add(run.events.slice(from, from + SLICE));
  live.end(run.head);
  return live.record;
}
