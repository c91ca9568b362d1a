import assert from "node:assert/strict";
import { test } from "node:test";

import { deflateSync, strToU8 } from "fflate";

import { formatHash, formatPage, parseHash, parsePage } from "../src/site/permalink.js";
import { RUN_LIMIT, SharedRunError, decodeRun, encodeRun } from "../src/record/shared-run.js";
import { fixtures, random, randomRun } from "./random-run.js";
import { checkRecord } from "./wasm.js";

const real = await fixtures();

/** An address as `location` gives its parts. @param {string} address */
const parts = (address) => new URL(address, "https://example.org/async/gather/");

test("addresses are read", () => {
  const read = [
    ["", { scenario: "", params: {} }],
    ["#", { scenario: "", params: {} }],
    ["#/", { scenario: "", params: {} }],
    ["#/gather", { scenario: "gather", params: {} }],
    ["#/gather?", { scenario: "gather", params: {} }],
    ["#/gather?a=2&b=1&speed=4", { scenario: "gather", params: { a: "2", b: "1" }, speed: "4" }],
    ["#/gather?a=&speed=x%20y", { scenario: "gather", params: { a: "" }, speed: "x y" }],
    ["#/gather?a=1=2", { scenario: "gather", params: { a: "1=2" } }],
    ["#/compare/sequential/gather", { scenario: "sequential", compare: "gather", params: {} }],
    ["#/compare/a/b?c=3&run=1.0.", { scenario: "a", compare: "b", params: { c: "3" }, run: "1.0." }],
    ["#/gather?src=..%2Frun.json&poster=run.txt&at=7", { scenario: "gather", params: {}, src: "../run.json", poster: "run.txt", at: "7" }],
    ["#/gather?theme=dark&editable=false&autorun=true&view=full", { scenario: "gather", params: {}, theme: "dark", editable: "false", autorun: "true", view: "full" }],
    ["#/compare", { scenario: "compare", params: {} }],
  ];
  for (const [hash, address] of read) assert.deepEqual(parseHash(hash), address, hash);

  const pages = [
    ["", { params: {} }],
    ["?", { params: {} }],
    ["?a=2&speed=4&compare=sequential", { params: { a: "2" }, speed: "4", compare: "sequential" }],
    ["?language=python&view=projector&predict=required", { params: {}, language: "python", view: "projector", predict: "required" }],
    ["?a=2#run=2.abc.de-_", { params: { a: "2" }, run: "2.abc.de-_" }],
    ["#lesson", { params: {} }],
    // The page has a theme of its own: it is none of its settings.
    ["?theme=dark", { params: { theme: "dark" } }],
  ];
  for (const [address, settings] of pages) assert.deepEqual(parsePage(parts(address)), settings, address);
});

test("an address that is malformed is refused by name", () => {
  const refused = [
    ["#main", 'the address "#main" is not known here: addresses begin with "#/"'],
    ["#/a/b", 'the address "#/a/b" is not known here: it may be "#/scenario" or "#/compare/scenario/scenario"'],
    ["#/compare/a", 'the address "#/compare/a" is not known here: it may be "#/scenario" or "#/compare/scenario/scenario"'],
    ["#/compare/a/b/c", /is not known here/],
    ["#/compare/a/b?compare=c", "compare is in the address twice; once is allowed"],
    ["#/Gather", '"Gather" is no scenario: its name has lower-case letters, digits and hyphens'],
    ["#/<img%20src=x>", '"<img src=x>" is no scenario: its name has lower-case letters, digits and hyphens'],
    ["#/gather?a", '"a" in the address is no setting: it must be "name=value"'],
    ["#/gather?=1", '"=1" in the address is no setting: it must be "name=value"'],
    ["#/gather?a=1&a=2", "a is in the address twice; once is allowed"],
    ["#/gather?speed=1&speed=2", "speed is in the address twice; once is allowed"],
    ["#/gather?a=%zz", 'a in the address is "%zz": its "%" signs are not followed by UTF-8'],
    ["#/gather?a=1?b=2", 'the address has 2 "?"; at most one is allowed'],
  ];
  for (const [hash, message] of refused) assert.throws(() => parseHash(hash), { message }, hash);

  const behind = 'in the address is not known here: behind "#" stands a run or a program alone, as in "#run=…" or "#code=…"';
  const pages = [
    ["?a=1&a=2", "a is in the address twice; once is allowed"],
    ["?a", '"a" in the address is no setting: it must be "name=value"'],
    ["?run=2.abc.de", 'a run cannot stand behind "?" in the address: it stands behind "#"'],
    ["#/gather?a=2", `"#/gather?a=2" ${behind}`],
    ["#speed=2", `"#speed=2" ${behind}`],
    ["#run=2.abc.de&a=1", `"#run=2.abc.de&a=1" ${behind}`],
    ["#run=%zz", 'run in the address is "%zz": its "%" signs are not followed by UTF-8'],
  ];
  for (const [address, message] of pages) assert.throws(() => parsePage(parts(address)), { message }, address);
});

