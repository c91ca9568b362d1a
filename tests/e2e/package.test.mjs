// The package as npm makes it, in projects of somebody else: bundled by Vite, and copied as it is.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

import { finished, playground, ready } from "./lesson.mjs";
import { pageTest } from "./page.mjs";

const project = fileURLToPath(new URL("../../", import.meta.url));
const www = join(project, "www");
const require = createRequire(join(www, "package.json"));
const folder = join(tmpdir(), `async-playground-package-${process.pid}`);
const installed = join(folder, "node_modules/async-playground");

const policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self' data:";
const element = '<async-playground scenario="gather" speed="20" predict="none">Read this.</async-playground>';
const page = (/** @type {string} */ script) => `<!doctype html><html lang="en"><title>Docs</title><link rel="icon" href="data:,"><script type="module" src="${script}"></script>${element}</html>`;

const run = (/** @type {string} */ command, /** @type {string[]} */ args, cwd = folder) => execFileSync(command, args, { cwd, stdio: "pipe", encoding: "utf8" });

/** Makes and installs the package, and serves the project that has it. @type {import("./browser.mjs").Serve} */
const site = async () => {
  mkdirSync(folder);
  run("node", [join(www, "package/make.js"), "made"]);
  run("npm", ["pack", "./made"]);
  const [packed] = readdirSync(folder).filter((name) => name.endsWith(".tgz"));
  writeFileSync(join(folder, "package.json"), '{ "name": "docs", "private": true, "type": "module" }');
  run("npm", ["install", "--offline", "--no-audit", "--no-fund", `./${packed}`]);

  writeFileSync(join(folder, "index.html"), page("/main.js"));
  writeFileSync(join(folder, "main.js"), 'import "async-playground";\n');
  mkdirSync(join(folder, "public"));
  cpSync(join(installed, "embed"), join(folder, "public/copied"), { recursive: true });
  writeFileSync(join(folder, "public/plain.html"), page("./copied/async-playground.js"));

  const { build, preview } = await import(pathToFileURL(require.resolve("vite")).href);
  const config = { root: folder, configFile: false, logLevel: "warn", build: { modulePreload: { polyfill: false } } };
  await build(config);
  const server = await preview({ ...config, appType: "mpa", preview: { host: "localhost", port: 0, headers: { "Content-Security-Policy": policy } } });
  const close = async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  };
  return { origin: `http://localhost:${server.httpServer.address().port}`, close };
};

/**
 * Runs the lesson in a browser, simulates it in a worker, and changes, compiles and runs it.
 * @param {import("playwright-core").Page} page
 */
async function use(page) {
  await ready(page);
  await page.getByRole("button", { name: /^Run/ }).click();
  const { outcome, log } = await finished(page);
  assert.deepEqual([outcome, log.length], ["completed", 7]);

  await playground(page).evaluate(async (element) => {
    const source = element.source.replace('println!("', 'println!("changed: ');
    element.show(undefined).catch(() => {});
    element.source = source;
    await element.run();
  });
  const changed = await playground(page).evaluate((element) => element.record);
  assert.equal(changed.outcome, "completed");
  assert.match(changed.log[0].text, /^changed: /);
  // It is checked where it came from, too.
  await playground(page).evaluate((element, record) => element.show(record), changed);
}

const options = { site, onlyIn: { chromium: "what differs is the bundler" } };
const inNode = { site, onlyIn: { chromium: "no browser is asked" } };

pageTest("bundled by Vite, a lesson runs, and a changed program: workers and wasms are found", async ({ page }) => {
  await page.goto("/");
  await use(page);
}, options);

pageTest("without a bundler, the folder works as it is packed", async ({ page }) => {
  await page.goto("/plain.html");
  await use(page);
}, options);

pageTest("what the manifest lists is what the element has", async ({ page }) => {
  await page.goto("/plain.html");
  await ready(page);
  // Some of its parts come with a run.
  await playground(page).evaluate(async (element) => {
    await element.run();
    element._panel = "now";
    await element.updateComplete;
  });
  const [{ declarations: [described] }] = JSON.parse(readFileSync(join(installed, "custom-elements.json"), "utf8")).modules;
  const fields = described.members.filter(({ kind }) => kind === "field").map(({ name }) => name);
  const methods = described.members.filter(({ kind }) => kind === "method").map(({ name }) => name);
  const has = await playground(page).evaluate((element, { fields, methods }) => ({
    attributes: element.constructor.observedAttributes,
    fields: fields.filter((name) => name in element),
    methods: methods.filter((name) => typeof element[name] === "function"),
    parts: [...element.shadowRoot.querySelectorAll("[part]")].flatMap((one) => one.part.value.split(" ")),
  }), { fields, methods });
  const names = (/** @type {{ name: string }[]} */ list) => list.map(({ name }) => name).sort();
  assert.deepEqual(names(described.attributes), has.attributes.sort());
  assert.deepEqual({ fields: has.fields, methods: has.methods }, { fields, methods });
  assert.deepEqual(names(described.cssParts), [...new Set(has.parts)].sort());
}, options);

