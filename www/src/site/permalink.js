// The address: which scenario with which settings, and the text of a run if one is shared.

/** @import { Address } from "../types.js" */

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * Reads an address such as `#/gather?a=2&speed=4`. Whether the scenario exists and
 * takes these values is not judged here.
 * @param {string} hash
 * @returns {Address}
 */
export function parseAddress(hash) {
  const address = hash.replace(/^#/, "");
  if (address === "") return { scenario: "", params: {} };
  if (!address.startsWith("/")) {
    throw new Error(`the address "#${cut(address)}" is not known here: addresses begin with "#/"`);
  }
  const [path, ...rest] = address.slice(1).split("?");
  if (rest.length > 1) throw new Error(`the address has ${rest.length} "?"; at most one is allowed`);
  return { ...parsePath(path), ...parseQuery(rest[0] ?? "") };
}

/** @param {string} path */
function parsePath(path) {
  if (path === "") return { scenario: "" };
  const ids = path.split("/").map((id) => decode(id, "the scenario"));
  const comparing = ids.length === 3 && ids[0] === "compare";
  if (ids.length !== 1 && !comparing) {
    throw new Error(`the address "#/${cut(path)}" is not known here: it may be "#/scenario" or "#/compare/scenario/scenario"`);
  }
  const [scenario, compare] = comparing ? ids.slice(1) : ids;
  for (const id of comparing ? [scenario, compare] : [scenario]) checkId(id);
  return comparing ? { scenario, compare } : { scenario };
}

/** @param {string} query */
function parseQuery(query) {
  /** @type {Pick<Address, "params" | "speed" | "run">} */
  const found = { params: {} };
  const seen = new Set();
  for (const pair of query.split("&")) {
    if (pair === "") continue;
    const equals = pair.indexOf("=");
    if (equals < 1) throw new Error(`"${cut(pair)}" in the address is no setting: it must be "name=value"`);
    const name = decode(pair.slice(0, equals), "a setting's name");
    const value = decode(pair.slice(equals + 1), name);
    if (seen.has(name)) throw new Error(`${cut(name)} is in the address twice; once is allowed`);
    seen.add(name);
    if (name === "speed" || name === "run") found[name] = value;
    // Not by assignment, which "__proto__" would turn into something else.
    else Object.defineProperty(found.params, name, { value, enumerable: true, writable: true, configurable: true });
  }
  return found;
}

/**
 * Writes an address, the inverse of `parseAddress`.
 * @param {Address} address
 * @param {{ params?: Record<string, string>, speed?: string }} [defaults] settings that need not be written
 * @returns {string}
 */
export function formatAddress({ scenario, compare, params, speed, run }, defaults = {}) {
  for (const id of [scenario, compare]) if (id) checkId(id);
  const path = compare === undefined ? scenario : `compare/${scenario}/${compare}`;
  const pairs = Object.entries(params).filter(([name, value]) => defaults.params?.[name] !== value);
  for (const [name] of pairs) {
    if (name === "" || name === "speed" || name === "run") {
      throw new Error(`a parameter cannot be named "${name}" in an address`);
    }
  }
  if (speed !== undefined && speed !== defaults.speed) pairs.push(["speed", speed]);
  if (run !== undefined) pairs.push(["run", run]);
  const query = pairs.map((pair) => pair.map((text) => encodeURIComponent(text.toWellFormed())).join("=")).join("&");
  return `#/${path}${query ? `?${query}` : ""}`;
}

/** @param {string} id */
function checkId(id) {
  if (!ID.test(id)) throw new Error(`"${cut(id)}" is no scenario: its name has lower-case letters, digits and hyphens`);
}

/**
 * @param {string} text
 * @param {string} what
 */
function decode(text, what) {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new Error(`${cut(what)} in the address is "${cut(text)}": its "%" signs are not followed by UTF-8`);
  }
}

/** @param {string} text */
function cut(text) {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
