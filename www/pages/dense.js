// Less to load.

/**
 * A style sheet without its comments and indents.
 * @param {string} sheet
 */
export function dense(sheet) {
  const bare = sheet.replace(/\/\*.*?\*\//gs, "");
  // What is left open would swallow the sheets that follow.
  const [opened, closed] = [/{/g, /}/g].map((brace) => bare.match(brace)?.length);
  if (opened !== closed) throw new Error(`this style sheet has ${opened} "{" and ${closed} "}": ${bare.slice(0, 200)}`);
  return bare.replace(/\s*([{};])\s*/g, "$1");
}

/**
 * Takes the indents out of templates, and the comments out of styles: the bundler leaves them as they are.
 * @type {import("vite").Plugin}
 */
export const denseTemplates = {
  name: "dense-templates",
  apply: "build",
  transform: {
    filter: { id: /\/src\/.*\.js$/ },
    handler: (code) => code.replace(/\bcss`[^`]*`/g, dense).replace(/\n\s+/g, "\n"),
  },
};
