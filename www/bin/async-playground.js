#!/usr/bin/env node
// The command of the npm package: `npx async-playground check docs/`.

import { checkDocs } from "./check/check.js";
import { filesOf } from "./check/files.js";

const USAGE = `Usage: npx async-playground check PATH...

Checks every playground in the docs that lie under each PATH, a folder or a file (.md, .mdx, .rst, .html): the attributes
of each <async-playground>, and each block of code that is marked to become one. Programs are compiled, and run on a
simulated clock; what they print is shown. Ends with 1 if anything is wrong.`;

/** @param {string} why */
function refuse(why) {
  console.error(`async-playground: ${why}\n\n${USAGE}`);
  process.exitCode = 2;
}

const [verb, ...paths] = process.argv.slice(2);
const option = paths.find((path) => path.startsWith("-"));

if (verb === "help" || verb === "--help" || verb === "-h") console.log(USAGE);
else if (verb !== "check") refuse(verb === undefined ? "what is to be done is missing" : `"${verb}" is unknown: allowed is check`);
else if (option !== undefined) refuse(`"${option}" is unknown: check takes no options`);
else if (paths.length === 0) refuse("what is to be checked is missing");
else {
  const { files, problem } = filesOf(paths);
  if (problem) refuse(problem);
  else process.exitCode = (await checkDocs(files, (text) => process.stdout.write(text))) ? 0 : 1;
}
