import assert from "node:assert/strict";
import { test } from "node:test";

import { whereToGoOn } from "../src/site/go-on.js";
import { LESSON_LIMIT, LIMIT, Memory } from "../src/site/memory.js";

const KEY = "async-playground.course";

/** A browser's storage, with `text` in it; `room` is how many characters it takes. */
function storage(text, room = Infinity) {
  const stored = new Map(text === undefined ? [] : [[KEY, text]]);
  return {
    getItem: (key) => stored.get(key) ?? null,
    setItem: (key, value) => {
      if (value.length > room) throw new DOMException("no room", "QuotaExceededError");
      stored.set(key, value);
    },
    removeItem: (key) => stored.delete(key),
    give: (more) => (room = more),
  };
}

const memory = (shelf) => new Memory(() => shelf);

test("what is remembered is there for the next page", () => {
  const shelf = storage();
  const first = memory(shelf);
  first.remember("gather", { params: { a: "2", b: "x" }, speed: "4" });
  first.remember("gather", { done: true });
  first.choose("python");
  const course = { language: "python", lessons: { gather: { params: { a: "2", b: "x" }, speed: "4", done: true } } };
  assert.deepEqual(memory(shelf).read(), course);
  assert.deepEqual(JSON.parse(shelf.getItem(KEY)), { version: 1, ...course });
  assert.equal(first.trouble, undefined);
});

test("of two pages, neither undoes what the other has written", () => {
  const shelf = storage();
  const pages = [memory(shelf), memory(shelf)];
  for (const page of pages) page.read();
  pages[0].remember("hello", { done: true });
  pages[1].remember("gather", { params: { a: "2" } });
  pages[0].remember("gather", { done: true });
  pages[1].choose("python");
  const all = { language: "python", lessons: { hello: { done: true }, gather: { params: { a: "2" }, done: true } } };
  for (const page of pages) assert.deepEqual(page.read(), all);
});

test("parts of a lesson that are not known here are kept, and parts can be taken back", () => {
  const shelf = storage('{"version":1,"theme":"dark","lessons":{"gather":{"draft":{"rust":"fn"},"params":{"a":"1"},"speed":"2"}}}');
  memory(shelf).remember("gather", { done: true, params: undefined, speed: undefined });
  const kept = { theme: "dark", lessons: { gather: { draft: { rust: "fn" }, done: true } } };
  assert.deepEqual(JSON.parse(shelf.getItem(KEY)), { version: 1, ...kept });
});

test("where storage is blocked, the page remembers as long as it lives, and says so", () => {
  for (const give of [() => { throw new DOMException("denied", "SecurityError"); }, () => undefined, () => null]) {
    const page = new Memory(give);
    assert.deepEqual(page.read(), { lessons: {} });
    page.remember("gather", { done: true });
    page.remember("hello", { speed: "2" });
    assert.deepEqual(page.read(), { lessons: { gather: { done: true }, hello: { speed: "2" } } });
    assert.equal(page.trouble.reason, "blocked");
    assert.match(page.trouble.message, /^This browser keeps nothing for this page/);
    page.forget();
    assert.deepEqual(page.read(), { lessons: {} });
  }
});

test("what a full storage does not take is known to the page, and is written when there is room again", () => {
  const shelf = storage(undefined, 60);
  const page = memory(shelf);
  page.remember("hello", { done: true });
  page.remember("gather", { done: true, params: { a: "0.123456789" } });
  assert.equal(page.trouble.reason, "full");
  assert.deepEqual(page.read(), { lessons: { hello: { done: true }, gather: { done: true, params: { a: "0.123456789" } } } });
  assert.equal(page.trouble.reason, "full");
  assert.deepEqual(memory(shelf).read(), { lessons: { hello: { done: true } } });
  shelf.give(1000);
  page.choose("rust");
  assert.equal(page.trouble, undefined);
  assert.deepEqual(memory(shelf).read(), page.read());
  assert.equal(memory(shelf).read().lessons.gather.params.a, "0.123456789");
});

test("what one lesson asks to remember is bounded, and the lesson's other parts are still remembered", () => {
  const shelf = storage();
  const page = memory(shelf);
  page.remember("gather", { params: { a: "x".repeat(LESSON_LIMIT) } });
  assert.match(page.trouble.message, /^What you do in this lesson takes 20,019 characters; at most 20,000 are remembered/);
  page.remember("gather", { done: true });
  assert.equal(page.trouble, undefined);
  assert.deepEqual(memory(shelf).read(), { lessons: { gather: { done: true } } });
});

