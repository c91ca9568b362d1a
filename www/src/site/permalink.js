// Addresses: which lesson with which settings, and the text of a run if one is shared.
//
// A lesson's page has them as `gather/?a=2&speed=4#run=…`: what stands behind "#" is never sent to a server. So does a
// program that was edited, as `#code=…`: a run brings its own. In a frame, and in the site's older addresses, all of it
// stands behind "#": `#/gather?a=2&speed=4&run=…`.

/** @import { Address } from "../types.js" */

/** @typedef {Omit<Address, "scenario">} Settings */

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** What a name in an address may stand for, beside a parameter of the program. */
const SETTINGS = /** @type {const} */ (["compare", "speed", "language", "view", "predict", "run", "code"]);

/** And in a frame, whose address says what the attributes of an element would. */
const FRAMED = /** @type {const} */ ([...SETTINGS, "theme", "editable", "autorun", "src", "poster", "at"]);

/** The speed at which nothing is divided need not be written. */
const SPEED = "1";

/**
 * Reads the settings in the address of a lesson's page. Whether the lesson takes these values is not judged here.
 * @param {{ search: string, hash: string }} address
 * @returns {Settings}
 */
export function parsePage({ search, hash }) {
  const settings = parseQuery(search.replace(/^\?/, ""), SETTINGS);
  if (settings.run !== undefined) throw new Error('a run cannot stand behind "?" in the address: it stands behind "#"');
  if (settings.code !== undefined) throw new Error('a program cannot stand behind "?" in the address: it stands behind "#"');
  const fragment = hash.replace(/^#/, "");
  // A place on the page.
  if (/^[\w-]*$/.test(fragment)) return settings;
  const [pair, ...more] = fragment.split("&");
  if (!/^(run|code)=/.test(pair) || more.length > 0) {
    throw new Error(`"#${cut(fragment)}" in the address is not known here: behind "#" stands a run or a program alone, as in "#run=…" or "#code=…"`);
  }
  const { run, code } = parseQuery(pair, SETTINGS);
  return run === undefined ? { ...settings, code } : { ...settings, run };
}

/**
 * The address of a lesson's page in the site's folder, with settings: the inverse of `parsePage`.
 * @param {Address} address
 * @returns {string}
 */
export function formatPage({ scenario, run, code, ...settings }) {
  checkId(scenario);
  const query = formatQuery(settings);
  const behind = formatQuery({ params: {}, ...(run === undefined ? { code } : { run }) });
  return `${scenario}/${query && `?${query}`}${behind && `#${behind}`}`;
}

/**
 * Reads an address that stands behind "#". Whether the lesson exists is not judged here either.
 * @param {string} hash
 * @returns {Address}
 */
export function parseHash(hash) {
  const address = hash.replace(/^#/, "");
  if (address === "") return { scenario: "", params: {} };
  if (!address.startsWith("/")) {
    throw new Error(`the address "#${cut(address)}" is not known here: addresses begin with "#/"`);
  }
  const [path, ...rest] = address.slice(1).split("?");
  if (rest.length > 1) throw new Error(`the address has ${rest.length} "?"; at most one is allowed`);
  const place = parsePath(path);
  const settings = parseQuery(rest[0] ?? "", FRAMED);
  if (place.compare && settings.compare !== undefined) throw new Error("compare is in the address twice; once is allowed");
  return { ...settings, ...place };
}

/**
 * Writes an address that stands behind "#", the inverse of `parseHash`.
 * @param {Address} address
 * @returns {string}
 */
export function formatHash({ scenario, compare, ...settings }) {
  for (const id of [scenario, compare]) if (id) checkId(id);
  const path = compare === undefined ? scenario : `compare/${scenario}/${compare}`;
  const query = formatQuery(settings);
  return `#/${path}${query && `?${query}`}`;
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

/**
 * @param {string} query
 * @param {readonly (typeof FRAMED)[number][]} known the settings that it may have, beside parameters
 * @returns {Settings}
 */
function parseQuery(query, known) {
  /** @type {Settings} */
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
    const setting = known.find((setting) => setting === name);
    if (setting) found[setting] = value;
    // Not by assignment, which "__proto__" would turn into something else.
    else Object.defineProperty(found.params, name, { value, enumerable: true, writable: true, configurable: true });
  }
  return found;
}

/**
 * @param {Settings} settings
 * @returns {string}
 */
function formatQuery({ params, ...settings }) {
  const pairs = Object.entries(params);
  for (const [name] of pairs) {
    if (name === "" || FRAMED.some((setting) => setting === name)) {
      throw new Error(`a parameter cannot be named "${name}" in an address`);
    }
  }
  for (const name of FRAMED) {
    const value = settings[name];
    if (value !== undefined && !(name === "speed" && value === SPEED)) pairs.push([name, value]);
  }
  return pairs.map((pair) => pair.map((text) => encodeURIComponent(text.toWellFormed())).join("=")).join("&");
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
