// A run in words: each sentence is made from the trace, with the times of this run.

import { Fold, fold, hasEnded } from "./replay.js";
import { shortNames } from "./names.js";

/** @import { Lane, LogLine, RunEvent, RunRecord, State } from "../types.js" */

/** @typedef {Pick<RunRecord, "events" | "tasks">} Run what the sentences are made from */

/**
 * A time as everywhere on the page: `1.001 s`.
 * @param {number} ms
 * @returns {string}
 */
export function seconds(ms) {
  return `${(ms / 1000).toFixed(3)} s`;
}

/**
 * The time between two moments: `+1.001 s`.
 * @param {number} ms
 * @returns {string}
 */
export function gap(ms) {
  return `+${seconds(ms)}`;
}

/**
 * The first place where two lists of lines part.
 * @param {readonly string[]} predicted
 * @param {readonly string[]} actual
 * @returns {{ index: number, predicted: string | undefined, actual: string | undefined } | null} null if they are equal
 */
export function firstDifference(predicted, actual) {
  const length = Math.max(predicted.length, actual.length);
  for (let index = 0; index < length; index++) {
    if (predicted[index] !== actual[index]) {
      return { index, predicted: predicted[index], actual: actual[index] };
    }
  }
  return null;
}

/**
 * Where a prediction and a run part, and why.
 * @param {RunRecord} record
 * @param {readonly string[]} predicted the lines of the log, in the order that was expected
 * @returns {{ index: number, predicted: string | undefined, actual: string | undefined, why: string } | null} null if the prediction was right
 */
export function explainDifference(record, predicted) {
  const { log } = record;
  const difference = firstDifference(predicted, log.map((line) => line.text));
  if (!difference) return null;
  const { index } = difference;
  const expected = difference.predicted;
  const printed = log[index];
  // Up to here both agree: an equal line that is still to come stands behind.
  const later = log.slice(index).find((line) => line.text === expected);
  /** @type {string} */
  let why;
  if (expected === undefined) why = `“${printed.text}” was printed as well, at ${seconds(printed.at_ms)}.`;
  else if (!later) why = `“${expected}” was not printed${index === log.length ? "" : " here or later"}.`;
  else why = whyBefore(record, printed, later);
  return { ...difference, why };
}

/**
 * Why one line of the log was printed before another.
 * @param {Run} record
 * @param {LogLine} a
 * @param {LogLine} b
 * @returns {string}
 */
export function whyBefore(record, a, b) {
  const { events, tasks } = record;
  const [first, second] = a.n <= b.n ? [a, b] : [b, a];
  const names = shortNames(tasks);
  const name = (/** @type {number} */ id) => names.get(id) ?? `task ${id}`;
  const [early, late] = [name(first.task), name(second.task)];

  /** The event that got a lane to print a line: its deadline, a wake or its spawn. */
  const start = (/** @type {LogLine} */ line) => startOf(events, tasks, line);

  if (first.task === second.task) {
    const between = events.slice(first.n, second.n).filter((event) => event.task === first.task);
    const slept = between.findLast((event) => event.kind === "sleep");
    if (slept?.kind === "sleep") {
      return `${early} prints both lines, this one first; in between it slept until ${seconds(slept.until_ms)}.`;
    }
    return `${early} prints both lines, one after the other.`;
  }

  const lane = fold(events, first.n).lanes[second.task];
  if (!lane) {
    const spawn = events.find((event) => event.kind === "spawn" && event.task === second.task);
    return `When ${early} printed at ${seconds(first.at_ms)}, ${late} did not exist yet: it was spawned at ${seconds(spawn?.at_ms ?? second.at_ms)}.`;
  }

  if (lane.branches.length > 0) {
    const ends = events.slice(first.n, second.n).filter((event) => isEnd(event) && lane.branches.includes(event.task));
    const last = ends.at(-1);
    if (last) {
      return `${late} goes on when its branches have ended: ${name(last.task)}, the last of them, ended at ${seconds(last.at_ms)}.`;
    }
  }
  if (lane.state === "busy") {
    return `${late} was being polled when ${early} printed, and came to its own line later, at ${seconds(second.at_ms)}.`;
  }
  if (lane.polls === 0) {
    const sibling = lane.kind === "branch" && tasks[first.task]?.parent === lane.parent && tasks[first.task].kind === "branch";
    const order = sibling
      ? `${name(lane.parent ?? 0)} polls its branches one after the other, and ${early} had its turn first`
      : `it stood on the ready queue`;
    return `When ${early} printed at ${seconds(first.at_ms)}, ${late} had not been polled yet: ${order}.`;
  }

  const [woken, wokenLater] = [start(first), start(second)];
  if (lane.waitsOn?.kind === "timer" && lane.waitsOn.until_ms <= first.at_ms) {
    const due = lane.waitsOn.until_ms;
    const block = events.findLast(
      (event) => event.kind === "block" && event.n < wokenLater.n && event.at_ms - event.ms <= due && event.at_ms >= due,
    );
    return block
      ? `${late} was due at ${seconds(due)}, but the loop was blocked by ${name(block.task)} until ${seconds(block.at_ms)}.`
      : `${late} was due at ${seconds(due)}, but its timer fired only at ${seconds(wokenLater.at_ms)}.`;
  }
  if (lane.waitsOn?.kind === "task") {
    const on = lane.waitsOn.task;
    const end = events.find((event) => isEnd(event) && event.task === on);
    if (end && end.n < second.n) {
      return `${late} waited for ${name(on)}, which ended at ${seconds(end.at_ms)}; ${early} had printed at ${seconds(first.at_ms)}.`;
    }
  }
  if (seconds(woken.at_ms) !== seconds(wokenLater.at_ms)) {
    return woken.kind === "spawn"
      ? `${early} was ready from its spawn at ${seconds(woken.at_ms)}, ${late} was not woken before ${seconds(wokenLater.at_ms)}.`
      : `${early} was woken at ${seconds(woken.at_ms)}, ${late} not before ${seconds(wokenLater.at_ms)}.`;
  }
  const both = `Both were ready at ${seconds(woken.at_ms)}, and ${early} had its turn first`;
  if (woken.kind === "fire" && wokenLater.kind === "fire" && woken.n < wokenLater.n) {
    return woken.due_ms < wokenLater.due_ms
      ? `${both}: its deadline came first.`
      : `${both}: equal deadlines fire in the order in which they were set.`;
  }
  return woken.n < wokenLater.n ? `${both}: the ready queue is first in, first out.` : `${both}.`;
}

