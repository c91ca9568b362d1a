// What there is to read beside the lessons.

/** @typedef {{ id: string, title: string, summary: string }} More a page in a folder of its name */

/** @type {readonly More[]} */
export const more = [
  { id: "glossary", title: "Glossary", summary: "The words of the course: what each means, its names in Rust and in Python, and the lesson that teaches it." },
  { id: "rust-and-python", title: "Rust and Python", summary: "Concept by concept: the two names, what is the same, and what is not." },
  { id: "when-async", title: "When (not) to use async", summary: "Decisions, each with runs that show why." },
  { id: "coverage", title: "Five tutorials, row by row", summary: "Every concept, example, mistake, question and exercise of five tutorials on asyncio, and where it is shown here." },
  { id: "speed", title: "How fast it is", summary: "What a run costs here, beside JavaScript's promises, other runtimes in Rust, and Python: measured in one browser, and in yours." },
];
