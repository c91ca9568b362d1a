// Checks every playground of some files, and says what it finds.

import { readFileSync } from "node:fs";

import { counted } from "../../src/record/figures.js";
import { blocksIn } from "./blocks.js";
import { judge } from "./judge.js";
import { report } from "./report.js";

/** What to write, for who has written nothing of it yet. */
const HOW = "An <async-playground> is checked, and a block of Rust that is marked: ```rust,async-playground in mdBook, ```rust async-playground in Docusaurus, ``` { .rust .async-playground } in MkDocs, and :class: async-playground in Sphinx and MyST.";

/**
 * @param {readonly string[]} files
 * @param {(text: string) => void} write
 * @returns {Promise<boolean>} whether there is something, and nothing is wrong
 */
export async function checkDocs(files, write) {
  let [good, bad] = [0, 0];
  for (const file of files) {
    const text = readFileSync(file, "utf8");
    const lines = text.split(/\r\n?|\n/);
    for (const block of blocksIn(file, text)) {
      const judged = await judge(block, file);
      write(`${report(block, file, lines, judged)}\n`);
      if (judged.said.some(({ severity }) => severity === "error")) bad += 1;
      else good += 1;
    }
  }
  if (good + bad === 0) write(`error: there is no playground in ${counted(files.length, "file")}. ${HOW}\n`);
  else write(`${counted(good + bad, "playground")} in ${counted(files.length, "file")}: ${bad === 0 ? "nothing is wrong" : `${bad} with errors`}\n`);
  return bad === 0 && good > 0;
}
