// What happens at an event, in words.

import { STATES } from "../glossary.js";
import { listed, seconds } from "./figures.js";
import { shortNames } from "./names.js";
import { hasEnded } from "./replay.js";

/** @import { Lane, LaneState, RunEvent, RunRecord, State } from "../types.js" */

/**
 * A state, as the page says it.
 * @param {LaneState} state
 */
export function stateWord(state) {
  return STATES[/** @type {keyof typeof STATES} */ (state)] ?? state;
}

/**
 * The run as a table: one row for each event, in order.
 * @param {Pick<RunRecord, "events" | "tasks">} record
 * @returns {{ n: number, at_ms: number, time: string, task: string, what: string, line: number | null }[]}
 */
export function rows(record) {
  const names = shortNames(record.tasks);
  const name = (/** @type {number} */ id) => names.get(id) ?? `task ${id}`;
  return record.events.map((event) => ({
    n: event.n,
    at_ms: event.at_ms,
    time: seconds(event.at_ms),
    task: name(event.task),
    what: what(event, name),
    line: "line" in event ? event.line : null,
  }));
}

/**
 * What happened to the task of an event, without its line.
 * @param {RunEvent} event
 * @param {(id: number) => string} name
 * @returns {string}
 */
export function what(event, name) {
  switch (event.kind) {
    case "spawn":
      if (event.parent === null) return "is started";
      // Only tasks are spawned: a branch is a part of the task that polls it.
      return event.task_kind === "branch" ? `becomes a branch of ${name(event.parent)}` : `is spawned by ${name(event.parent)} as a ${event.task_kind}`;
    case "poll_start":
      return "is polled";
    case "poll_end":
      return event.ready ? "ends its last poll" : "ends its poll and is not done";
    case "wake":
      return `is woken by ${wakerName(event.by, name)}`;
    case "sleep":
      return `sleeps until ${seconds(event.until_ms)}`;
    case "fire":
      return `is due: its timer for ${seconds(event.due_ms)} fires${lateBy(event)}`;
    case "cancel":
      return `takes back its timer for ${seconds(event.due_ms)}`;
    case "await":
      return `waits for ${name(event.on)}`;
    case "log":
      return `prints “${event.text}”`;
    case "block":
      return `has blocked the thread for ${seconds(event.ms)}`;
    case "never_awaited":
      return `drops a ${event.what} that was never awaited`;
    case "lock_held":
      return `has held a lock for ${seconds(event.ms)}, while others waited for it`;
    case "lock_wait":
      return `has waited for a lock for ${seconds(event.ms)}`;
    case "backlog":
      return event.waiting ? `receives from a channel that only grows: ${event.waiting} more wait, the last from ${name(event.on)}` : "has emptied the channel that grew";
    case "complete":
      return "completes";
    case "abort":
      return "is aborted";
    case "panic":
      return `panics: ${event.message}`;
  }
}

/**
 * What has just happened at a cursor, and why: `A is polled for the 2nd time: a timer woke it.`
 * @param {State} state
 * @param {(id: number) => string} name
 * @returns {string}
 */
export function latest({ event, lanes }, name) {
  if (!event) return "Nothing has happened yet.";
  const lane = lanes[event.task];
  let did = what(event, name);
  if (event.kind === "poll_start") did += `${lane.polls > 1 ? ` for the ${ordinal(lane.polls)} time` : ""}${reason(lane, name)}`;
  if (event.kind === "wake" && lane.woken) did += ", for another poll after this one";
  if (event.kind === "poll_end" && !event.ready) did = `ends its poll and ${standing(lane, name)}`;
  return `${name(event.task)} ${did}.`;
}

/**
 * Why a lane is polled.
 * @param {Lane} lane
 * @param {(id: number) => string} name
 */
function reason({ kind, parent, woken_by }, name) {
  // A branch has no turn of its own: whatever woke its task, all branches that are not done are polled.
  if (kind === "branch" && parent !== null) return `, as a branch of ${name(parent)}`;
  return woken_by === null ? "" : `: ${wakerName(woken_by, name)} woke it`;
}

/**
 * What a lane does after a poll.
 * @param {Lane} lane
 * @param {(id: number) => string} name
 */
export function standing(lane, name) {
  if (hasEnded(lane)) return "has ended";
  if (lane.state === "scheduled") return "goes back to the ready queue";
  const line = ` in line ${lane.line}`;
  switch (lane.waitsOn?.kind) {
    case "timer":
      return `sleeps until ${seconds(lane.waitsOn.until_ms)}${line}`;
    case "task":
      return `waits for ${name(lane.waitsOn.task)}${line}`;
    case "branches":
      return `waits for ${listed(lane.waitsOn.branches.map(name))}${line}`;
    default:
      return "waits for a channel or the browser";
  }
}

/** @param {number} count */
function ordinal(count) {
  const suffixes = { zero: "th", one: "st", two: "nd", few: "rd", many: "th", other: "th" };
  return `${count}${suffixes[new Intl.PluralRules("en", { type: "ordinal" }).select(count)]}`;
}

/**
 * @param {number | "timer" | "js"} by
 * @param {(id: number) => string} name
 */
function wakerName(by, name) {
  if (by === "timer") return "a timer";
  return by === "js" ? "the browser" : name(by);
}

/** @param {{ at_ms: number, due_ms: number }} fire */
function lateBy({ at_ms, due_ms }) {
  const late = at_ms - due_ms;
  return seconds(late) === seconds(0) ? "" : `, ${seconds(late)} late`;
}
