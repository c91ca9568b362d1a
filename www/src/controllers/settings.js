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
 * @property {"full" | "compact" | "small" | "projector"} view
 * @property {"rust" | "python"} language
 * @property {"ask" | "required" | "none"} predict
 * @property {"element" | "page"} keys
 * @property {boolean} editable whether the program can be changed
 * @property {readonly string[]} without what is left out
 * @property {number} headingLevel of the title
 * @property {string | undefined} site where links to what is shown lead
 * @property {string | undefined} src where a recorded run lies
 * @property {string | undefined} poster where a text lies that is shown until there is a run
 * @property {number | undefined} at how many events have happened where a run opens; none: all
 */

/** Where the site is published, if that was known when this was built. */
const PUBLISHED = import.meta.env?.SITE;

/** @type {Settings} */
export const DEFAULTS = { scenario: "", params: {}, speed: "1", compare: "", theme: "auto", view: "full", language: "rust", predict: "ask", keys: "element", editable: true, without: [], headingLevel: 2, site: PUBLISHED, src: undefined, poster: undefined, at: undefined };

/** @type {Record<"theme" | "view" | "language" | "predict" | "keys", string[]>} */
const WORDS = {
  theme: ["auto", "light", "dark"],
  view: ["full", "compact", "small", "projector"],
  language: ["rust", "python"],
  predict: ["ask", "required", "none"],
  keys: ["element", "page"],
};

/** What can be left out. */
const LEAVABLE = ["title", "text", "source", "log", "share", "compare"];

/**
 * Reads the attributes. One that is missing has its default, one that is refused what it had before.
 * @param {Record<keyof Settings, unknown> & { baseURI?: string }} given as an element has them
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
  const without = () => {
    const words = (asText(given.without) ?? "").split(/\s+/).filter(Boolean);
    const unknown = words.filter((word) => !LEAVABLE.includes(word));
    if (unknown.length === 0) return words;
    refused.push(`attribute "without" has "${cut(unknown.join(" "))}": allowed are ${LEAVABLE.join(", ")}`);
    return last.without;
  };
  const headingLevel = () => {
    const value = asText(given.headingLevel) ?? "";
    if (value === "") return DEFAULTS.headingLevel;
    if (/^[1-6]$/.test(value)) return Number(value);
    refused.push(`attribute "heading-level" is "${cut(value)}": allowed are 1 to 6`);
    return last.headingLevel;
  };
  /**
   * @param {"site" | "src" | "poster"} name
   * @param {string} what it must be
   */
  const address = (name, what) => {
    const value = asText(given[name]) ?? "";
    if (value === "") return undefined;
    const address = URL.canParse(value, given.baseURI) ? new URL(value, given.baseURI) : undefined;
    if (address && /^https?:$/.test(address.protocol)) return address;
    refused.push(`attribute "${name}" is "${cut(value)}": it must be the address of ${what}`);
    return last[name] ? new URL(last[name]) : undefined;
  };
  const site = () => {
    const found = address("site", "a site with these lessons, as in https://example.org/async/");
    // What is relative to a folder begins behind its last slash.
    return found ? `${found.origin}${found.pathname}`.replace(/\/*$/, "/") : DEFAULTS.site;
  };
  const at = () => {
    const value = asText(given.at)?.trim() ?? "";
    if (value === "") return undefined;
    if (/^\d+$/.test(value)) return Number(value);
    refused.push(`attribute "at" is "${cut(value)}": allowed is the number of an event, from 0`);
    return last.at;
  };
  return {
    settings: {
      ...words,
      site: site(),
      without: without(),
      headingLevel: headingLevel(),
      src: address("src", "a recorded run, as in run.json")?.href,
      poster: address("poster", "a text, as in run.txt")?.href,
      at: at(),
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
