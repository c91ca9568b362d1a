// The pages that are written when the site is built: the front page, one for each lesson, and the one for addresses
// that are not there.

import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

import { course } from "./course.js";
import { frontPage, frontPicture } from "./front.js";
import { lessonPage } from "./lesson.js";
import { missingPage } from "./missing.js";
import { picturePng } from "./picture.js";
import { drawingSheet, stillSheet } from "./sheets.js";
import { written } from "./written.js";

/** @import { Plugin, Rolldown } from "vite" */
/** @import { Pictured } from "./picture.js" */

/** What every lesson's page runs. */
export const SCRIPT = "src/site/site.js";

/** What its programs are compiled to. */
const WASM = "embed/programs_bg.wasm";

const www = fileURLToPath(new URL("..", import.meta.url));

/** @typedef {{ file: string, write: () => unknown, picture?: () => Pictured }} Page `picture`: what a link to it shows */

/** @type {Page[]} */
const pages = [
  { file: "index.html", write: frontPage, picture: frontPicture },
  { file: "404.html", write: missingPage },
  ...course.map((lesson) => ({
    file: `${lesson.id}/index.html`,
    write: () => lessonPage(lesson),
    picture: () => ({ title: lesson.title, summary: lesson.summary, part: lesson.lesson, run: lesson.run }),
  })),
];

const moduleOf = (/** @type {string} */ file) => resolve(www, file);

/** The files that the site's own pages are built from: they are nowhere, and come from `sitePages`. */
export const pageFiles = pages.map(({ file }) => moduleOf(file));

/** @returns {Plugin} */
export function sitePages() {
  const isPage = (/** @type {string} */ id) => pageFiles.includes(id);
  return {
    name: "site-pages",
    resolveId: (id) => (isPage(id) ? id : undefined),
    load: (id) => (isPage(id) ? written(pages[pageFiles.indexOf(id)].write()) : undefined),
    async generateBundle() {
      for (const sheet of [stillSheet, drawingSheet]) this.emitFile({ type: "asset", ...sheet });
      for (const { file, picture } of pages) {
        if (!picture) continue;
        this.emitFile({ type: "asset", fileName: file.replace("index.html", "preview.png"), source: await picturePng(picture()) });
      }
    },
    // The script of a lesson, after the styles; and at once all that it will ask for, so that nothing waits for it.
    transformIndexHtml(_, { path, bundle = {} }) {
      const [, id] = /^\/(.+)\/index\.html$/.exec(path) ?? [];
      if (!course.some((lesson) => lesson.id === id)) return [];
      const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
      const chunkOf = (/** @type {string} */ module) => chunks.find(({ facadeModuleId }) => facadeModuleId === module);
      const [script, text] = [moduleOf(SCRIPT), `\0virtual:course/texts/${id}`].map(chunkOf);
      if (!script || !text) throw new Error(`the lesson "${id}" has no script or no text`);
      const wasm = { rel: "preload", href: `../${WASM}`, as: "fetch", type: "application/wasm", crossorigin: true, fetchpriority: "low" };
      const tags = [
        { tag: "script", attrs: { type: "module", src: `../${script.fileName}` } },
        ...[...importsOf(script, bundle), text.fileName].map((file) => ({ tag: "link", attrs: { rel: "modulepreload", href: `../${file}` } })),
        { tag: "link", attrs: wasm },
      ];
      return tags.map((tag) => ({ ...tag, injectTo: "head" }));
    },
  };
}

/**
 * The files that a chunk imports, and those that they do.
 * @param {Rolldown.OutputChunk} chunk
 * @param {Rolldown.OutputBundle} bundle
 * @returns {Set<string>}
 */
function importsOf({ imports }, bundle) {
  const found = new Set(imports);
  // What is added meanwhile is looked at, too.
  for (const file of found) {
    const chunk = bundle[file];
    if (chunk?.type === "chunk") chunk.imports.forEach((one) => found.add(one));
  }
  return found;
}
