// `npx async-playground check`: what it finds in the pages of `docs`, in which words, and how it ends.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { course } from "../pages/course.js";

const command = fileURLToPath(new URL("../../dist/bin/async-playground.js", import.meta.url));
const here = fileURLToPath(new URL(".", import.meta.url));

/** @param {string[]} words */
function run(...words) {
  assert.ok(existsSync(command), "dist/bin is missing: it is not built. Run ./build.sh build first.");
  return new Promise((resolve) => execFile(process.execPath, [command, ...words], { cwd: here }, (error, stdout, stderr) => resolve({ code: error?.code ?? 0, stdout, stderr })));
}

/** @param {string} name */
const expected = (name) => readFileSync(new URL(`docs/${name}.txt`, import.meta.url), "utf8").replaceAll("{lessons}", course.map(({ id }) => id).join(", "));

test("of each playground in a docs tree, however its tool writes it, the log is shown", async () => {
  const { code, stdout, stderr } = await run("check", "docs/good");
  assert.equal(stdout, expected("good"));
  assert.deepEqual([code, stderr], [0, ""]);
});

test("each thing that is wrong has its place, its value, and what is allowed", async () => {
  const { code, stdout, stderr } = await run("check", "docs/bad");
  assert.equal(stdout, expected("bad"));
  assert.deepEqual([code, stderr], [1, ""]);
});

test("files can be named one by one, and one that is wrong is enough", async () => {
  const { code, stdout } = await run("check", "docs/good/sphinx.rst", "docs/bad/sphinx.rst");
  assert.equal(code, 1);
  assert.match(stdout, /4 playgrounds in 2 files: 1 with errors\n$/);
});

test("where there is no playground, it says how one is written", async () => {
  const { code, stdout } = await run("check", "docs/good/static/nothing.md");
  assert.equal(code, 1);
  assert.match(stdout, /^error: there is no playground in 1 file\. .*```rust,async-playground in mdBook/);
});

test("what is not understood is named, with the usage", async () => {
  const refused = {
    "": "what is to be done is missing",
    "chekc docs": '"chekc" is unknown: allowed is check',
    "check": "what is to be checked is missing",
    "check --quiet docs": '"--quiet" is unknown: check takes no options',
    "check nowhere": 'there is no file or folder "nowhere"',
    "check docs/good.txt": '"docs/good.txt" is no docs page: allowed are .md, .mdx, .rst, .html',
    "check fixtures": 'there is no docs page in "fixtures": looked for .md, .mdx, .rst, .html',
  };
  for (const [words, why] of Object.entries(refused)) {
    const { code, stdout, stderr } = await run(...words.split(" ").filter(Boolean));
    assert.equal(stderr.split("\n")[0], `async-playground: ${why}`);
    assert.match(stderr, /\nUsage: npx async-playground check PATH\.\.\.\n/);
    assert.deepEqual([code, stdout], [2, ""]);
  }
  const { code, stdout } = await run("--help");
  assert.match(stdout, /^Usage: /);
  assert.equal(code, 0);
});
