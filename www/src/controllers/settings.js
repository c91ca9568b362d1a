// What is chosen, as the attributes say it: any value may be given, and what is not allowed is named.

import { BEFORE, SIMULATION, SPEEDS } from "./choices.js";

/** @import { Lesson } from "../types.js" */

/**
 * @typedef {object} Settings
 * @property {string} scenario an id, which need not exist
 * @property {Record<string, string>} params as given, by name: the program judges them
 * @property {string} speed as given
 * @property {string} compare an id, `SIMULATION`, `BEFORE`, or nothing
 * @property {"auto" | "light" | "dark"} theme
 * @property {"full" | "compact" | "projector"} view
 * @property {"rust" | "python"} language
 * @property {"ask" | "required" | "none"} predict
 * @property {"element" | "page"} keys
 * @property {boolean} editable whether the program can be changed
 */

/** @type {Settings} */
export const DEFAULTS = { scenario: "", params: {}, speed: "1", compare: "", theme: "auto", view: "full", language: "rust", predict: "ask", keys: "element", editable: true };

/** @type {Record<"theme" | "view" | "language" | "predict" | "keys", string[]>} */
const WORDS = {
  theme: ["auto", "light", "dark"],
  view: ["full", "compact", "projector"],
  language: ["rust", "python"],
  predict: ["ask", "required", "none"],
  keys: ["element", "page"],
};

/**
 * Reads the attributes. One that is missing has its default, one that is refused what it had before.
 * @param {Record<keyof Settings, unknown>} given
 * @param {Settings} last
 * @param {readonly Lesson[] | undefined} course none before it is loaded
 * @returns {{ settings: Settings, refused: string[] }} `refused` names the attribute, its value and what is allowed
 */
export function readSettings(given, last, course) {
  /** @type {string[]} */
  const refused = [];
  /**
   * @param {"theme" | "view" | "language" | "predict" | "keys" | "compare"} name
   * @param {readonly string[]} allowed
   */
  const oneOf = (name, allowed) => {
    const value = asText(given[name]) ?? DEFAULTS[name];
    if (allowed.includes(value) || value === DEFAULTS[name]) return value;
    refused.push(`attribute "${name}" is "${cut(value)}": allowed are ${allowed.join(", ")}`);
    return last[name];
  };
  const words = /** @type {Pick<Settings, keyof typeof WORDS>} */ (Object.fromEntries(Object.entries(WORDS).map(([name, allowed]) => [name, oneOf(/** @type {"theme"} */ (name), allowed)])));
  const isEditable = () => {
    const value = asText(given.editable);
    if (value === undefined) return words.view === "full";
    if (["", "true", "false"].includes(value)) return value !== "false";
    refused.push(`attribute "editable" is "${cut(value)}": allowed are true, false`);
    return last.editable;
  };
  return {
    settings: {
      ...words,
      editable: isEditable(),
      scenario: asText(given.scenario) ?? DEFAULTS.scenario,
      params: Object.fromEntries(new URLSearchParams(asText(given.params))),
      speed: asText(given.speed) ?? DEFAULTS.speed,
      compare: course ? oneOf("compare", [...course.map(({ id }) => id), SIMULATION, BEFORE]) : DEFAULTS.compare,
    },
    refused,
  };
}

/**
 * Whether the page offers a speed, or one between.
 * @param {string} speed
 */
export function isSpeed(speed) {
  return Number(speed) >= Number(SPEEDS[0]) && Number(speed) <= Number(SPEEDS[SPEEDS.length - 1]);
}

/**
 * A property as an attribute would say it; none if there is none. Some objects cannot be said.
 * @param {unknown} value
 */
export function asText(value) {
  if (value === null || value === undefined) return undefined;
  try {
    return String(value);
  } catch {
    return typeof value;
  }
}

/** @param {string} text */
function cut(text) {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
