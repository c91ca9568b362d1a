// How long the compiler takes, from its first question on: in Node, whose V8 is Chromium's.

import { readFileSync } from "node:fs";

import { fileOf } from "../../../www/test/embed.js";
import { figureOf } from "../../../www/src/speed/figure.js";
import { ROUNDS } from "../peers.mjs";

/** @import { Table } from "../../../www/src/speed/bench.js" */

/** The lessons that are asked about, in this order, of one instance. */
const LESSONS = ["gather", "user_and_posts", "lazy"];

const source = (/** @type {string} */ lesson) => readFileSync(new URL(`../../../src/scenarios/${lesson}/main.rs`, import.meta.url), "utf8");

/** @returns {Promise<Table[]>} */
export async function compiler() {
  const { default: glue } = await import(`data:text/javascript;base64,${readFileSync(fileOf("compiler.js")).toString("base64")}`);
  const module = new WebAssembly.Module(readFileSync(fileOf("compiler_bg.wasm")));
  /** @type {Record<string, number>[][]} */
  const rounds = [];
  const megabytes = [];
  for (let round = 0; round < ROUNDS; round++) {
    const compiler = glue({}, WebAssembly);
    const { memory } = compiler.initSync({ module });
    rounds.push(LESSONS.map((lesson) => edit(compiler, source(lesson))));
    megabytes.push(memory.buffer.byteLength / 2 ** 20);
  }
  const columns = Object.keys(rounds[0][0]);
  return [
    {
      id: "compiler",
      title: "The compiler, asked as while a lesson is edited, one lesson after another",
      unit: "milliseconds",
      about: "In Node, in an instance of its own in each round.",
      head: "lesson",
      columns,
      rows: LESSONS.map((lesson, at) => ({ id: lesson, name: lesson.replaceAll("_", "-"), cells: columns.map((what) => figureOf(rounds.map((one) => one[at][what]))) })),
    },
    {
      id: "compiler-memory",
      title: "The compiler's memory in the end",
      unit: "MiB",
      about: "All of its instance.",
      head: "",
      columns: ["memory"],
      rows: [{ id: "compiler", name: "the compiler", cells: [figureOf(megabytes)] }],
    },
  ];
}

/** What is asked while a lesson is edited. */
function edit(compiler, source) {
  const timed = (question, source) => {
    const started = performance.now();
    const answer = JSON.parse(compiler[question](source));
    const ms = performance.now() - started;
    const error = (answer.diagnostics ?? answer).find(({ severity }) => severity === "error");
    if (error) throw new Error(`${question}: line ${error.line}: ${error.message}`);
    return ms;
  };
  // As if a text were typed.
  const edited = (time) => source.replace('println!("', `println!("${time} `);
  return {
    "first check": timed("check", source),
    "next check": timed("check", edited(1)),
    "and after": timed("check", edited(2)),
    compile: timed("compile", edited(2)),
    "next compile": timed("compile", edited(3)),
  };
}
