// A program in the Rust Playground.

/** @import { Param } from "../types.js" */

/**
 * Its address there.
 * @param {string} program
 */
export function rustPlayground(program) {
  const query = new URLSearchParams({ version: "stable", mode: "debug", edition: "2024", code: program });
  return `https://play.rust-lang.org/?${query}`;
}

const MAIN = /^([ \t]*)(?:pub )?async fn main\s*\(([^)]*)\)/m;

/**
 * A program of one's own as one that tokio runs: as it is, but that a `main` with parameters is called by one without.
 * @param {string} source
 * @param {readonly Param[]} params that the lesson has, if it was one
 * @param {Record<string, string>} values
 */
export function tokioMain(source, params, values) {
  const [, , taken] = MAIN.exec(source) ?? [];
  if (taken === undefined || source.includes("#[tokio::main")) return source;
  const given = [...taken.matchAll(/(\w+)\s*:\s*([\w:]+)/g)].map(([, name, type]) => {
    const value = Number(values[name] ?? params.find((param) => param.name === name)?.default);
    if (Number.isNaN(value)) return "todo!()";
    return type.endsWith("Duration") ? `std::time::Duration::from_secs_f64(${Number.isInteger(value) ? value.toFixed(1) : value})` : String(value);
  });
  if (given.length === 0) return source.replace(MAIN, `$1#[tokio::main(flavor = "local")]\n$&`).replace(/^([ \t]*)pub (async fn main\b)/m, "$1$2");
  const called = source.replace(MAIN, "$1async fn lesson($2)").trimEnd();
  return `${called}\n\n#[tokio::main(flavor = "local")]\nasync fn main() {\n    lesson(${given.join(", ")}).await;\n}\n`;
}
