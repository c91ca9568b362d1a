// Of what the figures are: the machine, the date and the versions.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { cpus, totalmem, type, release } from "node:os";

const read = (/** @type {string} */ path) => readFileSync(new URL(path, import.meta.url), "utf8");
const says = (/** @type {string} */ program, /** @type {string[]} */ ...args) => execFileSync(program, args, { encoding: "utf8" }).trim();

/** @param {import("playwright-core").Browser} browser */
export function about(browser) {
  const lock = read("peers/Cargo.lock");
  const crate = (/** @type {string} */ name) => lock.match(new RegExp(`name = "${name}"\nversion = "([^"]+)"`))?.[1] ?? "";
  return {
    date: new Date().toISOString().slice(0, 10),
    machine: {
      processor: cpus()[0].model,
      cores: cpus().length,
      memory: `${(totalmem() / 2 ** 30).toFixed(0)} GiB`,
      // Behind a hyphen is whose build it is.
      system: `${type()} ${release().split("-")[0]}`,
    },
    browser: `${browser.browserType().name()} ${browser.version()}, headless`,
    versions: {
      "this playground": says("git", "describe", "--always", "--dirty"),
      rustc: says("rustc", "--version").split(" ")[1],
      ...Object.fromEntries(["tokio", "gloo-timers", "wasm-bindgen-futures"].map((name) => [name, crate(name)])),
      Pyodide: JSON.parse(read("package.json")).devDependencies.pyodide,
      CPython: says("python3", "--version").split(" ")[1],
      Node: process.versions.node,
    },
  };
}
