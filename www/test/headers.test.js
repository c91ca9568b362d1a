// Hosts that read `_headers` send what the tests in browsers hold for.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

import { headers } from "../pages/headers.js";

const dist = new URL("../../dist/", import.meta.url);

/** The rules: of each path, what is sent. */
const rules = Object.fromEntries(readFileSync(new URL("_headers", dist), "utf8").trim().split("\n\n").map((rule) => {
  const [path, ...lines] = rule.split("\n");
  return [path, Object.fromEntries(lines.map((line) => line.match(/^ {2}([\w-]+): (.+)$/).slice(1)))];
}));

test("every file is sent with the policy that the preview sends", () => {
  assert.deepEqual(rules["/*"], headers);
  assert.match(headers["Content-Security-Policy"], /script-src 'self' 'wasm-unsafe-eval';/);
  assert.doesNotMatch(headers["Content-Security-Policy"], /unsafe-inline|unsafe-eval'(?<!'wasm-unsafe-eval')/);
});

test("what may be kept for ever carries a hash, and no header is said twice", () => {
  assert.deepEqual(Object.keys(rules), ["/*", "/embed/assets/*"]);
  assert.deepEqual(rules["/embed/assets/*"], { "Cache-Control": "public, max-age=31536000, immutable" });
  assert.equal("Cache-Control" in rules["/*"], false);
  assert.ok(readdirSync(new URL("embed/assets", dist)).every((name) => /-[0-9a-f]{8}/.test(name)));
});
