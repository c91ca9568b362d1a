/** @import { Rolldown } from "vite" */

/**
 * The files that a chunk imports, and those that they do.
 * @param {Rolldown.OutputChunk} chunk
 * @param {Rolldown.OutputBundle} bundle
 */
export function importsOf({ imports }, bundle) {
  const found = new Set(imports);
  // What is added meanwhile is looked at, too.
  for (const file of found) {
    const chunk = bundle[file];
    if (chunk?.type === "chunk") chunk.imports.forEach((one) => found.add(one));
  }
  return [...found];
}