test("all that is remembered is bounded", () => {
  const shelf = storage();
  const page = memory(shelf);
  for (let n = 0; n <= LIMIT / LESSON_LIMIT; n++) page.remember(`lesson-${n}`, { params: { a: "x".repeat(LESSON_LIMIT - 50) } });
  assert.equal(page.trouble.reason, "full");
  assert.match(page.trouble.message, /characters; at most 1,000,000 are\.$/);
  assert.ok(shelf.getItem(KEY).length <= LIMIT);
  assert.equal(memory(shelf).read() && memory(shelf).trouble, undefined);
});

const UNREADABLE = [
  ["{", /"{" is no JSON/],
  [`${"<img>".repeat(20)}`, /"<img><img><img><img><img><img><img><img>…" is no JSON/],
  ["null", /it is null; it must be an object/],
  ["[]", /it is \[\]; it must be an object/],
  ["{}", /its version is missing; this page reads version 1/],
  ['{"version":2,"lessons":{}}', /its version is 2; this page reads version 1/],
  ['{"version":1}', /lessons is missing; it must be an object/],
  ['{"version":1,"lessons":[]}', /lessons is \[\]; it must be an object/],
  ['{"version":1,"lessons":{},"language":"c"}', /language is "c"; it must be "rust" or "python"/],
  ['{"version":1,"lessons":{"gather":1}}', /lessons\.gather is 1; it must be an object/],
  ['{"version":1,"lessons":{"gather":{"done":"yes"}}}', /lessons\.gather\.done is "yes"; it must be true/],
  ['{"version":1,"lessons":{"gather":{"solved":1}}}', /lessons\.gather\.solved is 1; it must be true/],
  ['{"version":1,"lessons":{"gather":{"params":{"a":1}}}}', /lessons\.gather\.params is {"a":1}; it must be an object of texts/],
  ['{"version":1,"lessons":{"gather":{"speed":1}}}', /lessons\.gather\.speed is 1; it must be a text/],
  ['{"version":1,"lessons":{"gather":{"prediction":"x"}}}', /lessons\.gather\.prediction is "x"; it must be an object/],
  [`{"version":1,"lessons":{"${"x".repeat(LIMIT)}":{}}}`, /it has 1,000,031 characters; at most 1,000,000 are allowed/],
];

test("what cannot be read is named, and kept until it is forgotten", () => {
  for (const [text, why] of UNREADABLE) {
    const shelf = storage(text);
    const page = memory(shelf);
    assert.deepEqual(page.read(), { lessons: {} });
    assert.equal(page.trouble.reason, "unreadable");
    assert.match(page.trouble.message, why);
    page.remember("gather", { done: true });
    assert.deepEqual(page.lesson("gather"), { done: true });
    assert.equal(shelf.getItem(KEY), text);
    page.forget();
    assert.equal(shelf.getItem(KEY), null);
    page.remember("hello", { done: true });
    assert.equal(page.trouble, undefined);
    assert.deepEqual(memory(shelf).read(), { lessons: { hello: { done: true } } });
  }
});

test("a name that objects have of themselves is a name like others", () => {
  const shelf = storage('{"version":1,"lessons":{"__proto__":{"done":true}}}');
  memory(shelf).remember("hello", { done: true });
  assert.deepEqual(Object.keys(JSON.parse(shelf.getItem(KEY)).lessons), ["__proto__", "hello"]);
  assert.deepEqual(memory(storage()).lesson("constructor"), {});
});

test("a learner goes on after the last lesson that is done, then with what was left out", () => {
  const ids = ["a", "b", "c", "d"];
  const after = (...done) => whereToGoOn(ids, Object.fromEntries(done.map((id) => [id, { done: true }])));
  assert.equal(after(), undefined);
  assert.equal(after("a"), "b");
  assert.equal(after("a", "c"), "d");
  assert.equal(after("a", "d"), "b");
  assert.equal(after(...ids), undefined);
  assert.equal(after("gone"), undefined);
  assert.equal(whereToGoOn(ids, { a: { speed: "2" } }), undefined);
});
