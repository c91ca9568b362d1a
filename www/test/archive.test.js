// The archive of the embed folder is the folder, and says nothing of who has made it when.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

const project = fileURLToPath(new URL("../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "async-playground-archive-"));
after(() => rmSync(folder, { recursive: true }));

/** A clone, as far as the archive goes, and the archive that it makes. @param {string} name */
function archive(name) {
  const root = join(folder, name);
  for (const path of ["Cargo.toml", "www/package", "dist/embed"]) cpSync(join(project, path), join(root, path), { recursive: true });
  utimesSync(join(root, "dist/embed/frames.js"), 1e9, 1e9);
  execFileSync("node", [join(root, "www/package/archive.js")], { stdio: "pipe", env: { ...process.env, TZ: name === "one" ? "UTC" : "Asia/Tokyo" } });
  const [file] = readdirSync(join(root, "packages"));
  return join(root, "packages", file);
}

test("the archive has every file of the folder, below its name and version, and two of them have the same bytes", () => {
  const [one, two] = [archive("one"), archive("two")];
  assert.match(one, /async-playground-\d+\.\d+\.\d+\.tar\.gz$/);
  assert.ok(readFileSync(one).equals(readFileSync(two)));
  const out = join(folder, "out");
  mkdirSync(out);
  execFileSync("tar", ["--extract", "--file", one, "--directory", out, "--strip-components=1"]);
  const files = (/** @type {string} */ path) => readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(path.length)).sort();
  assert.deepEqual(files(out), files(join(project, "dist/embed")));
  assert.ok(readFileSync(join(out, "async-playground.js")).equals(readFileSync(join(project, "dist/embed/async-playground.js"))));
});
