// The wasm that runs the course's programs is split: what every page loads grows with the runtime, and not with the course.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

import { maker, piece } from "./wasm.js";

const pkg = new URL("../pkg/", import.meta.url);
const lessons = JSON.parse(readFileSync(new URL("lessons.json", pkg), "utf8"));
const pieceOf = (/** @type {string} */ id) => readFileSync(new URL(`lessons/${id}.wasm`, pkg));

/** Whose lines a wasm knows: of each, the name of its file stands in it. @param {Buffer} wasm */
const knownTo = (wasm) => [...new Set([...wasm.toString("latin1").matchAll(/src\/scenarios\/(\w+)\/main\.rs/g)].map(([, folder]) => folder.replaceAll("_", "-")))];

test("what every page loads has no lesson's program", () => {
  for (const file of ["programs_bg.wasm", "run.wasm"]) assert.deepEqual(knownTo(readFileSync(new URL(file, pkg))), []);
});

test("each lesson has a piece, with its own program and no other", () => {
  assert.deepEqual(readdirSync(new URL("lessons/", pkg)).sort(), lessons.map(({ id }) => `${id}.wasm`).sort());
  for (const { id } of lessons) assert.deepEqual(knownTo(pieceOf(id)), [id]);
});

test("without its piece a lesson does not run, and with another's neither", async () => {
  const engine = await maker("programs");
  const { id, source } = lessons.find(({ id }) => id === "gather");
  const run = async (/** @type {string[]} */ ...files) => engine(await Promise.all(["run.wasm", ...files].map(piece))).simulate(id, {}, 1, source.rust);
  await run("lessons/gather.wasm");
  await assert.rejects(run(), WebAssembly.RuntimeError);
  await assert.rejects(run("lessons/hello.wasm"), WebAssembly.RuntimeError);
});
