// What the page remembers of a learner's way: one text in the browser's storage, and nothing anywhere else.
//
// The text belongs to all pages of the course that are open. Each change is made to what stands there at that
// moment, so that no page undoes what another one has written. What cannot be written is known to this page alone.

import { message } from "../engine/message.js";
import { number } from "../record/figures.js";

/**
 * What is remembered of a lesson. Each part may be missing; what is not known here is kept.
 * @typedef {object} Remembered
 * @property {true} [done] it was run to its end
 * @property {true} [solved] the goal of its exercise was reached
 * @property {Record<string, string>} [params] as they were typed
 * @property {string} [speed]
 * @property {string} [code] the program as it was edited, as an address carries it
 * @property {object} [prediction] what the element says of it
 */

/**
 * @typedef {object} Course
 * @property {"rust" | "python"} [language]
 * @property {Record<string, Remembered>} lessons by id
 */

const KEY = "async-playground.course";

const VERSION = 1;

/** How many characters are remembered of one lesson. */
export const LESSON_LIMIT = 20_000;

/** How many characters are read and written: far less than browsers give to a site. */
export const LIMIT = 1_000_000;

/** @type {Course} */
const NOTHING = { lessons: {} };

/** Why nothing is remembered: the storage is not to be had, it takes no more, or what it holds cannot be read. */
export class MemoryError extends Error {
  /**
   * @param {"blocked" | "full" | "unreadable"} reason
   * @param {string} message
   */
  constructor(reason, message) {
    super(message);
    this.name = "MemoryError";
    this.reason = reason;
  }
}

export class Memory {
  /** @type {MemoryError | undefined} Why what happens now is not remembered. */
  trouble = undefined;
  /** What could not be written: it lasts as long as the page, and is written as soon as that is possible. */
  #pending = NOTHING;

  /** @param {() => Storage} storage to ask for it may throw already */
  constructor(storage) {
    this.storage = storage;
  }

  /** @returns {Course} what is remembered at this moment */
  read() {
    try {
      const stored = this.#stored();
      if (this.trouble?.reason !== "full") this.trouble = undefined;
      return merge(stored, this.#pending);
    } catch (error) {
      this.trouble = /** @type {MemoryError} */ (error);
      return this.#pending;
    }
  }

  /** @param {string} id @returns {Remembered} */
  lesson(id) {
    const { lessons } = this.read();
    return Object.hasOwn(lessons, id) ? lessons[id] : {};
  }

  /**
   * Remembers a part of what there is of a lesson; the other parts stay.
   * @param {string} id
   * @param {Remembered} change
   */
  remember(id, change) {
    const { length } = JSON.stringify({ ...this.lesson(id), ...change });
    if (length > LESSON_LIMIT) {
      this.trouble = new MemoryError("full", `What you do in this lesson takes ${number(length)} characters; at most ${number(LESSON_LIMIT)} are remembered. The last change is not.`);
    } else this.#write({ lessons: { [id]: change } });
  }

  /** @param {"rust" | "python"} language */
  choose(language) {
    this.#write({ language, lessons: {} });
  }

  /** Forgets all, also what could not be read. */
  forget() {
    this.#pending = NOTHING;
    this.trouble = undefined;
    try {
      this.storage().removeItem(KEY);
    } catch {
      // Where nothing can be removed, nothing was kept.
    }
  }

  /** @param {Course} change */
  #write(change) {
    this.#pending = merge(this.#pending, change);
    try {
      const text = JSON.stringify({ version: VERSION, ...merge(this.#stored(), this.#pending) });
      if (text.length > LIMIT) throw new MemoryError("full", `What is to be remembered takes ${number(text.length)} characters; at most ${number(LIMIT)} are.`);
      put(this.storage(), text);
      this.#pending = NOTHING;
      this.trouble = undefined;
    } catch (error) {
      this.trouble = /** @type {MemoryError} */ (error);
    }
  }

  /** @returns {Course} what stands in the storage */
  #stored() {
    /** @type {string | null} */
    let text;
    try {
      text = this.storage().getItem(KEY);
    } catch {
      throw new MemoryError("blocked", "This browser keeps nothing for this page: what you do here is forgotten when you leave it.");
    }
    try {
      return text === null ? NOTHING : parse(text);
    } catch (error) {
      throw new MemoryError("unreadable", `What this page remembers cannot be read: ${message(error)}. It is kept as it is, and nothing is added to it until you choose to forget it.`);
    }
  }
}

/**
 * @param {Storage} storage
 * @param {string} text
 */
function put(storage, text) {
  try {
    storage.setItem(KEY, text);
  } catch {
    throw new MemoryError("full", "The browser's storage takes no more of this page: what you do now is forgotten when you leave it.");
  }
}

/**
 * @param {Course} stored
 * @param {Course} change
 * @returns {Course}
 */
function merge(stored, change) {
  const changed = Object.entries(change.lessons).map(([id, parts]) => [id, { ...stored.lessons[id], ...parts }]);
  return { ...stored, ...change, lessons: { ...stored.lessons, ...Object.fromEntries(changed) } };
}

/**
 * @param {string} text
 * @returns {Course}
 */
function parse(text) {
  if (text.length > LIMIT) throw new Error(`it has ${number(text.length)} characters; at most ${number(LIMIT)} are allowed`);
  /** @type {any} */
  let stored;
  try {
    stored = JSON.parse(text);
  } catch {
    throw new Error(`"${cut(text)}" is no JSON`);
  }
  if (!isObject(stored)) throw new Error(`it is ${shown(stored)}; it must be an object`);
  const { version, ...course } = stored;
  if (version !== VERSION) throw new Error(`its version is ${shown(version)}; this page reads version ${VERSION}`);
  must("language", course.language, ["rust", "python"].includes(course.language) || course.language === undefined, `"rust" or "python"`);
  must("lessons", course.lessons, isObject(course.lessons), "an object");
  for (const [id, lesson] of Object.entries(course.lessons)) {
    const name = `lessons.${cut(id)}`;
    must(name, lesson, isObject(lesson), "an object");
    const { done, solved, params, speed, code, prediction } = lesson;
    must(`${name}.done`, done, done === undefined || done === true, "true");
    must(`${name}.solved`, solved, solved === undefined || solved === true, "true");
    must(`${name}.params`, params, params === undefined || (isObject(params) && Object.values(params).every(isText)), "an object of texts");
    must(`${name}.speed`, speed, speed === undefined || isText(speed), "a text");
    must(`${name}.code`, code, code === undefined || isText(code), "a text");
    must(`${name}.prediction`, prediction, prediction === undefined || isObject(prediction), "an object");
  }
  return course;
}

/**
 * @param {string} name
 * @param {unknown} value
 * @param {boolean} allowed
 * @param {string} what
 */
function must(name, value, allowed, what) {
  if (!allowed) throw new Error(`${name} is ${shown(value)}; it must be ${what}`);
}

/** @param {unknown} value */
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** @param {unknown} value */
function isText(value) {
  return typeof value === "string";
}

/** @param {unknown} value */
function shown(value) {
  return value === undefined ? "missing" : cut(JSON.stringify(value));
}

/** @param {string} text */
function cut(text) {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
