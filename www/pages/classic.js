// The loader: one classic script, for any docs page, which has to stay small.

import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";

import { build } from "vite";

import { denseTemplates } from "./dense.js";

/** @import { Plugin, Rolldown } from "vite" */

const ENTRY = fileURLToPath(new URL("../src/loader/loader.js", import.meta.url));

/** In brotli: what every page of somebody's docs fetches. */
const MOST_BYTES = 4096;

/** @returns {Plugin} */
export function classicLoader() {
  return {
    name: "classic-loader",
    apply: "build",
    async generateBundle() {
      const built = await build({
        configFile: false,
        logLevel: "warn",
        plugins: [denseTemplates],
        build: {
          write: false,
          // An older browser is told that it is too old.
          target: "es2020",
          // Those in which the element works.
          cssTarget: ["chrome123", "firefox120", "safari17.5"],
          rolldownOptions: { input: ENTRY, output: { format: "iife" }, checks: { pluginTimings: false } },
        },
      });
      const { output: [{ code }] } = /** @type {Rolldown.RolldownOutput} */ (built);
      const size = brotliCompressSync(code).length;
      if (size > MOST_BYTES) this.error(`the loader is ${size} bytes in brotli: allowed are ${MOST_BYTES}`);
      this.emitFile({ type: "asset", fileName: "embed/async-playground.classic.js", source: code });
    },
  };
}