pageTest("what the manifest lists of events and properties of style is what the source has", async () => {
  const [{ declarations: [described] }] = JSON.parse(readFileSync(join(installed, "custom-elements.json"), "utf8")).modules;
  const sources = readdirSync(join(www, "src"), { recursive: true }).filter((file) => /\.(js|css)$/.test(file)).map((file) => readFileSync(join(www, "src", file), "utf8")).join("\n");
  const found = (/** @type {RegExp} */ pattern) => [...new Set([...sources.matchAll(pattern)].map(([, name]) => name))].sort();
  const names = (/** @type {{ name: string }[]} */ list) => list.map(({ name }) => name).sort();
  assert.deepEqual(names(described.events), found(/(?:_emit|new CustomEvent)\("(playground-[\w-]+)"/g));
  assert.deepEqual(names(described.cssProperties), found(/var\((--async-playground-[\w-]+)/g));
}, inNode);

pageTest("the types are those of the module, and know the element in the DOM, in JSX and in React's", async () => {
  const types = join(folder, "types");
  mkdirSync(types);
  writeFileSync(join(types, "use.tsx"), `import { AsyncPlayground, check, run, scenarios, simulate, type RunRecord } from "async-playground";
import type {} from "async-playground/react";
const element = document.querySelector("async-playground");
element?.addEventListener("playground-finish", ({ detail }) => { const ms: number = detail.elapsed_ms; return ms; });
export const record: Promise<RunRecord> | undefined = element?.run();
export const both: Promise<RunRecord>[] = [run("gather", { a: 2 }, { speed: 4, onEvent: ({ kind }) => kind }), simulate({ source: "" })];
export const lines = check("").then(([{ line }]) => line);
export const titles = scenarios().then((all) => all.map(({ title }) => title));
export const isOurs = element instanceof AsyncPlayground;
export const jsx = <async-playground scenario="gather" view="compact" class="wide" />;
// @ts-expect-error
export const wrong = <async-playground view="tiny" />;
// @ts-expect-error
element?.run(1);
`);
  writeFileSync(join(types, "react.d.ts"), 'declare module "react" { namespace JSX { interface IntrinsicElements {} } }\n');
  // What is published holds for what is built.
  writeFileSync(join(types, "same.ts"), `import type * as published from "async-playground";
import type * as built from ${JSON.stringify(join(www, "src/async-playground.js"))};
declare const module: typeof built;
export const same: Pick<typeof published, "run" | "simulate" | "check"> & { scenarios: () => Promise<unknown[]> } = module;
`);
  writeFileSync(join(types, "tsconfig.json"), JSON.stringify({
    compilerOptions: { strict: true, noEmit: true, target: "es2022", module: "esnext", moduleResolution: "bundler", jsx: "preserve", lib: ["es2024", "dom", "dom.iterable"], types: [] },
    include: ["use.tsx", "react.d.ts"],
  }));
  const tsc = join(dirname(require.resolve("typescript/package.json")), "bin/tsc");
  run("node", [tsc, "--project", types]);
  writeFileSync(join(types, "tsconfig.json"), JSON.stringify({
    extends: join(www, "tsconfig.json"),
    compilerOptions: { paths: { "async-playground": [join(installed, "types/index.d.ts")] }, typeRoots: [join(www, "node_modules/@types")], types: ["node", join(www, "node_modules/vite/client")] },
    include: ["same.ts", join(www, "src/virtual.d.ts")],
  }));
  run("node", [tsc, "--project", types]);
}, inNode);

pageTest("where there is no browser, the module exports, and does nothing else", async () => {
  writeFileSync(join(folder, "script.js"), `const before = Reflect.ownKeys(globalThis);
const module = await import("async-playground");
// Lit counts its versions.
const more = Reflect.ownKeys(globalThis).filter((name) => !before.includes(name) && !/^(lit|reactiveElement)/.test(name));
console.log(Object.keys(module).join(" "), more.length);
`);
  assert.equal(run("node", ["script.js"]).trim(), "AsyncPlayground check run scenarios simulate 0");
}, inNode);
