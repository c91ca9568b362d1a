// The work of the bench by asyncio, in Pyodide.

import { loadPyodide } from "../node_modules/pyodide/pyodide.mjs";

const pyodide = await loadPyodide();
await pyodide.runPythonAsync(await (await fetch(new URL("../python/work.py", import.meta.url))).text());
const work = pyodide.globals.get("measure");

/**
 * @param {string} name
 * @param {number} count
 * @returns {Promise<number[]>}
 */
export async function measure(name, count) {
  return (await work(name, count)).toJs();
}
