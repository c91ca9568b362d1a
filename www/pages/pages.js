// The pages that are written when the site is built: the front page, one for each lesson, and the one for addresses
// that are not there.

import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

import { render } from "@lit-labs/ssr";
import { collectResultSync } from "@lit-labs/ssr/lib/render-result.js";

import { course } from "./course.js";
import { frontPage } from "./front.js";
import { lessonPage } from "./lesson.js";
import { missingPage } from "./missing.js";
import { stillStyles } from "./still.js";

/** @import { Plugin, Rolldown } from "vite" */

/** What every lesson's page runs. */
export const SCRIPT = "src/site/site.js";

/** What its programs are compiled to. */
const WASM = "embed/async_playground_bg.wasm";

const www = fileURLToPath(new URL("..", import.meta.url));

/** What writes each page, by its file. @type {Record<string, () => unknown>} */
const pages = {
  "index.html": frontPage,
  "404.html": missingPage,
  ...Object.fromEntries(course.map((lesson) => [`${lesson.id}/index.html`, () => lessonPage(lesson)])),
};

/** The files that the site's own pages are built from: they are nowhere, and come from `sitePages`. */
export const pageFiles = Object.keys(pages).map((file) => resolve(www, file));

/** @returns {Plugin} */
export function sitePages() {
  const write = Object.fromEntries(Object.values(pages).map((page, index) => [pageFiles[index], page]));
  return {
    name: "site-pages",
    resolveId: { order: "pre", handler: (id) => (id in write ? id : undefined) },
    load: (id) => (id in write ? written(write[id]()) : undefined),
    generateBundle() {
      this.emitFile({ type: "asset", ...stillStyles });
    },
    // The script of a lesson, after the styles; and at once all that it will ask for, so that nothing waits for it.
    transformIndexHtml(_, { path, bundle = {} }) {
      const [, id] = /^\/(.+)\/index\.html$/.exec(path) ?? [];
      if (!course.some((lesson) => lesson.id === id)) return [];
      const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
      const chunkOf = (/** @type {string} */ module) => chunks.find(({ facadeModuleId }) => facadeModuleId === module);
      const [script, text] = [resolve(www, SCRIPT), `\0virtual:course/texts/${id}`].map(chunkOf);
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
 * A page as text, without the marks that Lit makes of its places, and without what it takes for attributes that are false.
 * @param {unknown} page
 */
function written(page) {
  return collectResultSync(render(page)).replace(/<!--\/?lit-.*?-->|<\?>| (?:checked|selected)="false"/g, "");
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
