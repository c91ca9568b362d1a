import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { MOST_BYTES } from "../src/record/check.js";
import { openFile } from "../src/site/record-file.js";

const file = (name, text = "") => ({ file: new File([text], name), isFolder: false });

/** Nothing of it is needed to refuse a file. */
const PAGE = { element: null, lessons: [], addressOf: () => undefined };

test("what is no file with JSON is refused by its name, with what is allowed", async () => {
  const what = "A record is a JSON file, as “Record (JSON)” saves it.";
  const refused = [
    [[file("a.json"), file("b.json")], "These are 2 files, “a.json”, “b.json”: one record at a time can be shown."],
    [["a", "b", "c", "d", "e"].map((name) => file(name)), "These are 5 files, “a”, “b”, “c” and 2 more: one record at a time can be shown."],
    [[{ ...file("runs"), isFolder: true }], `“runs” is a folder. ${what}`],
    [[file("run.csv", "n,at\n1,2")], `“run.csv” is no JSON. ${what}`],
    [[file("empty.json")], `“empty.json” is no JSON. ${what}`],
    [[file(`${"x".repeat(61)}.json`)], `“${"x".repeat(60)}…” is no JSON. ${what}`],
    [[{ file: { name: "film.mp4", size: MOST_BYTES + 1 }, isFolder: false }], "“film.mp4” has 100,000,001 bytes; a record has at most 100,000,000."],
    [[{ file: { name: "gone.json", size: 1, text: async () => { throw new Error("it is gone"); } }, isFolder: false }], "“gone.json” could not be read: it is gone"],
  ];
  for (const [given, message] of refused) await assert.rejects(openFile(given, PAGE), { message });
});

test("a file may be as large as the record that is in it", async () => {
  const rust = await readFile(new URL("../../src/record/check.rs", import.meta.url), "utf8");
  assert.equal(Number(/const MOST_BYTES: usize = ([\d_]+);/.exec(rust)[1].replaceAll("_", "")), MOST_BYTES);
});
