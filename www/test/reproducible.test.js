// Two builds of one commit are the same bytes: the page is built once more, in another folder.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

const www = fileURLToPath(new URL("../", import.meta.url));
const before = fileURLToPath(new URL("../../dist/", import.meta.url));
const again = mkdtempSync(join(tmpdir(), "async-playground-again-"));
after(() => rmSync(again, { recursive: true }));

test("the page that is built again has the same files, byte for byte", () => {
  execFileSync("npx", ["--no-install", "vite", "build", "--outDir", again, "--emptyOutDir", "--logLevel", "error"], { cwd: www, stdio: "pipe" });
  const files = readdirSync(again, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(again.length + 1));
  assert.ok(files.length > 100);
  // Which the bench may have written since.
  const built = files.filter((file) => file !== "bench.json");
  const differing = built.filter((file) => !existsSync(join(before, file)) || !readFileSync(join(before, file)).equals(readFileSync(join(again, file))));
  assert.deepEqual(differing, []);
});
