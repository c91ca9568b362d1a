// What authors may use of <async-playground>. Its manifest and its types are made of this, and tests hold it against the
// element.

/** @typedef {{ name: string, type: string, text: string, default?: string }} Described */

/** @type {readonly Described[]} An attribute is a property as well, if its name is one word. */
export const attributes = [
  { name: "scenario", type: "string", text: "The id of a lesson, as in its address.", default: '""' },
  { name: "params", type: "string", text: "The lesson's parameters, as in an address: `a=2&b=1`.", default: '""' },
  { name: "compare", type: "string", text: "The id of a second lesson to compare with, `its simulation` or `the run before`.", default: '""' },
  { name: "speed", type: "number | string", text: "By what every wait is divided: 0.25 to 20.", default: '"1"' },
  { name: "theme", type: '"auto" | "light" | "dark"', text: "Its colours; `auto` follows the page around.", default: '"auto"' },
  { name: "view", type: '"full" | "compact" | "small" | "projector"', text: "How much of it is shown, and so how tall it is; `projector` is large type for a class.", default: '"full"' },
  { name: "without", type: "string", text: "What is left out: any of `title text source log share compare`.", default: '""' },
  { name: "heading-level", type: "number | string", text: "Of its title: 1 to 6.", default: '"2"' },
  { name: "language", type: '"rust" | "python"', text: "The language in which the program is shown.", default: '"rust"' },
  { name: "predict", type: '"ask" | "required" | "none"', text: "Whether the reader is asked to predict; `required`: nothing runs before.", default: '"ask"' },
  { name: "autorun", type: "boolean", text: "Whether it runs as soon as it is ready.", default: "false" },
  { name: "keys", type: '"element" | "page"', text: "Where single keys are shortcuts: inside the element, or wherever the focus is.", default: '"element"' },
  { name: "editable", type: '"" | "true" | "false" | boolean', text: "Whether the program can be changed; if nothing is said, in the full view." },
  { name: "site", type: "string", text: "The address of a site with these lessons, to which links lead." },
  { name: "src", type: "string", text: "The address of a recorded run, which is shown; nothing runs until Run is pressed." },
  { name: "poster", type: "string", text: "The address of a text, a stored transcript, which is shown until there is a run." },
  { name: "at", type: "number | string", text: "How many events have happened where a run opens; if nothing is said, all." },
];

/** @type {readonly Described[]} Beside those that are attributes. */
export const properties = [
  { name: "record", type: "RunRecord | undefined", text: "The record of the last run that has ended. One that is set is checked, and shown." },
  { name: "source", type: "string", text: "The program as it stands. One that is set takes the lesson's place; an empty one brings that back." },
  { name: "prediction", type: "string", text: "What the reader has said, as JSON. Setting it answers those questions that are the same." },
];

/** @type {readonly (Described & { parameters: readonly { name: string, type: string }[] })[]} Their type is what they answer. */
export const methods = [
  { name: "run", parameters: [], type: "Promise<RunRecord>", text: "Runs the program, and stops a run that goes on. Resolves when the run has ended." },
  { name: "stop", parameters: [], type: "void", text: "Stops the run, if one goes on: its record says so." },
  { name: "show", parameters: [{ name: "record", type: "unknown" }], type: "Promise<void>", text: "Shows a record, without running it. Rejects if it is none, or one of another lesson." },
];

/** @type {readonly Described[]} They bubble. Their type is that of `detail`. */
export const events = [
  { name: "playground-ready", type: "undefined", text: "It can be run." },
  { name: "playground-finish", type: "RunRecord", text: "A run has ended." },
  { name: "playground-error", type: "unknown", text: "Something is wrong: `detail` is the error." },
  { name: "playground-change", type: "object", text: "The reader has chosen something: `detail` says what is chosen now." },
  { name: "playground-predict", type: "string", text: "The reader has predicted." },
  { name: "playground-exercise", type: "{ reached: boolean }", text: "A program was checked." },
];

/** @type {readonly Described[]} */
export const cssProperties = [
  { name: "--async-playground-height", type: "<length>", text: "How tall it is, in place of what its view says; `auto`: as tall as what it shows." },
  { name: "--async-playground-accent", type: "<color>", text: "The one colour for what is now: cursor, lit line, tabs." },
  { name: "--async-playground-background", type: "<color>", text: "The paper." },
  { name: "--async-playground-text", type: "<color>", text: "The ink." },
  { name: "--async-playground-border", type: "<color>", text: "The lines between its parts." },
  { name: "--async-playground-font", type: "<family-name>#", text: "What is read." },
  { name: "--async-playground-code-font", type: "<family-name>#", text: "Programs, names and what is printed." },
  { name: "--async-playground-radius", type: "<length>", text: "Of its corners." },
];

/** @type {readonly { name: string, text: string }[]} */
export const cssParts = [
  { name: "bench", text: "The frame around program and run." },
  { name: "program", text: "The pane with the program, and what is said about it." },
  { name: "run", text: "The pane with its run." },
  { name: "title", text: "The lesson's title." },
  { name: "controls", text: "Run, Stop, and what can be set." },
  { name: "timeline", text: "The run, drawn." },
  { name: "log", text: "What was printed." },
];
