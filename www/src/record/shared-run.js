// A whole run as text that fits into an address: packed, compressed, and checked on the way back.

import { checkRecord } from "./check.js";
import { deflated, frame, inflated, unframe } from "./framed.js";

/** @import { EventKind, RunEvent, RunRecord } from "../types.js" */

/** How many characters a shared run may take in an address: browsers and chat programs take no more for sure. */
export const RUN_LIMIT = 30_000;

/** What a shared run may unpack to, so that a small link cannot fill the memory. */
const UNPACKED_LIMIT = 2_000_000;

/**
 * How many events a shared run has at most. What a run measures in a browser does not
 * repeat itself, so that no link carries half as many.
 */
const EVENTS_LIMIT = 20_000;

/** Links of version 1, which carried what follows from the events as well, are read, too. */
const RUN_VERSION = 2;

/** Why a shared run cannot be shown. */
export class SharedRunError extends Error {
  /**
   * @param {import("./framed.js").Reason} reason
   * @param {string} message
   */
  constructor(reason, message) {
    super(message);
    this.name = "SharedRunError";
    this.reason = reason;
  }
}

/**
 * A run as text for an address: version, length and compressed record, with dots between.
 * @param {RunRecord} record
 * @returns {string}
 */
export function encodeRun(record) {
  // Packing very many takes seconds, and a link could not carry them.
  if (record.events.length > EVENTS_LIMIT) {
    throw new SharedRunError(
      "too-long",
      `this run has ${record.events.length} events; a link carries at most ${EVENTS_LIMIT}`,
    );
  }
  const { program, ...rest } = record;
  let text = textOf(record);
  // The bytecode saves who opens the link the compiler, and is made of the source again where it is too long.
  if (text.length > RUN_LIMIT && program !== undefined) text = textOf(rest);
  if (text.length > RUN_LIMIT) {
    throw new SharedRunError(
      "too-long",
      `this run takes ${text.length} characters in a link; at most ${RUN_LIMIT} are allowed`,
    );
  }
  return text;
}

/** @param {RunRecord} record */
const textOf = (record) => frame(RUN_VERSION, deflated(JSON.stringify(pack(record))));

/**
 * The run in an address. Rejects if it is none that can have been made.
 * @param {string} text
 * @param {typeof checkRecord} [check]
 * @param {(record: RunRecord) => void} [onMore] as of `checkRecord`
 */
export async function decodeRun(text, check = checkRecord, onMore) {
  const data = unframe(text, { what: "the run in this link", version: RUN_VERSION, limit: RUN_LIMIT, fail });
  try {
    return await check(unpack(JSON.parse(inflated(data, UNPACKED_LIMIT))), onMore);
  } catch (error) {
    throw notValid(error instanceof Error ? error.message : String(error));
  }
}

/** @type {import("./framed.js").Fail} */
function fail(reason, message) {
  return new SharedRunError(reason, message);
}

/** @param {string} why */
function notValid(why) {
  return new SharedRunError("not-valid", `the run in this link is not valid: ${why}`);
}

/**
 * The fields of each kind of event beside its number, time and task: what a packed event is
 * made of. Its kind is packed as its place here, so that links keep their meaning.
 * @type {readonly { [Kind in EventKind]: readonly [Kind, ...Exclude<keyof Extract<RunEvent, { kind: Kind }>, "n" | "at_ms" | "task" | "kind">[]] }[EventKind][]}
 */
const EVENTS = [
  ["spawn", "parent", "name", "task_kind", "line"],
  ["poll_start"],
  ["poll_end", "ready"],
  ["wake", "by"],
  ["sleep", "until_ms", "line"],
  ["fire", "due_ms"],
  ["cancel", "due_ms"],
  ["await", "on", "line"],
  ["log", "text", "line"],
  ["block", "ms", "line"],
  ["never_awaited", "what", "line"],
  ["complete"],
  ["abort"],
  ["panic", "message"],
  ["lock_held", "lock", "ms"],
  ["lock_wait", "lock", "ms"],
  ["backlog", "on", "waiting", "line"],
];

/**
 * Makes a record small: lists instead of objects, and nothing that follows from the events.
 * A record in which this would lose anything is left as it is.
 * @param {RunRecord} record
 * @returns {object}
 */
function pack({ tasks, log, ...record }) {
  let now = 0;
  const events = record.events.map((event) => {
    const at = nanoseconds(event.at_ms);
    const since = at - now;
    now = at;
    const kind = EVENTS.findIndex(([name]) => name === event.kind);
    const [, ...names] = EVENTS[kind] ?? [];
    const values = /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (event));
    return [kind, since, event.task, ...names.map((name) => values[name])];
  });
  const packed = { ...record, events };
  try {
    return equal(unpack(JSON.parse(JSON.stringify(packed))), record) ? packed : { whole: record };
  } catch {
    return { whole: record };
  }
}

/**
 * @param {any} packed
 * @returns {unknown} a record without what follows from its events, if `packed` was made by `pack`
 */
function unpack(packed) {
  const { length } = (packed.whole ?? packed).events;
  if (length > EVENTS_LIMIT) throw new Error(`it has ${length} events; at most ${EVENTS_LIMIT} are allowed`);
  if (packed.whole) return packed.whole;
  let now = 0;
  const events = packed.events.map((/** @type {any[]} */ [kind, since, task, ...values], /** @type {number} */ n) => {
    now += since;
    const [name, ...names] = EVENTS[kind];
    const own = names.map((name, index) => [name, values[index]]);
    return { n, at_ms: now / 1e6, task, kind: name, ...Object.fromEntries(own) };
  });
  return { ...packed, events };
}

/** @param {number} ms */
function nanoseconds(ms) {
  return Math.round(ms * 1e6);
}

/**
 * Whether two JSON values are the same.
 * @param {any} a
 * @param {any} b
 * @returns {boolean}
 */
function equal(a, b) {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return Object.is(a, b);
  const names = Object.keys(a);
  return (
    Array.isArray(a) === Array.isArray(b) &&
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && equal(a[name], b[name]))
  );
}
