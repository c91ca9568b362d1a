// build.sh builds the compiler once for each state of its sources, in whichever clone.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

const project = fileURLToPath(new URL("../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "async-playground-build-"));
const tools = join(folder, "tools");
after(() => rmSync(folder, { recursive: true }));

/** A clone, as far as the compiler goes. @param {string} name */
function clone(name) {
  const root = join(folder, name);
  mkdirSync(join(root, "dist/embed"), { recursive: true });
  for (const path of ["build.sh", ".cargo", "rust-toolchain.toml", "src/lib.rs", "src/web.rs", "src/memory.rs", "src/machine", "src/compiler/.cargo", "src/compiler/Cargo.toml", "src/compiler/Cargo.lock", "src/compiler/src", "src/compiler/std", "src/compiler/tokio", "src/compiler/tokio_macros"]) {
    cpSync(join(project, path), join(root, path), { recursive: true });
  }
  return root;
}

/**
 * Builds with a compiler's compiler that says how often it was called.
 * @param {string} root
 * @param {string} [stub] what it does beside
 */
function build(root, stub = "") {
  const script = `source ./build.sh help >/dev/null
    compile_compiler() { echo call >>"$tools/calls"; echo "js of $(wc -l <"$tools/calls")" >"$1/compiler.js"; echo wasm >"$1/compiler_bg.wasm"; ${stub} }
    build_compiler
    cat "dist/embed/assets/compiler-$(compiler_hash).js"`;
  const calls = () => (existsSync(join(tools, "calls")) ? readFileSync(join(tools, "calls"), "utf8").split("\n").length - 1 : 0);
  const before = calls();
  let failed = false;
  let placed;
  try {
    placed = execFileSync("bash", ["-c", script], { cwd: root, env: { ...process.env, ASYNC_PLAYGROUND_TOOLS: tools }, stdio: "pipe", encoding: "utf8" }).trim().split("\n").at(-1);
  } catch {
    failed = true;
  }
  return { called: calls() - before, failed, placed };
}

test("the compiler is built once for each state of its sources, and not again by another clone", () => {
  mkdirSync(tools, { recursive: true });
  const [one, two] = [clone("one"), clone("two")];
  assert.deepEqual(build(one), { called: 1, failed: false, placed: "js of 1" });
  assert.deepEqual(build(one), { called: 0, failed: false, placed: "js of 1" });
  assert.deepEqual(build(two), { called: 0, failed: false, placed: "js of 1" });

  // A lesson is no part of it, its std is.
  writeFileSync(join(two, "src/scenario.rs"), "// changed");
  assert.equal(build(two).called, 0);
  writeFileSync(join(two, "src/compiler/std/new.rs"), "// changed");
  assert.deepEqual(build(two), { called: 1, failed: false, placed: "js of 2" });
  rmSync(join(two, "src/compiler/std/new.rs"));
  assert.deepEqual(build(two), { called: 0, failed: false, placed: "js of 1" });
});

test("a build of the compiler that fails leaves nothing behind, and is tried again", () => {
  const root = clone("three");
  writeFileSync(join(root, "src/compiler/std/other.rs"), "// changed");
  const before = readdirSync(tools);
  assert.deepEqual(build(root, "return 1;"), { called: 1, failed: true, placed: undefined });
  assert.deepEqual(readdirSync(tools), before);
  assert.equal(existsSync(join(root, "dist/embed/assets")), false);
  assert.deepEqual(build(root), { called: 1, failed: false, placed: "js of 4" });
});
