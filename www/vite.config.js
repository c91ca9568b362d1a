// How `www` becomes `dist`: the site's pages, one to be framed, and one module that other people's pages import.

import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

import { defineConfig } from "vite";

import { budget } from "./pages/budget.js";
import { classicLoader } from "./pages/classic.js";
import { denseTemplates } from "./pages/dense.js";
import { ASSETS, headers } from "./pages/headers.js";
import { elementModules } from "./pages/modules.js";
import { serviceWorker } from "./pages/offline.js";
import { pageFiles, scripts, sitePages } from "./pages/pages.js";
import { litElsewhere } from "./pages/elsewhere.js";
import { asStaticServers } from "./pages/preview.js";
import { SITE } from "./pages/site.js";

/**
 * Everything but the pages stands in one folder, which others can copy whole. The module that they link to keeps its
 * name; what it asks for carries a hash, in a folder of its own, which may be cached for ever.
 */
const folder = "embed";

/** @type {import("vite").Rolldown.OutputOptions} */
const output = {
  entryFileNames: ({ name }) => (name === "async-playground" ? `${folder}/[name].js` : `${ASSETS}/[name]-[hash].js`),
  chunkFileNames: `${ASSETS}/[name]-[hash].js`,
  assetFileNames: `${ASSETS}/[name]-[hash][extname]`,
  // So that the hash is what stands behind the last hyphen.
  hashCharacters: "hex",
  // What is said to the bundlers of other people's pages.
  comments: { annotation: true, legal: false, jsdoc: false },
};

/** It is built for minutes, behind the page: its name tells of its sources. */
const compiler = execFileSync(fileURLToPath(new URL("../build.sh", import.meta.url)), ["compiler-hash"], { encoding: "utf8" }).trim();
const late = [`compiler_bg-${compiler}.wasm`, `compiler-${compiler}.js`];

/**
 * The page to be framed names what stands beside it: the folder may have another name elsewhere.
 * @type {import("vite").Plugin}
 */
const framedBeside = {
  name: "framed-beside",
  apply: "build",
  transformIndexHtml: {
    order: "post",
    handler: (html, { path }) => (path === `/${folder}/embed.html` ? html.replaceAll(`"../${folder}/`, '"./') : html),
  },
};

/**
 * What a script imports is not named beside the import, to be asked for ahead: where the bundler of somebody else's page
 * gives the files other names, that would be in vain.
 * @type {import("vite").Plugin}
 */
const plainImports = {
  name: "plain-imports",
  apply: "build",
  enforce: "pre",
  load: {
    filter: { id: /\0vite\/preload-helper\.js$/ },
    handler: () => "export const __vitePreload = (load) => load();",
  },
};

export default defineConfig({
  // Relative addresses: `dist` may be served from any folder.
  base: "./",
  // Where links of an element lead, if the page around names no site.
  define: {
    "import.meta.env.SITE": JSON.stringify(SITE?.href) ?? "undefined",
    "import.meta.env.COMPILER_WASM": JSON.stringify(`./${late[0]}`),
    "import.meta.env.COMPILER_JS": JSON.stringify(`./${late[1]}`),
  },
  // An address that is not there is answered with 404, as static servers do.
  appType: "mpa",
  plugins: [elementModules(), litElsewhere(), sitePages(), asStaticServers(), denseTemplates, framedBeside, plainImports, classicLoader(), serviceWorker(late), budget()],
  build: {
    outDir: "../dist",
    emptyOutDir: true,
    target: "es2022",
    // The polyfill would be an inline script.
    modulePreload: {
      polyfill: false,
      // See `plainImports`.
      resolveDependencies: (_, files, { hostType }) => (hostType === "html" ? files : []),
    },
    // The wasm must keep its address, and no picture may turn into an inline one.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: [...pageFiles, ...scripts, "embed/embed.html", "src/async-playground.js"],
      // A style sheet that nothing asks for is left out: those of the views come as one (pages/sheets.js).
      treeshake: { manualPureFunctions: ["css"] },
      // Drawing the pictures of the pages takes most of the time.
      checks: { pluginTimings: false },
      // The exports of the module are its interface.
      preserveEntrySignatures: "strict",
      output,
    },
  },
  worker: {
    format: "es",
    rolldownOptions: { output },
  },
  preview: {
    port: 4173,
    strictPort: true,
    headers,
    // It would answer some origins alone.
    cors: false,
  },
});
