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

/** @import { Plugin } from "vite" */

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
    // Lit marks its places.
    load: (id) => (id in write ? collectResultSync(render(write[id]())).replace(/<!--\/?lit-.*?-->|<\?>/g, "") : undefined),
  };
}
