// The Python twin as Copy gives it.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { pythonFile } from "../src/source/python.js";

const lessons = JSON.parse(await readFile(new URL("../pkg/lessons.json", import.meta.url), "utf8"));
const lesson = (id) => lessons.find((lesson) => lesson.id === id);

/** What CPython prints. */
const run = (file) => execFileSync("python3", ["-I", "-"], { input: file }).toString();

test("it runs, with the values that were typed, or else with the lesson's", () => {
  assert.equal(run(pythonFile(lesson("return-values"), { a: "20" })), "20 + 4 = 24\n");
  const quick = pythonFile(lesson("gather"), { a: "0.1", b: "0.05", c: "" });
  assert.match(quick, /\n {4}asyncio\.run\(main\(0\.1, 0\.05, 3\)\)\n$/);
  assert.equal(run(quick.replace("3))", "0.15))")), "A starting\nB starting\nC starting\nB done\nA done\nC done\nA result, B result, C result\n");
});

test("what was typed is a number in it, or nothing", () => {
  const { params, source } = lesson("hello");
  for (const seconds of ["", " ", "x", "1); import os; (", "Infinity", "NaN"]) {
    assert.match(pythonFile({ params, source }, { seconds }), /asyncio\.run\(main\(1\)\)\n$/, seconds);
  }
});

/** Python reads each file, and says how many parameters its main has, and how many are given to it. */
const COUNT = `
import ast, json, sys
for file in json.load(sys.stdin):
    tree = ast.parse(file)
    main = next(node for node in tree.body if isinstance(node, ast.AsyncFunctionDef) and node.name == "main")
    call = tree.body[-1].body[0].value.args[0]
    print(call.func.id, len(main.args.args), len(call.args))
`;

test("of every lesson, main gets what it takes", () => {
  const files = lessons.map((lesson) => pythonFile(lesson, {}));
  const counted = execFileSync("python3", ["-I", "-c", COUNT], { input: JSON.stringify(files) }).toString().trim().split("\n");
  assert.deepEqual(counted, lessons.map(({ params }) => `main ${params.length} ${params.length}`));
});
