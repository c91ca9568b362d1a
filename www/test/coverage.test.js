// "Five tutorials, row by row": each row leads to a place that there is, or is open, and the page says how many are.

import assert from "node:assert/strict";
import { test } from "node:test";

import { course } from "../pages/course.js";
import { TUTORIALS } from "../pages/coverage.js";
import { frontPage } from "../pages/front.js";
import { more } from "../pages/more.js";
import { own } from "../pages/own.js";
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
  assert.deepEqual(links.map(({ address }) => address), [`../${own.id}/`, ...addresses.map((address) => `../${address}`)]);

  const ids = ["", own.id, ...[...course, ...more].map(({ id }) => id)];
  const isThere = (id, anchor) => ids.includes(id) && (!anchor || (id === "" ? written(frontPage()) : readingPageOf(id)).includes(` id="${anchor}"`));
  const dead = [...new Set(links.map(({ address }) => address))].filter((address) => {
    const [path, anchor] = address.slice("../".length).split("#");
    return !isThere(path.replace(/[/]$/, ""), anchor);
  });
  assert.deepEqual(dead, []);
  for (const { address, title } of links) assert.ok(title, address);
});

test("the page says how many rows are open, and which", () => {
  assert.ok(main.includes(`<p>${open.length} of the ${rows.length} rows are open`), "the count");
  assert.equal(main.match(/<td [^>]*>Not yet<\/td>/g).length, open.length);
  assert.equal(main.match(/<tr /g).length, rows.length + TUTORIALS.length);
});

test("as the page says, all exercises are open", () => {
  assert.deepEqual(rows.filter(([kind]) => kind === "exercise").filter((row) => !open.includes(row)), []);
});

test("what the project has predicted, a lesson asks with a choice", () => {
  const project = TUTORIALS.find(({ title }) => title === "A project in five steps");
  const questions = project.rows.filter(([kind]) => kind === "question");
  assert.ok(questions.length > 0);
  for (const [, what, ...where] of questions) {
    assert.ok(course.some(({ id, predict }) => where.includes(id) && predict.some(({ kind }) => kind === "choice")), what);
  }
});
