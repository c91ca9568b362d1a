// Makes packages/async-playground-VERSION.tar.gz of dist/embed/: the same bytes of the same files, wherever and whenever.

import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

import { crate } from "./crate.js";

const path = (/** @type {string} */ path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const name = `async-playground-${crate.version}`;

// The names in order; of no time, and of nobody.
const tar = execFileSync("tar", [
  "--create", "--format=ustar", "--sort=name", "--mtime=@0", "--owner=0", "--group=0", "--numeric-owner", "--mode=u=rwX,go=rX",
  `--transform=s,^embed,${name},`, `--directory=${path("dist")}`, "embed",
], { maxBuffer: 2 ** 28 });

mkdirSync(path("packages"), { recursive: true });
// Node's gzip writes no time, and what it writes of the system is set to "unknown".
const gzip = gzipSync(tar, { level: 9 });
gzip[9] = 255;
writeFileSync(path(`packages/${name}.tar.gz`), gzip);