test("reading an address gives back what was written", () => {
  const next = random(1);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const text = () => Array.from({ length: Math.floor(next() * 6) }, () => pick([..."ab=&?#/%+ <\"'é漢🍕.~"])).join("");
  for (let i = 0; i < 2000; i++) {
    const settings = { params: {} };
    if (next() < 0.3) settings.compare = pick(["sequential", "compare"]);
    for (let n = Math.floor(next() * 4); n--; ) settings.params[`p${text()}`] = text();
    for (const name of ["speed", "language", "view", "predict"]) if (next() < 0.3) settings[name] = text();
    if (next() < 0.2) settings.run = text();
    const address = { scenario: pick(["gather", "await-chain", "two-orders"]), ...settings };
    assert.deepEqual(parseHash(formatHash(address)), address);
    const page = new URL(formatPage(address), "https://example.org/async/");
    assert.equal(page.pathname, `/async/${address.scenario}/`);
    assert.deepEqual(parsePage(page), settings);
  }
});

test("a parameter may have any name but those that the address needs", () => {
  const { params } = parseHash("#/gather?__proto__=1&constructor=2");
  assert.deepEqual(Object.keys(params), ["__proto__", "constructor"]);
  assert.equal(formatPage({ scenario: "gather", params }), "gather/?__proto__=1&constructor=2");
  for (const name of ["", "speed", "compare", "view"]) {
    assert.throws(() => formatPage({ scenario: "gather", params: { [name]: "1" } }), { message: `a parameter cannot be named "${name}" in an address` });
  }
  for (const format of [formatPage, formatHash]) assert.throws(() => format({ scenario: "a b", params: {} }), /"a b" is no scenario/);
});

test("what is so without being said is not written", () => {
  const address = { scenario: "gather", params: {}, speed: "1" };
  assert.equal(formatPage(address), "gather/");
  assert.equal(formatHash(address), "#/gather");
  assert.equal(formatPage({ ...address, params: { a: "2" }, speed: "4", run: "2.a.b" }), "gather/?a=2&speed=4#run=2.a.b");
});

test("a shared run is the run", async () => {
  const records = [...real.values(), ...Array.from({ length: 30 }, (_, seed) => randomRun(seed).record)];
  for (const record of records) {
    const before = structuredClone(record);
    const text = encodeRun(record);
    assert.match(text, /^2\.[0-9a-z]+\.[\w-]+$/);
    assert.deepEqual(await decodeRun(text, async (run) => run), fromEvents(record));
    assert.deepEqual(record, before);
    const page = new URL(formatPage({ scenario: "gather", params: {}, run: text }), "https://example.org/");
    assert.equal(parsePage(page).run, text);
  }
});

/** A record without what follows from its events, which no link carries. */
function fromEvents({ tasks, log, ...record }) {
  return record;
}

test("a record that cannot be made smaller is shared whole", async () => {
  // Times finer than nanoseconds, and fields that are not known here.
  const fine = structuredClone(real.get("gather"));
  fine.events.at(-1).at_ms += 1e-7;
  fine.events[0].color = "blue";
  fine.later = { a: [1] };
  assert.deepEqual(await decodeRun(encodeRun(fine), async (run) => run), fromEvents(fine));
});

test("no link carries more events than can be opened within a frame", async () => {
  const error = await reason(link(JSON.stringify({ events: Array(20_001).fill([1, 0, 0]) })));
  assert.equal(error.message, "the run in this link is not valid: it has 20001 events; at most 20000 are allowed");
});

