// The Python twin as a file that runs: with the values as they stand.

/** @import { Lesson, Text } from "../types.js" */

/**
 * @param {Pick<Lesson, "params"> & Pick<Text, "source">} scenario
 * @param {Record<string, string>} values as they were typed; what is no number is left as the lesson has it
 */
export function pythonFile({ params, source }, values) {
  const value = (/** @type {Lesson["params"][number]} */ { name, default: given }) => {
    const typed = (values[name] ?? "").trim();
    return typed !== "" && isFinite(Number(typed)) ? Number(typed) : given;
  };
  // Not in a template: when the site is built, indents are taken out of these.
  const start = ['if __name__ == "__main__":', `    asyncio.run(main(${params.map(value).join(", ")}))`];
  return [source.python, "", ...start, ""].join("\n");
}
