// The site may be served from any folder: what its pages name is found from where they stand.

import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { test } from "node:test";

const dist = new URL("../../dist/", import.meta.url);
const pages = readdirSync(dist, { recursive: true }).filter((file) => file.endsWith(".html"));

/** What a page leads to and asks for, without what stands behind "?" and "#". @param {string} page */
const named = (page) => [...readFileSync(new URL(page, dist), "utf8").matchAll(/ (?:src|href)="([^"]*)"/g)].map(([, address]) => address.replace(/[?#].*/, ""));

const isThere = (/** @type {URL} */ file) => existsSync(file) && (!file.pathname.endsWith("/") || statSync(new URL("index.html", file)).isFile());

test("what each page names is there, seen from the page", () => {
  assert.ok(pages.length > 50);
  for (const page of pages) {
    if (page === "404.html") continue;
    const missing = named(page).filter((address) => !/^(https?|data):|^$/.test(address) && (address.startsWith("/") || !isThere(new URL(address, new URL(page, dist)))));
    assert.deepEqual(missing, [], page);
  }
});

test("what the page for missing addresses names is there, seen from the site's folder", () => {
  const [base, ...rest] = named("404.html");
  assert.match(base, /^\/(.*\/)?$/);
  assert.deepEqual(rest.filter((address) => address.startsWith("/") || !isThere(new URL(address, dist))), []);
});
