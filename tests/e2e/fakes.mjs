// Serves stand-ins for the compiler and the machine: what a test says of the page then depends on neither.

import { readFileSync } from "node:fs";

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
    await context.route(new RegExp(`/embed/${name}(\\.js|_bg\\.wasm)$`), (route) => serve(route, name));
  }
}
