// What an address carries: a version, a length and compressed text, with dots between, so that one that was cut off, or
// that comes from a later version of the page, can say so.

import { Inflate, deflateSync, strFromU8, strToU8 } from "fflate";

import { fromBase64Url, toBase64Url } from "./base64url.js";

/** @typedef {"cut-off" | "too-long" | "later-version" | "not-valid"} Reason why it cannot be read */
/** @typedef {(reason: Reason, message: string) => Error} Fail */

/**
 * @param {number} version
 * @param {string} data
 */
export function frame(version, data) {
  return `${version}.${data.length.toString(36)}.${data}`;
}

/**
 * The data in a frame.
 * @param {string} text
 * @param {{ what: string, version: number, limit: number, fail: Fail }} expected `what` it is, in words; the newest
 *   version that is known; how many characters it may have
 */
export function unframe(text, { what, version: newest, limit, fail }) {
  const notValid = (/** @type {string} */ why) => fail("not-valid", `${what} is not valid: ${why}`);
  if (text.length > limit) throw fail("too-long", `${what} has ${text.length} characters; at most ${limit} are allowed`);
  const [, version, header, length, data] = /^(\d{0,9})(?:(\.)([0-9a-z]{0,9})(?:\.([\w-]*))?)?$/.exec(text) ?? [];
  if (version === undefined) throw notValid("it does not have the form of one");
  if (version !== "" && header && Number(version) > newest) {
    throw fail("later-version", `${what} is of version ${Number(version)}; this page reads version ${newest}`);
  }
  if (version !== "" && header && Number(version) < 1) throw notValid(`version ${version} never was`);
  const expected = parseInt(length ?? "", 36);
  if (data === undefined || data.length < expected) {
    const has = data?.length ?? 0;
    const of = data === undefined ? "" : `: it has ${has} of ${expected} characters`;
    throw fail("cut-off", `${what} is cut off${of}`);
  }
  if (data.length !== expected) throw notValid(`it has ${data.length} characters where it says ${expected}`);
  return data;
}

/** A text, compressed. @param {string} text */
export function deflated(text) {
  return toBase64Url(deflateSync(strToU8(text), { level: 9 }));
}

/**
 * The text that was compressed.
 * @param {string} data
 * @param {number} limit in bytes, so that a small link cannot fill the memory
 */
export function inflated(data, limit) {
  const bytes = fromBase64Url(data);
  /** @type {Uint8Array[]} */
  const chunks = [];
  let total = 0;
  let ended = false;
  const stream = new Inflate((chunk, final) => {
    chunks.push(chunk);
    total += chunk.length;
    ended ||= final;
  });
  // Piece by piece, so that the limit is noticed before everything is unpacked.
  const piece = 1024;
  for (let from = 0; from < bytes.length; from += piece) {
    stream.push(bytes.subarray(from, from + piece), from + piece >= bytes.length);
    if (total > limit) throw new Error(`it unpacks to more than ${limit} bytes`);
  }
  if (!ended) throw new Error("its compressed data does not end");
  const all = new Uint8Array(total);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return strFromU8(all);
}
