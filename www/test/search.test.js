import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { find, makeIndex } from "../src/site/search.js";

/** @param {string} title @param {object} [text] */
const lesson = (id, title, text) => [{ id, title, lesson: "Part" }, { summary: "", text: "", words: null, source: { rust: "", python: "" }, ...text }];

/** @param {...ReturnType<typeof lesson>} all */
const index = (...all) => makeIndex(all.map(([head]) => head), Object.fromEntries(all.map(([{ id }, text]) => [id, text])));

const ids = (found) => found.map(({ id }) => id);

/** A text with its hits in brackets. */
const marked = (parts) => parts.map(({ text, hit }) => (hit ? `[${text}]` : text)).join("");

test("the title counts most, then the summary, the text, the programs; then the order of the course", () => {
  const all = index(
    lesson("python", "E", { source: { rust: "", python: "wait for it" } }),
    lesson("rust", "D", { source: { rust: "a\n  wait", python: "" } }),
    lesson("text", "C", { text: "One. All wait here." }),
    lesson("summary", "B", { summary: "They wait." }),
    lesson("inside", "Awaiting"),
    lesson("begins", "Waiting"),
    lesson("title", "Wait"),
  );
  assert.deepEqual(ids(find(all, "wait")), ["title", "begins", "inside", "summary", "text", "python", "rust"]);
  const shown = find(all, "wait").map(({ title, piece }) => [marked(title), piece && [piece.place, piece.line, marked(piece.text)]]);
  assert.deepEqual(shown, [
    ["[Wait]", undefined],
    ["[Wait]ing", undefined],
    ["A[wait]ing", undefined],
    ["B", ["summary", 1, "They [wait]."]],
    ["C", ["text", 1, "All [wait] here."]],
    ["E", ["python", 1, "[wait] for it"]],
    ["D", ["rust", 2, "[wait]"]],
  ]);
});

test("of several words, each must be there, in whatever place", () => {
  const all = index(
    lesson("one", "Three waits", { summary: "In turn.", text: "Slow." }),
    lesson("two", "Three waits", { summary: "At once.", text: "Fast at once, and slow in turn: never." }),
  );
  assert.deepEqual(ids(find(all, "three once")), ["two"]);
  assert.deepEqual(ids(find(all, "waits slow")), ["one", "two"]);
  assert.deepEqual(ids(find(all, "three four")), []);
  // What is shown is the first piece that has the most of the words.
  assert.equal(marked(find(all, "slow once")[0].piece.text), "Fast at [once], and [slow] in turn: never.");
});

test("case and accents do not matter, and what is marked is what stands there", () => {
  const all = index(lesson("a", "Un Café à Zu\u0308rich 🍕 fin"));
  for (const [query, title] of [
    ["CAFE", "Un [Café] à Zu\u0308rich 🍕 fin"],
    ["zürich", "Un Café à [Zu\u0308rich] 🍕 fin"],
    ["zu\u0308ri FIN", "Un Café à [Zu\u0308ri]ch 🍕 [fin]"],
    ["afe fé", "Un C[afé] à Zu\u0308rich 🍕 fin"],
  ]) assert.equal(marked(find(all, query)[0].title), title, query);
});

test("what is no word finds nothing, and what is markup is text", () => {
  const all = index(lesson("a", "x <b> & .*", { source: { rust: 'if a < b && c { "<script>" }', python: "" } }));
  for (const query of ["", "  ", "\n"]) assert.deepEqual(find(all, query), []);
  assert.equal(marked(find(all, ".*")[0].title), "x <b> & [.*]");
  assert.equal(marked(find(all, "<script>")[0].piece.text), 'if a < b && c { "[<script>]" }');
});

test("a long piece is shortened to what is around its first hit", () => {
  const words = Array.from({ length: 100 }, (_, n) => `word${n}`);
  const { piece } = find(index(lesson("a", "A", { text: words.join(" ") })), "word50")[0];
  const shown = marked(piece.text);
  assert.match(shown, /^….*\[word50\].*…$/);
  assert.equal(shown.length, 160 + "…[]…".length);
  assert.match(marked(find(index(lesson("a", "A", { text: words.join(" ") })), "word0")[0].piece.text), /^\[word0\] .*…$/);
});

test("what uses a name is shown before what imports it, and a name's own mark ends no sentence", () => {
  const all = index(
    lesson("rust", "A", { source: { rust: "use tokio::{join};\n\njoin!(a, b);", python: "" } }),
    lesson("text", "B", { text: "It ends, while join! begins again. Then nothing." }),
    lesson("import", "C", { source: { rust: "", python: "from x import join" } }),
  );
  const shown = find(all, "join").map(({ piece }) => [piece.line, marked(piece.text)]);
  assert.deepEqual(shown, [[1, "It ends, while [join]! begins again."], [3, "[join]!(a, b);"], [1, "from x import [join]"]]);
});

test("without the texts, titles are searched", () => {
  assert.deepEqual(ids(find(makeIndex([{ id: "a", title: "One", lesson: "P" }]), "one")), ["a"]);
});

test("each lesson of the course is found by its title, as the first", async () => {
  const all = JSON.parse(await readFile(new URL("../pkg/lessons.json", import.meta.url), "utf8"));
  const course = makeIndex(all, Object.fromEntries(all.map((lesson) => [lesson.id, lesson])));
  for (const { id, title } of all) assert.equal(find(course, title)[0]?.id, id, title);
  assert.ok(find(course, "join!").length > 0 && find(course, "asyncio.gather").length > 0);
});
