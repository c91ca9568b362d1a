// Makes packages/npm/, or the folder that is named, of dist/embed/ and dist/bin/: what `npm publish` takes.

import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

import { manifest } from "./manifest.js";
import { reactTypes, remarkTypes, types } from "./types.js";
import { crate } from "./crate.js";

const project = new URL("../../", import.meta.url);
const from = (/** @type {string} */ path) => new URL(path, project);
const place = process.argv[2] ? pathToFileURL(`${process.argv[2]}/`) : new URL("packages/npm/", project);
const to = (/** @type {string} */ path) => new URL(path, place);

const json = (/** @type {unknown} */ value) => `${JSON.stringify(value, null, 2)}\n`;

/** Every script but those that only export. */
const sideEffects = ["./embed/async-playground*.js", "./embed/frames.js", "./embed/assets/*.js"];

const description = {
  name: "async-playground",
  version: crate.version,
  description: crate.description,
  license: crate.license,
  keywords: ["async", "rust", "tokio", "playground", "custom-element", "web-component", "documentation"],
  type: "module",
  exports: {
    ".": { types: "./types/index.d.ts", default: "./embed/async-playground.js" },
    "./react": { types: "./types/react.d.ts" },
    "./loader": "./embed/async-playground.classic.js",
    "./remark": { types: "./types/remark.d.ts", default: "./embed/remark.js" },
    "./embed/*": "./embed/*",
    "./custom-elements.json": "./custom-elements.json",
    "./package.json": "./package.json",
  },
  // For who does not read `exports`.
  main: "./embed/async-playground.js",
  bin: { "async-playground": "bin/async-playground.js" },
  engines: { node: ">=20.19" },
  types: "./types/index.d.ts",
  customElements: "custom-elements.json",
  sideEffects,
};

if (!existsSync(from("dist/embed/assets")) || !readdirSync(from("dist/embed/assets")).some((name) => name.startsWith("compiler_bg-"))) {
  throw new Error("dist/embed/ is not whole: run ./build.sh build first");
}
rmSync(to("."), { recursive: true, force: true });
mkdirSync(to("types/"), { recursive: true });
for (const folder of ["embed", "bin"]) cpSync(from(`dist/${folder}`), to(folder), { recursive: true });
for (const licence of ["LICENSE-APACHE", "LICENSE-MIT"]) cpSync(from(licence), to(licence));
cpSync(from("www/package/README.md"), to("README.md"));
cpSync(from("www/src/types.d.ts"), to("types/record.d.ts"));
writeFileSync(to("types/index.d.ts"), types);
writeFileSync(to("types/react.d.ts"), reactTypes);
writeFileSync(to("types/remark.d.ts"), remarkTypes);
writeFileSync(to("custom-elements.json"), json(manifest));
writeFileSync(to("package.json"), json(description));
