// The wasms that nobody waits for, and their JavaScript: what compiles a program, and the machine that runs it. They
// stand beside the bundled modules, with names that stay: a site may be served before they are built.

import { loader } from "./load.js";

/** @typedef {{ module: WebAssembly.Module, glue: string }} Late a wasm, and the address of its JavaScript */

/**
 * What loads one of them.
 * @param {"compiler" | "machine"} name
 * @returns {() => Promise<Late>}
 */
export function late(name) {
  // The bundler must not look for them.
  const place = (/** @type {string} */ file) => new URL(/* @vite-ignore */ `./${file}`, import.meta.url);
  const load = loader(place(`${name}_bg.wasm`));
  const glue = place(`${name}.js`).href;
  return async () => ({ module: await load(), glue });
}

/**
 * Its JavaScript.
 * @param {string} glue
 * @returns {Promise<any>}
 */
export async function glueOf(glue) {
  return (await import(/* @vite-ignore */ glue)).default;
}
