// A file that the page around names, as text.

import { message } from "./message.js";

/**
 * Rejects with an error that names the file.
 * @param {string} address whole
 * @param {string} what it is to be
 * @param {number} most how many bytes it may have
 */
export async function textAt(address, what, most) {
  const named = nameOf(address, what);
  /** @type {Response} */
  let response;
  try {
    response = await fetch(address);
  } catch (error) {
    throw new Error(`${named} could not be fetched: ${message(error)}`);
  }
  if (!response.ok) throw new Error(`${named} could not be fetched: the server answered ${response.status}`);
  const bytes = await response.arrayBuffer();
  if (bytes.byteLength > most) throw new Error(`${named} has ${bytes.byteLength.toLocaleString("en")} bytes: allowed are at most ${most.toLocaleString("en")}`);
  const type = response.headers.get("content-type") ?? "";
  // Some servers answer every address with a page.
  if (/^text\/html\b/i.test(type)) throw new Error(`${named} is something else: the server answered with "${type}"`);
  return new TextDecoder().decode(bytes);
}

/**
 * A file, as errors name it.
 * @param {string} address
 * @param {string} what
 */
export function nameOf(address, what) {
  const { origin, pathname } = new URL(address);
  return `the ${what} at ${origin === globalThis.location?.origin ? pathname : origin + pathname}`;
}
