// How `www` becomes `dist`: the site's pages, one to be framed, and one module that other people's pages import.

import { defineConfig } from "vite";

import { dense } from "./pages/dense.js";
import { elementModules } from "./pages/modules.js";
import { pageFiles, scripts, sitePages } from "./pages/pages.js";
import { asStaticServers } from "./pages/preview.js";

/** What a strict host sends: no inline script, no inline style, nothing from elsewhere. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  // Pictures of a run are exported through data and blob addresses.
  "img-src 'self' data: blob:",
  "object-src 'none'",
  "base-uri 'self'",
  // `embed.html` is made to stand in other people's pages.
  "frame-ancestors *",
].join("; ");

const headers = {
  "Content-Security-Policy": contentSecurityPolicy,
  // An isolated page has a finer `performance.now()` (High Resolution Time, "coarsen time").
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Resource-Policy": "cross-origin",
  "X-Content-Type-Options": "nosniff",
};

/**
 * Everything but the pages stands in one folder, which others can copy whole. What they link to
 * keeps its name; the rest carries a hash.
 */
const folder = "embed";
const stable = ["async-playground.js", "worker.js", "programs_bg.wasm", "checking_bg.wasm"];

/** @param {string} name */
const entryFileName = (name) =>
  stable.includes(`${name}.js`) ? `${folder}/[name].js` : `${folder}/[name]-[hash].js`;

/** @type {import("vite").Rolldown.OutputOptions} */
const output = {
  entryFileNames: (chunk) => entryFileName(chunk.name),
  chunkFileNames: `${folder}/[name]-[hash].js`,
  assetFileNames: (asset) =>
    stable.includes(asset.names[0] ?? "")
      ? `${folder}/[name][extname]`
      : `${folder}/[name]-[hash][extname]`,
};

/**
 * Takes the indents out of templates, and the comments out of styles: the bundler leaves them as they are.
 * @type {import("vite").Plugin}
 */
const denseTemplates = {
  name: "dense-templates",
  apply: "build",
  transform: {
    filter: { id: /\/src\/.*\.js$/ },
    handler: (code) => code.replace(/\bcss`[^`]*`/g, dense).replace(/\n\s+/g, "\n"),
  },
};

export default defineConfig({
  // Relative addresses: `dist` may be served from any folder.
  base: "./",
  // An address that is not there is answered with 404, as static servers do.
  appType: "mpa",
  plugins: [elementModules(), sitePages(), asStaticServers(), denseTemplates],
  build: {
    outDir: "../dist",
    emptyOutDir: true,
    target: "es2022",
    // The polyfill would be an inline script.
    modulePreload: { polyfill: false },
    // The wasm must keep its address, and no picture may turn into an inline one.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: [...pageFiles, ...scripts, "embed.html", "src/async-playground.js"],
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
  },
});
