// The page of the bench: empty, isolated as the site's own pages are, and with the files of the bench beside the site's.

import { readFileSync } from "node:fs";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";

/** @import { Site } from "./bench.mjs" */

const project = new URL("../../", import.meta.url);

/** Where the project's files stand for the page. */
const FOLDER = "/project/";
const HERE = `${FOLDER}tests/bench/`;

const TYPES = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".json": "application/json",
  ".wasm": "application/wasm",
  ".py": "text/plain",
  ".zip": "application/zip",
};

/** As www/pages/headers.js has it, without its policy: Pyodide would need a weaker one. */
const headers = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
};

/** @param {Site} site */
export async function openPage({ browser, origin }) {
  const page = await browser.newPage({ baseURL: origin });
  page.on("pageerror", (error) => console.error(`bench: the page: ${error}`));
  await page.route(`**${FOLDER}**`, (route) => {
    const path = new URL(route.request().url()).pathname.slice(FOLDER.length);
    const contentType = TYPES[extname(path)];
    if (path.endsWith("page/index.html")) return route.fulfill({ contentType, headers, body: '<!doctype html><link rel="icon" href="data:,">' });
    return route.fulfill({ contentType, headers, body: readFileSync(fileURLToPath(new URL(path, project))) });
  });
  await page.goto(`${HERE}page/index.html`);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("HeapProfiler.enable");
  const collectGarbage = () => devtools.send("HeapProfiler.collectGarbage");
  return {
    page,
    close: () => page.close(),

    /**
     * Calls what a module of page/ exports, when what was there before is gone.
     * @param {string} module
     * @param {string} name
     * @param {unknown[]} args
     * @returns {Promise<any>}
     */
    async call(module, name, ...args) {
      await collectGarbage();
      return page.evaluate(async ({ module, name, args }) => (await import(module))[name](...args), { module: `${HERE}page/${module}`, name, args });
    },

    /** What JavaScript holds, in bytes, timers of the browser included. */
    async heap() {
      await collectGarbage();
      const { usedSize, embedderHeapUsedSize = 0 } = await devtools.send("Runtime.getHeapUsage");
      return usedSize + embedderHeapUsedSize;
    },
  };
}
