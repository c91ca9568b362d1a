// Each exercise: its answer reaches the goal, and so do others; what is given does not, and each wrong try is told what
// is wrong with it.
// The programs are compiled and run as on the page, with the values with which the page tries them.

import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { before, test } from "node:test";

import { course } from "../pages/course.js";
import { inline } from "../src/inline.js";
import { valueSets } from "../src/exercise/values.js";
import { compile, simulate } from "./program.js";

const scenarios = new URL("../../src/scenarios/", import.meta.url);
const folderOf = (id) => new URL(`${id.replaceAll("-", "_")}/exercise/`, scenarios);

/** What each answer prints on the real tokio: tests/exercises.rs has it from there. */
const onTokio = JSON.parse(readFileSync(new URL("answers.json", import.meta.url), "utf8"));

const exercises = course.filter(({ exercise }) => exercise);

/** Runs a program with all values, and asks the lesson's check. */
function judged(source, { params }, check) {
  const compiled = compile(source);
  assert.ok(compiled.program, `it does not compile: ${compiled.diagnostics.map(({ line, message }) => `line ${line}: ${message}`)}`);
  for (const { name, kind } of compiled.params) assert.ok(params.some((param) => param.name === name && param.kind === kind), `the lesson has no parameter ${name}`);
  const runs = simulate(source, compiled, valueSets(params));
  const failed = runs.find(({ record }) => record.outcome !== "completed");
  assert.ok(!failed, `a run ${failed?.record.outcome}, with ${JSON.stringify(failed?.values)}: ${failed?.record.error}`);
  return { ...compiled, missed: check(runs), log: runs[0].record.log.map(({ text }) => text) };
}

for (const lesson of exercises) {
  const { id, exercise } = lesson;
  const folder = folderOf(id);
  const tries = readdirSync(new URL("tries/", folder)).sort();
  const text = (path) => readFileSync(new URL(path, folder), "utf8");
  let check;

  before(async () => {
    ({ check } = await import(new URL("check.js", folder)));
  });

  test(`${id}: the answer reaches the goal, nobody warns of it, and it prints what it prints on tokio`, () => {
    const { diagnostics, missed, log } = judged(exercise.answer.text, lesson, check);
    assert.deepEqual(missed, undefined);
    assert.deepEqual(diagnostics, []);
    assert.deepEqual(log, onTokio[id]);
  });

  test(`${id}: other ways to the goal reach it, too`, () => {
    const others = readdirSync(new URL("also/", folder)).sort();
    assert.ok(others.length > 0);
    for (const file of others) assert.deepEqual(judged(text(`also/${file}`), lesson, check).missed, undefined, file);
  });

  test(`${id}: what is given does not`, () => {
    const { missed } = judged(exercise.given ?? lesson.source.rust, lesson, check);
    assert.ok(missed?.message);
  });

  test(`${id}: at least three wrong tries, each with a sentence of its own`, () => {
    const said = tries.map((file) => judged(text(`tries/${file}`), lesson, check).missed?.message);
    const meant = tries.map((file) => /^\/\/! (.*)/.exec(text(`tries/${file}`))?.[1]);
    assert.deepEqual(Object.fromEntries(said.map((one, n) => [tries[n], one])), Object.fromEntries(meant.map((one, n) => [tries[n], one])));
    assert.ok(tries.length >= 3, tries.join());
    assert.equal(new Set(meant).size, tries.length);
    for (const sentence of meant) isSentence(sentence);
  });

  test(`${id}: a goal in one sentence, and two hints`, () => {
    const { goal, hints } = exercise;
    isSentence(goal);
    assert.equal(goal.match(/[.!?](?= |$)/g).length, 1, goal);
    hints.forEach(isSentence);
    assert.equal(new Set(hints).size, 2);
  });
}

/** It begins and ends as a sentence does, and what is code in it is closed. */
function isSentence(text) {
  assert.match(text, /^[A-Z`].*[.?!]$/);
  assert.equal(inline(text).length % 2, 1, text);
}

test("every part from the second on has an exercise", () => {
  const parts = [...new Set(course.map(({ lesson }) => lesson))].slice(1);
  assert.deepEqual(parts.filter((part) => !exercises.some(({ lesson }) => lesson === part)), []);
  assert.ok(exercises.length >= 12, String(exercises.length));
});

test("no exercise lies in a folder of which its lesson knows nothing", () => {
  const ids = readdirSync(scenarios).filter((name) => existsSync(new URL(`${name}/exercise/`, scenarios))).map((name) => name.replaceAll("_", "-"));
  assert.deepEqual(ids.sort(), exercises.map(({ id }) => id).sort());
});

test("each set of values is allowed, the lesson's own first; of two waits each is once the longer one", () => {
  for (const { id, params } of course) {
    const sets = valueSets(params);
    assert.ok(sets.length <= 12, id);
    assert.deepEqual(sets[0], Object.fromEntries(params.map((param) => [param.name, param.default])), id);
    for (const [n, { name, kind, min, max, step }] of params.entries()) {
      const values = sets.map((set) => set[name]);
      assert.ok(values.every((value) => value >= min && value <= max), `${id}: ${name}: ${values}`);
      assert.ok(values.every((value) => Math.abs((value - min) / step - Math.round((value - min) / step)) < 1e-9), `${id}: ${name}: ${values}`);
      assert.ok(values.includes(min), `${id}: ${name}: ${values}`);
      if (kind === "count") assert.ok(values.slice(1).every((value) => value <= Math.max(min, 20)), `${id}: ${name}: ${values}`);
      else assert.ok(values.includes(max), `${id}: ${name}: ${values}`);
      for (const other of params.slice(n + 1).filter((other) => other.kind === kind && params.length <= 3)) {
        assert.ok(sets.some((set) => set[name] < set[other.name]), `${id}: ${name} < ${other.name}`);
        assert.ok(sets.some((set) => set[name] > set[other.name]), `${id}: ${name} > ${other.name}`);
      }
    }
  }
});
