// How `bin` becomes `dist/bin`: one file for Node, which needs no package, and takes the wasms from `dist/embed`.

import { defineConfig } from "vite";

import { elementModules } from "./pages/modules.js";

export default defineConfig({
  publicDir: false,
  plugins: [elementModules()],
  ssr: { noExternal: true },
  build: {
    ssr: "bin/async-playground.js",
    outDir: "../dist/bin",
    emptyOutDir: true,
    target: "node20",
    rolldownOptions: { output: { codeSplitting: false } },
  },
});
