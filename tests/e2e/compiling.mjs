// How long the compiler takes, from its first question on: in Node, whose V8 is Chromium's.

import { readFileSync } from "node:fs";

/** The lessons that are asked about, in this order, of one instance. */
const LESSONS = ["gather", "user_and_posts", "lazy"];

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url));

/** The compiler as it stands in dist/. */
export const wasm = () => read("dist/embed/compiler_bg.wasm");

/**
 * The milliseconds of each question, and how much memory the instance has in the end.
 * @returns {Promise<{ lessons: Record<string, Record<string, number>>, bytes: number }>}
 */
export async function compiling() {
  const { default: glue } = await import(`data:text/javascript;base64,${read("dist/embed/compiler.js").toString("base64")}`);
  const compiler = glue({}, WebAssembly);
  const { memory } = compiler.initSync({ module: new WebAssembly.Module(wasm()) });
  const lessons = Object.fromEntries(LESSONS.map((lesson) => [lesson, edit(compiler, String(read(`src/scenarios/${lesson}/main.rs`)))]));
  return { lessons, bytes: memory.buffer.byteLength };
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
