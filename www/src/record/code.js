// A program as text that fits into an address.

import { deflated, frame, inflated, unframe } from "./framed.js";

/** How many characters a program may have: the record of its run carries it. */
export const SOURCE_LIMIT = 30_000;

/** How many characters a program may take in an address, and in what is remembered. */
export const CODE_LIMIT = 15_000;

const VERSION = 1;

/** A sign of UTF-16 takes at most three bytes of UTF-8. */
const BYTES_LIMIT = 3 * SOURCE_LIMIT;

/** Why a program cannot be carried, or cannot be read. */
export class CodeError extends Error {
  /**
   * @param {import("./framed.js").Reason} reason
   * @param {string} message
   */
  constructor(reason, message) {
    super(message);
    this.name = "CodeError";
    this.reason = reason;
  }
}

/**
 * A program as text for an address: version, length and compressed text, with dots between.
 * @param {string} source
 */
export function encodeCode(source) {
  const refuse = (/** @type {string} */ what) => new CodeError("too-long", `${what}: it is not kept in the address, and a reload loses it`);
  if (source.length > SOURCE_LIMIT) throw refuse(`this program has ${source.length} characters; at most ${SOURCE_LIMIT} are allowed`);
  const text = frame(VERSION, deflated(source));
  if (text.length > CODE_LIMIT) throw refuse(`this program takes ${text.length} characters in a link; at most ${CODE_LIMIT} are allowed`);
  return text;
}

/**
 * The program in an address. Throws if it is none.
 * @param {string} text
 */
export function decodeCode(text) {
  const what = "the program in this link";
  const fail = (/** @type {import("./framed.js").Reason} */ reason, /** @type {string} */ message) => new CodeError(reason, message);
  const data = unframe(text, { what, version: VERSION, limit: CODE_LIMIT, fail });
  try {
    const source = inflated(data, BYTES_LIMIT);
    if (source.length > SOURCE_LIMIT) throw new Error(`it has ${source.length} characters; at most ${SOURCE_LIMIT} are allowed`);
    return source;
  } catch (error) {
    throw fail("not-valid", `${what} is not valid: ${error instanceof Error ? error.message : error}`);
  }
}