test("a shared run is much smaller than its JSON", () => {
  for (const record of real.values()) assert.ok(encodeRun(record).length < JSON.stringify(record).length / 3);
});

const reason = async (text) => {
  try {
    await decodeRun(text, checkRecord);
  } catch (error) {
    assert.ok(error instanceof SharedRunError, String(error));
    return error;
  }
  return null;
};

test("a link that is cut off anywhere says so", async () => {
  const text = encodeRun(real.get("gather"));
  for (let length = 0; length < text.length; length++) {
    const error = await reason(text.slice(0, length));
    assert.equal(error?.reason, "cut-off", `after ${length} characters: ${error?.message}`);
  }
  assert.match((await reason(text.slice(0, 100))).message, /^the run in this link is cut off: it has 95 of \d+ characters$/);
});

test("a link that is too long says so, before anything is unpacked", async () => {
  const error = await reason("1.".padEnd(RUN_LIMIT + 1, "x"));
  assert.equal(error.reason, "too-long");
  assert.equal(error.message, `the run in this link has ${RUN_LIMIT + 1} characters; at most ${RUN_LIMIT} are allowed`);
});

test("a run that is too long for a link is not encoded", () => {
  const { record } = randomRun(2, 12_000);
  assert.throws(() => encodeRun(record), { reason: "too-long", message: /^this run takes \d+ characters in a link; at most 30000 are allowed$/ });
});

test("a run of very many events is not even tried", () => {
  const { record } = randomRun(2, 100);
  const crowd = { ...record, events: Array.from({ length: 20_001 }, (_, n) => ({ ...record.events[0], n })) };
  assert.throws(() => encodeRun(crowd), { reason: "too-long", message: "this run has 20001 events; a link carries at most 20000" });
});

test("a link of a later version says so", async () => {
  for (const text of ["3.3.abc", "12.", "7.whatever"]) assert.equal((await reason(text)).reason, "later-version", text);
  assert.equal((await reason("3.3.abc")).message, "the run in this link is of version 3; this page reads version 2");
});

/** A link with a right header around any JSON. */
function link(json) {
  const data = Buffer.from(deflateSync(strToU8(json))).toString("base64url");
  return `1.${data.length.toString(36)}.${data}`;
}

test("a link made by hand is not valid, and says why", async () => {
  const later = JSON.stringify({ whole: { ...real.get("gather"), version: 2 } });
  const swapped = structuredClone(real.get("gather"));
  swapped.events[5].task = 2;
  const made = [
    ["hello", /it does not have the form of one$/],
    ["<img src=x onerror=alert(1)>", /it does not have the form of one$/],
    ["0.3.abc", /version 0 never was$/],
    ["1.3.abcd", /it has 4 characters where it says 3$/],
    ["1.4.abcd", /not valid: /],
    ["1.0.", /not valid: /],
    [link("null"), /not valid: /],
    [link("[]"), /not valid: /],
    [link("{"), /not valid: /],
    [link('{"events":[[99,0,0]],"tasks":[]}'), /not valid: /],
    [link('{"whole":{"events":[]}}'), /this is no record of a run: it has no version$/],
    [link(later), /version is 2; it must be 1: this page reads no other version$/],
    [link(JSON.stringify({ whole: swapped })), /event 6: log|event \d+: /],
  ];
  for (const [text, message] of made) {
    const error = await reason(text);
    assert.equal(error?.reason, "not-valid", text.slice(0, 30));
    assert.match(error.message, message);
  }
});

test("a small link cannot fill the memory", async () => {
  const text = link(JSON.stringify({ whole: "x".repeat(20_000_000) }));
  assert.ok(text.length < RUN_LIMIT, "the link itself is allowed");
  assert.match((await reason(text)).message, /it unpacks to more than \d+ bytes$/);
});

test("a link in which a character was changed is refused, or shows a run that is possible", async () => {
  const text = encodeRun(real.get("gather"));
  const next = random(4);
  let refused = 0;
  for (let i = 0; i < 300; i++) {
    const at = Math.floor(next() * text.length);
    const other = text.slice(0, at) + "Az09-_"[Math.floor(next() * 6)] + text.slice(at + 1);
    const error = await reason(other);
    if (error) refused += 1;
    else await checkRecord(await decodeRun(other, checkRecord));
  }
  assert.ok(refused > 200, `only ${refused} of 300 were refused`);
});
