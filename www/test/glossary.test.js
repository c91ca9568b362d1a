// The words of the course: each is taught before it is used; and what the pages say beside the lessons is about lessons
// that there are.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { CONCEPTS } from "../pages/concepts.js";
import { parts } from "../pages/course.js";
import { DECISIONS } from "../pages/decisions.js";
import { GLOSSARY } from "../src/glossary.js";
import { inline, plain } from "../src/inline.js";

const lessons = JSON.parse(await readFile(new URL("../pkg/lessons.json", import.meta.url), "utf8"));
const numberOf = (id) => lessons.findIndex((lesson) => lesson.id === id);

/** All that a lesson says. */
const texts = ({ title, summary, text, predict, exercise }) => [
  title,
  summary,
  text,
  ...predict.filter(({ kind }) => kind === "choice").flatMap(({ ask, options }) => [ask, ...options.flatMap(({ text, reason }) => [text, reason])]),
  ...(exercise ? [exercise.goal, ...exercise.hints] : []),
];

const sayings = [...GLOSSARY.map(({ says, rust, python }) => [says, rust, python]), ...CONCEPTS.map(Object.values), ...DECISIONS.map(({ when, answer, why }) => [when, answer, why])].flat();

for (const { word, forms, lesson } of GLOSSARY) {
  test(`"${word}" is taught by a lesson, and used by none before it`, () => {
    const taught = numberOf(lesson);
    assert.ok(taught >= 0, `there is no lesson "${lesson}"`);
    const uses = (lesson) => texts(lesson).some((text) => inline(text).some(({ text, isCode }) => !isCode && new RegExp(`\\b(?:${forms.source})\\b`, "i").test(text)));
    assert.ok(uses(lessons[taught]), `"${lesson}" does not use it`);
    assert.deepEqual(lessons.slice(0, taught).filter(uses).map(({ id }) => id), []);
  });
}

test("the glossary stands in the order of the course", () => {
  const numbers = GLOSSARY.map(({ lesson }) => numberOf(lesson));
  assert.deepEqual(numbers, numbers.toSorted((a, b) => a - b));
});

test("in every text, code that begins ends", () => {
  const all = [...lessons.flatMap(texts), ...sayings, ...parts.flatMap(({ opening, takeaways }) => [opening, ...takeaways.map(({ text }) => text)])];
  for (const text of all) assert.equal(inline(text).length % 2, 1, text);
  assert.equal(plain("`a` and `b`"), "a and b");
});

for (const { title, opening, takeaways, lessons } of parts) {
  test(`"${title}" opens with two sentences, and ends with three things to take along, each of one of its lessons`, () => {
    assert.equal(opening.match(/[.?](?= |$)/g)?.length, 2, opening);
    assert.equal(takeaways.length, 3);
    for (const { lesson } of takeaways) assert.ok(lessons.includes(lesson), lesson.id);
  });
}

test("a choice has one right answer, and a reason for each", () => {
  const choices = lessons.flatMap(({ id, predict }) => predict.filter(({ kind }) => kind === "choice").map((choice) => ({ id, ...choice })));
  assert.ok(choices.length > 5);
  for (const { id, ask, options } of choices) {
    assert.match(ask, /[?]$/, id);
    assert.ok(options.length >= 3, id);
    assert.equal(options.filter(({ right }) => right).length, 1, id);
    for (const { text, reason } of options) assert.ok(text && /[.)]$/.test(reason), `${id}: ${text}`);
  }
});
