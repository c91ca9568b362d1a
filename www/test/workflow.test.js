// What publishes the site runs nothing that could change unseen.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

const folder = new URL("../../.github/workflows/", import.meta.url);

test("every action is pinned by its commit, and says its version", () => {
  for (const file of readdirSync(folder)) {
    const uses = readFileSync(new URL(file, folder), "utf8").match(/uses: .*/g) ?? [];
    assert.ok(uses.length > 0, file);
    assert.deepEqual(uses.filter((line) => !/^uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line)), [], file);
  }
});

test("nothing has a right that its job does not name", () => {
  for (const file of readdirSync(folder)) assert.match(readFileSync(new URL(file, folder), "utf8"), /^permissions: \{\}$/m, file);
});
