// Serves stand-ins for the compiler, the machine and exercises: what a test says of the page then depends on none of them.

import { readFileSync } from "node:fs";

import { addressOf } from "../../www/test/embed.js";

/** The smallest wasm: it holds nothing. */
const EMPTY = Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

const read = (name) => readFileSync(new URL(`fakes/${name}.js`, import.meta.url));

/**
 * @param {import("playwright-core").Page} page
 * @param {object} [options]
 * @param {() => boolean} [options.isBuilt] whether the compiler is there
 */
export async function fake(page, { isBuilt = () => true } = {}) {
  const context = page.context();
  const serve = async (route, name) => {
    if (name === "compiler" && !isBuilt()) return route.fulfill({ status: 404, contentType: "text/plain", body: "" });
    const isWasm = route.request().url().endsWith(".wasm");
    // The site's own policy, as of every other file.
    const headers = { "Cross-Origin-Resource-Policy": "cross-origin", "Cross-Origin-Embedder-Policy": "require-corp", "Content-Type": isWasm ? "application/wasm" : "text/javascript" };
    await route.fulfill({ status: 200, headers, body: isWasm ? EMPTY : read(name) });
  };
  for (const name of ["compiler", "machine"]) {
    for (const file of [`${name}.js`, `${name}_bg.wasm`]) await context.route(addressOf(file), (route) => serve(route, name));
  }
}

/**
 * Puts a stand-in in place of the exercise of a lesson that has one.
 * @param {import("playwright-core").Page} page
 * @param {string} lesson
 * @param {object} [options]
 * @param {string | null} [options.given] the program to begin with
 */
export async function fakeExercise(page, lesson, { given = null } = {}) {
  await page.context().route(addressOf(`${lesson}.js`), async (route) => {
    const response = await route.fetch();
    // The lesson's text has a file of the same name.
    const isExercise = /export ?\{[^}]*\bcheck\b/.test(await response.text());
    await route.fulfill({ response, ...(isExercise ? { body: String(read("exercise")).replace("GIVEN", JSON.stringify(given)) } : {}) });
  });
}