/**
 * The event without which a lane would not have printed a line when it did.
 * @param {readonly RunEvent[]} events
 * @param {RunRecord["tasks"]} tasks
 * @param {LogLine} line
 */
function startOf(events, tasks, { task, n }) {
  const starts = ["fire", "wake", "spawn"];
  const isStart = (/** @type {RunEvent} */ event, /** @type {number} */ lane) =>
    event.task === lane && starts.includes(event.kind);
  // A timer wakes its sleeper at once: the deadline tells more than the wake.
  let found = events.findLastIndex((event) => event.n < n && isStart(event, task));
  if (events[found].kind === "wake" && events[found - 1]?.kind === "fire" && events[found - 1].task === task) {
    found -= 1;
  }
  if (tasks[task].kind !== "branch" || events[found].kind === "fire") return events[found];
  // A branch is woken through its task; before its task's next wake it has its first poll.
  let root = task;
  while (tasks[root].kind === "branch") root = tasks[root].parent ?? 0;
  const polledSince = events.slice(found, n).filter((event) => event.kind === "poll_start" && event.task === task);
  if (polledSince.length < 2) return events[found];
  return events.findLast((event) => event.n < n && isStart(event, root)) ?? events[found];
}

/** @param {RunEvent} event */
function isEnd(event) {
  return event.kind === "complete" || event.kind === "abort" || event.kind === "panic";
}

/**
 * One sentence about the whole run, and one more if its times are not to be trusted.
 * @param {RunRecord} record
 * @returns {string}
 */
export function describe(record) {
  const { scenario, clock, elapsed_ms, waits_ms, outcome, error, log, hidden_ms, sampled, speed } = record;
  const where = clock === "browser" ? "in the browser" : "on the simulated clock";
  const pace = speed === 1 ? "" : ` at speed ${speed}`;
  const time = seconds(elapsed_ms);
  const ended = {
    completed: `${scenario} ran for ${time} ${where}${pace}`,
    running: `${scenario} has run for ${time} ${where}${pace}`,
    stopped: `${scenario} was stopped after ${time} ${where}${pace}`,
    failed: `${scenario} failed after ${time} ${where}${pace}${error ? ` (${error})` : ""}`,
  }[outcome];
  const tasks = counted(sampled.tasks_total, "lane");
  const lines = counted(log.length, "line");
  const waits = waits_ms > 0 ? `, and its waits add up to ${seconds(waits_ms)}` : "";
  const hidden =
    hidden_ms > 0 ? ` The page was hidden for ${seconds(hidden_ms)} of it, so its times are not to be trusted.` : "";
  return `${ended}; it had ${tasks} and printed ${lines}${waits}.${hidden}`;
}

