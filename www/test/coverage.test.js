// "Five tutorials, row by row": each row leads to a place that there is, or is open, and the page says how many are.

import assert from "node:assert/strict";
import { test } from "node:test";

import { course } from "../pages/course.js";
import { TUTORIALS } from "../pages/coverage.js";
import { frontPage } from "../pages/front.js";
import { more } from "../pages/more.js";
import { readingPage } from "../pages/reading.js";
import { written } from "../pages/written.js";
import { inline } from "../src/inline.js";

const KINDS = ["concept", "example", "mistake", "question", "exercise"];

const rows = TUTORIALS.flatMap(({ rows }) => rows);
const open = rows.filter(([, , ...where]) => where.length === 0);

const readingPageOf = (id) => written(readingPage(more.find((page) => page.id === id)));
const page = readingPageOf("coverage");
const main = page.slice(page.indexOf("<main"), page.indexOf("</main>"));
const links = [...main.matchAll(/<a href="(.*?)">(.*?)<\/a>/g)].map(([, address, title]) => ({ address, title }));

test("each row has a kind, says what it is, and names no place twice", () => {
  for (const [kind, what, ...where] of rows) {
    assert.ok(KINDS.includes(kind), `${what}: ${kind}`);
    assert.match(what, kind === "question" ? /^\S.*[?]$/ : /^\S.*[^.?\s]$/);
    assert.equal(inline(what).length % 2, 1, what);
    assert.equal(new Set(where).size, where.length, what);
  }
});

for (const { title, rows } of TUTORIALS) {
  test(`"${title}" has concepts and examples, and no row twice`, () => {
    for (const kind of ["concept", "example"]) assert.ok(rows.some(([one]) => one === kind), kind);
    const said = rows.map(([, what]) => what);
    assert.deepEqual(said.filter((what, index) => said.indexOf(what) !== index), []);
  });
}

test("all kinds are there, and no tutorial twice", () => {
  assert.deepEqual(KINDS.filter((kind) => !rows.some(([one]) => one === kind)), []);
  assert.equal(new Set(TUTORIALS.map(({ title }) => title)).size, 5);
});

test("each place that a row names is linked, and is there", () => {
  const addresses = rows.flatMap(([, , ...where]) => where).map((place) => place.replace(/^([^#]+)/, "$1/"));
  assert.deepEqual(links.map(({ address }) => address), addresses.map((address) => `../${address}`));

  const ids = ["", ...[...course, ...more].map(({ id }) => id)];
  const isThere = (id, anchor) => ids.includes(id) && (!anchor || (id === "" ? written(frontPage()) : readingPageOf(id)).includes(` id="${anchor}"`));
  const dead = [...new Set(links.map(({ address }) => address))].filter((address) => {
    const [path, anchor] = address.slice("../".length).split("#");
    return !isThere(path.replace(/[/]$/, ""), anchor);
  });
  assert.deepEqual(dead, []);
  for (const { address, title } of links) assert.ok(title, address);
});

test("the page says how many rows lead somewhere, and which do not", () => {
  const said = /<main.*?<p>(Each|\d+) of the (\d+) rows/s.exec(main);
  assert.deepEqual(said?.slice(1), [open.length === 0 ? "Each" : `${rows.length - open.length}`, `${rows.length}`]);
  assert.equal([...main.matchAll(/<td [^>]*>Not yet<\/td>/g)].length, open.length);
  assert.equal(main.match(/<tr /g).length, rows.length + TUTORIALS.length);
});

test("each row is shown somewhere, an exercise by lessons that set one", () => {
  assert.deepEqual(open, []);
  const setting = course.filter(({ goal }) => goal).map(({ id }) => id);
  for (const [, what, ...where] of rows.filter(([kind]) => kind === "exercise")) {
    assert.deepEqual(where.filter((place) => !setting.includes(place)), [], what);
  }
});

/** Each question that a tutorial asks its reader, in its order: how the row says it, and the lesson that asks it, in which words. */
const QUESTIONS = {
  "An introduction to asyncio": [
    ["What does a call without an await do?", "lazy", "What does the call `greet(\"nobody\")`, without an await, give?"],
  ],
  "A first lesson in async Python": [],
  "A project in five steps": [
    ["What does a call without an await give?", "lazy", "What does the call `greet(\"nobody\")`, without an await, give?"],
    ["How long does it take with a fourth, of 4 s?", "sequential", "A fourth wait, of 4 s, is put after C. How long does it take then?"],
    ["Why is the second one done before the first?", "gather", "Which of A, B and C is done first, and why?"],
    ["Why does it take no longer than `gather`?", "spawn", "main awaits one handle after another. Why does it all take no longer than with `join!`?"],
    ["What changes if each task is awaited as soon as it is made?", "spawn-await-each", "Each handle is awaited in the line that spawns its task. What changes?"],
    ["What does a second `asyncio.run` inside the first do: do loops nest?", "nested-run", "A loop runs main, and main starts a second loop. What happens?"],
  ],
  "A guide by analogy": [
    ["What happens where one writes `async def`?", "the-way-in", "What does the word `async` before `greet` change?"],
    ["What does an await pause?", "async-sleep", "What does the await of `sleep(seconds)` pause?"],
    ["Who lets the coroutine continue?", "hello", "Who lets main continue after the pause?"],
    ["What does the event loop do?", "event-loop", "What does the event loop do?"],
  ],
  "A module on coroutines and the event loop": [],
};

for (const { title, rows } of TUTORIALS) {
  test(`each question of "${title}" has its row, which leads to a lesson that asks it`, () => {
    const questions = rows.filter(([kind]) => kind === "question");
    assert.deepEqual(questions.map(([, what]) => what), QUESTIONS[title].map(([what]) => what));
    for (const [index, [what, lesson, ask]] of QUESTIONS[title].entries()) {
      assert.equal(questions[index][2], lesson, what);
      assert.ok(course.find(({ id }) => id === lesson)?.predict.some((question) => question.kind === "choice" && question.ask === ask), `"${lesson}" does not ask: ${ask}`);
    }
  });
}
