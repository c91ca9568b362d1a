// What the README says to authors of docs, tool by tool.

import { readFileSync } from "node:fs";

/** The heading of each tool's recipe. */
const HEADINGS = { mdbook: "mdBook", sphinx: "Sphinx", "mkdocs-material": "MkDocs Material", docusaurus: "Docusaurus" };

/**
 * The commands of a recipe, and the lines for each file.
 * @param {string} tool
 * @returns {{ commands: string[], files: Map<string, string>, length: number }} `length`: in lines
 */
export function recipeOf(tool) {
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  const [, recipe] = readme.split(`\n### ${HEADINGS[tool]}\n`);
  if (recipe === undefined) throw new Error(`the README has no heading "### ${HEADINGS[tool]}"`);
  const [own] = recipe.split(/^##/m);
  const commands = [];
  const files = new Map();
  let length = 0;
  // The sentence before a block of code ends in the name of the file.
  for (const [, said, , language, code] of own.matchAll(/([^\n]*)\n\n(`{3,})(\w+)\n([\s\S]*?\n)\2$/gm)) {
    length += code.trimEnd().split("\n").length;
    if (language === "sh") {
      commands.push(...code.trimEnd().split("\n"));
      continue;
    }
    const [, path] = /`([^`]+)`[^`]*:$/.exec(said) ?? [];
    if (!path) throw new Error(`the README does not say in which file these lines stand, "${said}":\n${code}`);
    files.set(path, code);
  }
  return { commands, files, length };
}
