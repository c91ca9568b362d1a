// dist/embed/assets/ may be cached for ever: beside it stands what other people's pages name.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";

test("the name of every file carries a hash, but those that others link to", () => {
  const embed = new URL("../../dist/embed/", import.meta.url);
  assert.deepEqual(readdirSync(embed).sort(), ["assets", "async-playground.classic.js", "async-playground.js", "embed.html", "frames.js", "remark.js"]);
  const unhashed = readdirSync(new URL("assets", embed)).filter((name) => !/-[0-9a-f]{8}([0-9a-f]{8})?\.\w+$/.test(name));
  assert.deepEqual(unhashed, []);
});