/**
 * How many of something: `1 line`, `10,000 lines`.
 * @param {number} count
 * @param {string} noun
 */
export function counted(count, noun) {
  return `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
}

/**
 * The run as a table: one row for each event, in order.
 * @param {Run} record
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
function what(event, name) {
  switch (event.kind) {
    case "spawn":
      return event.parent === null ? "is started" : `is spawned by ${name(event.parent)} as a ${event.task_kind}`;
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
      return `takes its timer for ${seconds(event.due_ms)} back`;
    case "await":
      return `waits for ${name(event.on)}`;
    case "log":
      return `prints “${event.text}”`;
    case "block":
      return `has blocked the thread for ${seconds(event.ms)}`;
    case "never_awaited":
      return `drops a ${event.what} that was never awaited`;
    case "complete":
      return "completes";
    case "abort":
      return "is aborted";
    case "panic":
      return `panics: ${event.message}`;
  }
}

/**
 * What has just happened at a cursor: `A is polled for the 2nd time.`
 * @param {State} state
 * @param {(id: number) => string} name
 * @returns {string}
 */
export function latest({ event, lanes }, name) {
  if (!event) return "Nothing has happened yet.";
  const lane = lanes[event.task];
  let did = what(event, name);
  if (event.kind === "poll_start" && lane.polls > 1) did += ` for the ${ordinal(lane.polls)} time`;
  if (event.kind === "wake" && lane.woken) did += ", for another poll after this one";
  if (event.kind === "poll_end" && !event.ready) did = `ends its poll and ${standing(lane, name)}`;
  return `${name(event.task)} ${did}.`;
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

/**
 * The run as sentences, in order: what one lane does without another between is one
 * sentence. What a screen reader is given, what is printed and what is copied.
 * @param {Run} record
 * @returns {string[]}
 */
export function sentences(record) {
  const names = shortNames(record.tasks);
  const name = (/** @type {number} */ id) => names.get(id) ?? `task ${id}`;
  const fold = new Fold();
  /** @type {string[]} */
  const all = [];
  /** @type {{ task: number, at_ms: number, did: string[] } | null} */
  let current = null;
  const flush = () => {
    if (current && current.did.length > 0) {
      all.push(`${seconds(current.at_ms)}: ${name(current.task)} ${listed(current.did)}.`);
    }
    current = null;
  };
  /**
   * @param {number} task
   * @param {number} at_ms
   * @param {string} did
   */
  const say = (task, at_ms, did) => {
    // A sentence has one time: what happens visibly later is another one.
    if (current?.task !== task || seconds(current.at_ms) !== seconds(at_ms)) flush();
    current ??= { task, at_ms, did: [] };
    current.did.push(did);
  };

  for (const event of record.events) {
    fold.add(event);
    const { task, at_ms } = event;
    const line = "line" in event ? ` in line ${event.line}` : "";
    switch (event.kind) {
      case "spawn":
        if (event.parent === null) say(task, at_ms, "starts");
        else say(event.parent, at_ms, `spawns ${name(task)} as a ${event.task_kind}${line}`);
        break;
      case "poll_start":
        if (fold.lanes[task].kind === "worker") say(task, at_ms, "begins on a thread of its own");
        // The first poll of `main` is its start.
        else if (task !== 0 || fold.lanes[task].polls > 1) say(task, at_ms, "is polled");
        break;
      case "poll_end":
        if (!event.ready) say(task, at_ms, standing(fold.lanes[task], name));
        break;
      case "sleep":
      case "await":
        // The end of the poll says what the lane waits for.
        break;
      default:
        say(task, at_ms, what(event, name) + line);
    }
  }
  flush();
  return all;
}

/**
 * What a lane does after a poll.
 * @param {Lane} lane
 * @param {(id: number) => string} name
 */
function standing(lane, name) {
  if (hasEnded(lane)) return "has ended";
  if (lane.state === "scheduled") return "goes back on the ready queue";
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

/** How long a list can be that somebody reads. */
const LISTED = 12;

/** @param {readonly string[]} items */
function listed(items) {
  if (items.length > LISTED) {
    const more = items.length - LISTED + 1;
    return `${items.slice(0, LISTED - 1).join(", ")} and ${more.toLocaleString("en")} more`;
  }
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}
