// What all pages have in common: the head, and the bar at the top.

import { html } from "@lit-labs/ssr";
import { nothing } from "lit";

import { SIZE } from "./picture.js";
import { SITE } from "./site.js";

/**
 * @typedef {object} Page
 * @property {string} title
 * @property {string} description one or two sentences, for who finds the page or is sent a link to it
 * @property {string} [path] its place in the site's folder, unless it has none of its own
 * @property {string} [base] where its relative addresses begin, if not where it stands itself
 * @property {string} [style] its style sheet
 * @property {unknown} [head] what else belongs there
 * @property {unknown} body
 */

/** @param {Page} page */
export function documentOf({ title, description, path, base, style = "/src/site/site.css", head = nothing, body }) {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${base === undefined ? nothing : html`<base href=${base}>`}
<title>${title}</title>
<meta name="description" content=${description}>
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#fbfaf7" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#111318" media="(prefers-color-scheme: dark)">
${path === undefined ? nothing : preview({ title, description, path })}
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href=${style}>
${head}
</head>
${body}
</html>
`;
}

/**
 * What stands where a link to the page is shared (Open Graph protocol; Twitter takes what it has no words for from it).
 * @param {Required<Pick<Page, "title" | "description" | "path">>} page
 */
function preview({ title, description, path }) {
  return html`
<meta property="og:type" content="website">
<meta property="og:site_name" content="Async Playground">
<meta property="og:title" content=${title}>
<meta property="og:description" content=${description}>
<meta name="twitter:card" content="summary_large_image">
${SITE
  ? html`<link rel="canonical" href=${new URL(path, SITE).href}>
<meta property="og:url" content=${new URL(path, SITE).href}>
<meta property="og:image" content=${new URL(`${path}preview.png`, SITE).href}>
<meta property="og:image:width" content=${SIZE.width}>
<meta property="og:image:height" content=${SIZE.height}>
<meta property="og:image:alt" content="${title}, above a timeline of its run">`
  : nothing}
`;
}

/** The site's name, which leads to its front page. @param {string} root the site's folder, seen from the page */
export function brand(root) {
  return html`<a class="brand" href=${root}><b>Async Playground</b> <span aria-hidden="true"></span></a>`;
}
