// The files of a docs tree.

import { existsSync, readdirSync, statSync } from "node:fs";
import { extname, join } from "node:path";

import { READERS } from "./blocks.js";

/** What no author has written. */
const LEFT_OUT = /^(\..*|node_modules)$/;

/**
 * @param {readonly string[]} paths folders and files
 * @returns {{ files: string[], problem?: string }} the files that can be read, in the order of their names
 */
export function filesOf(paths) {
  const known = Object.keys(READERS);
  /** @type {Set<string>} */
  const files = new Set();
  for (const path of paths) {
    if (!existsSync(path)) return { files: [], problem: `there is no file or folder "${path}"` };
    if (!statSync(path).isDirectory()) {
      if (!known.includes(extname(path))) return { files: [], problem: `"${path}" is no docs page: allowed are ${known.join(", ")}` };
      files.add(path);
      continue;
    }
    const under = walk(path).filter((file) => known.includes(extname(file)));
    if (under.length === 0) return { files: [], problem: `there is no docs page in "${path}": looked for ${known.join(", ")}` };
    for (const file of under) files.add(file);
  }
  return { files: [...files] };
}

/** @param {string} folder @returns {string[]} */
function walk(folder) {
  const entries = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !LEFT_OUT.test(name));
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? walk(join(folder, entry.name)) : [join(folder, entry.name)]));
}
