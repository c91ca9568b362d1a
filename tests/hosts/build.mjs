// Builds a small site by each tool for docs, with the element put into it as the README says: by exactly those lines.
// `node tests/hosts/build.mjs TOOL…` makes target/hosts/TOOL of what stands in tests/hosts/TOOL.

import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { recipeOf } from "./recipe.mjs";

const project = fileURLToPath(new URL("../../", import.meta.url));
/** Where the sites are copied to, beside the element's folder, and completed. */
const sources = join(project, "target/hosts-sources");
export const sites = join(project, "target/hosts");

/** How each tool is asked for a site, in the folder of its sources; warnings are errors. @type {Record<string, (site: string) => string[]>} */
const COMMANDS = {
  mdbook: (site) => ["mdbook", "build", "--dest-dir", site],
  sphinx: (site) => ["sphinx-build", "--quiet", "--fail-on-warning", ".", site],
  "mkdocs-material": (site) => ["mkdocs", "build", "--quiet", "--strict", "--site-dir", site],
  docusaurus: (site) => ["docusaurus", "build", "--out-dir", site],
};

const ENVIRONMENT = {
  NO_MKDOCS_2_WARNING: "1",
  NO_UPDATE_NOTIFIER: "1",
  // It would be beside the packages, which all clones share.
  DOCUSAURUS_NO_PERSISTENT_CACHE: "true",
};

for (const tool of process.argv.slice(2)) build(tool);

/** @param {string} tool */
function build(tool) {
  const [source, site] = [join(sources, tool), join(sites, tool)];
  for (const folder of [source, site, join(sources, "embed")]) rmSync(folder, { recursive: true, force: true });
  cpSync(join(project, "dist/embed"), join(sources, "embed"), { recursive: true });
  cpSync(join(project, "tests/hosts", tool), source, { recursive: true });

  const { commands, files } = recipeOf(tool);
  for (const command of commands) {
    mkdirSync(join(source, command.split(" ").at(-1)), { recursive: true });
    execFileSync("bash", ["-c", command], { cwd: source, stdio: "inherit" });
  }
  for (const [path, lines] of files) complete(join(source, path), lines);

  const [program, ...rest] = COMMANDS[tool](site);
  execFileSync(program, rest, { cwd: source, stdio: "inherit", env: { ...process.env, ...ENVIRONMENT } });
}

/**
 * Puts the recipe's lines where the site's file says README; if there is no such file, they are the file.
 * @param {string} path
 * @param {string} lines
 */
function complete(path, lines) {
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, lines);
    return;
  }
  const [before, after, ...more] = readFileSync(path, "utf8").split(/^README\n/m);
  if (after === undefined || more.length > 0) throw new Error(`${path} needs one line "README", in place of which the README's lines come`);
  writeFileSync(path, before + lines + after);
}
