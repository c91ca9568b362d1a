// What the files in dist/embed/assets/ are called: between name and ending stands a hash of their content.

import { readdirSync } from "node:fs";

const folder = new URL("../../dist/embed/assets/", import.meta.url);

/**
 * What the address of a file looks like.
 * @param {string} file such as "worker.js"
 */
export function addressOf(file) {
  const [name, ending] = file.split(".");
  return new RegExp(`/embed/assets/${name}-[0-9a-f]+\\.${ending}$`);
}

/**
 * A file, if it has been built.
 * @param {string} file
 * @returns {URL | undefined}
 */
export function fileOf(file) {
  const found = readdirSync(folder).find((name) => addressOf(file).test(`/embed/assets/${name}`));
  return found && new URL(found, folder);
}
