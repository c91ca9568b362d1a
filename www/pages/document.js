// What all pages have in common: the head, and the bar at the top.

import { html } from "@lit-labs/ssr";
import { nothing } from "lit";

import { SITE } from "./site.js";

/**
 * @typedef {object} Page
 * @property {string} title
 * @property {string} description one or two sentences, for who finds the page or is sent a link to it
 * @property {string} [path] its place in the site's folder, unless it has none of its own
 * @property {{ path: string, alt: string }} [picture] what a link's preview shows
 * @property {string} [base] where its relative addresses begin, if not where it stands itself
 * @property {string} [style] its style sheet
 * @property {unknown} [head] what else belongs there
 * @property {unknown} body
 */

/** @param {Page} page */
export function documentOf({ title, description, path, picture, base, style = "/src/site/site.css", head = nothing, body }) {
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
${path === undefined ? nothing : preview({ title, description, path, picture })}
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
 * @param {Required<Pick<Page, "title" | "description" | "path">> & Pick<Page, "picture">} page
 */
function preview({ title, description, path, picture }) {
  return html`
<meta property="og:type" content="website">
<meta property="og:site_name" content="Async Playground">
<meta property="og:title" content=${title}>
<meta property="og:description" content=${description}>
<meta name="twitter:card" content="summary_large_image">
${SITE
  ? html`<meta property="og:url" content=${new URL(path, SITE).href}>
<link rel="canonical" href=${new URL(path, SITE).href}>`
  : nothing}
${SITE && picture
  ? html`<meta property="og:image" content=${new URL(picture.path, SITE).href}>
<meta property="og:image:width" content="1200">
<meta property="og:image:height" content="630">
<meta property="og:image:alt" content=${picture.alt}>`
  : nothing}`;
}

/** The site's name, which leads to its front page. @param {string} root the site's folder, seen from the page */
export function brand(root) {
  return html`<h1><a class="brand" href=${root}>Async Playground <span aria-hidden="true"></span></a></h1>`;
}
