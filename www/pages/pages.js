// The pages that are written when the site is built: the front page, one for each lesson, those that are only read,
// and the one for addresses that are not there.

import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

import { plain } from "../src/inline.js";
import { course } from "./course.js";
import { DRAWING } from "./drawn.js";
import { frontPage, frontPicture } from "./front.js";
import { headersFile } from "./headers.js";
import { importsOf } from "./imports.js";
import { lessonPage } from "./lesson.js";
import { missingPage } from "./missing.js";
import { more } from "./more.js";
import { offlinePage } from "./offline.js";
import { own } from "./own.js";
import { picturePng } from "./picture.js";
import { readingPage } from "./reading.js";
import { drawingSheet, stillSheet } from "./sheets.js";
import { written } from "./written.js";

/** @import { Plugin } from "vite" */
/** @import { Pictured } from "./picture.js" */

/** What the pages run: first, and when they are seen. */
const AFTER_PAINT = "src/site/after-paint.js";
const [FRONT, READING, SPEED, LESSON] = ["src/site/front.js", "src/site/reading.js", "src/site/speed.js", "src/site/site.js"];
export const scripts = [AFTER_PAINT, FRONT, READING, SPEED, LESSON];

/** What the programs are compiled to. */
const WASM = "programs_bg.wasm";

const www = fileURLToPath(new URL("..", import.meta.url));

/**
 * @typedef {object} Page
 * @property {string} file
 * @property {() => unknown} write
 * @property {() => Pictured} [picture] what a link to it shows
 * @property {string[]} [runs] the module that it runs when it is seen, and those that this will ask for
 * @property {string[]} [fetches] what else that will ask for
 */

/** @type {Page[]} */
const pages = [
  { file: "index.html", write: frontPage, picture: frontPicture, runs: [FRONT] },
  { file: "404.html", write: missingPage },
  { file: "offline/index.html", write: offlinePage },
  ...more.map((page) => ({
    file: `${page.id}/index.html`,
    write: () => readingPage(page),
    picture: () => ({ ...page, part: "To read", run: undefined }),
    runs: [page.id === "speed" ? SPEED : READING],
  })),
  ...[...course, own].map((lesson) => ({
    file: `${lesson.id}/index.html`,
    write: () => lessonPage(lesson),
    picture: () => ({ title: lesson.title, summary: plain(lesson.summary), part: lesson.lesson || "Write, run and see", run: lesson.run }),
    runs: [LESSON, `\0virtual:course/texts/${lesson.id}`],
    fetches: [WASM, ...(lesson === own ? [] : [`${lesson.id}.wasm`])],
  })),
];

const moduleOf = (/** @type {string} */ file) => resolve(www, file);

/** The files that the site's own pages are built from. */
export const pageFiles = pages.map(({ file }) => moduleOf(file));

/** What is written when it is read: these files are nowhere. @type {Record<string, () => string>} */
const files = {
  ...Object.fromEntries(pages.map(({ file, write }) => [moduleOf(file), () => written(write())])),
  [moduleOf(DRAWING)]: () => drawingSheet,
};

/** @returns {Plugin} */
export function sitePages() {
  return {
    name: "site-pages",
    resolveId: (id) => [id, moduleOf(id.slice(1))].find((file) => file in files),
    load: (id) => files[id]?.(),
    async generateBundle() {
      this.emitFile({ type: "asset", ...stillSheet });
      this.emitFile({ type: "asset", fileName: "_headers", source: headersFile });
      for (const { file, picture } of pages) {
        if (!picture) continue;
        this.emitFile({ type: "asset", fileName: file.replace("index.html", "preview.png"), source: await picturePng(picture()) });
      }
    },
    // What a page runs, and all that this will ask for, so that nothing of it waits for another.
    transformIndexHtml(_, { filename, bundle = {} }) {
      const page = pages.find(({ file }) => moduleOf(file) === filename);
      if (!page?.runs) return [];
      const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
      const [first, main, ...more] = [AFTER_PAINT, ...page.runs].map((module) => {
        const chunk = chunks.find(({ facadeModuleId }) => facadeModuleId === module || facadeModuleId === moduleOf(module));
        if (!chunk) throw new Error(`${page.file} needs ${module}, which is no file of its own`);
        return chunk;
      });
      const root = page.file.includes("/") ? "../" : "./";
      const run = (/** @type {string} */ file) => ({ tag: "script", attrs: { type: "module", src: root + file } });
      const preload = (/** @type {string} */ file) => ({ tag: "link", attrs: { rel: "modulepreload", href: root + file } });
      const named = (/** @type {string} */ asset) => Object.values(bundle).find((file) => file.type === "asset" && file.names.includes(asset))?.fileName;
      const fetched = (page.fetches ?? []).map(named).map((file) => ({ tag: "link", attrs: { rel: "preload", href: root + file, as: "fetch", crossorigin: true } }));
      const children = [run(main.fileName), ...[...importsOf(main, bundle), ...more.map(({ fileName }) => fileName)].map(preload), ...fetched];
      return [
        { ...run(first.fileName), injectTo: "head" },
        { tag: "template", attrs: { id: "ahead" }, children, injectTo: "head" },
      ];
    },
  };
}
