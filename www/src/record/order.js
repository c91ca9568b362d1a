// Why lines were printed in the order in which they were: made from the trace, with the times of this run.

import { seconds } from "./figures.js";
import { shortNames } from "./names.js";
import { fold } from "./replay.js";

/** @import { LogLine, RunEvent, RunRecord } from "../types.js" */

/** @typedef {Pick<RunRecord, "events" | "tasks">} Run what reasons are made from */

const FIRST = "Whose wait ends first?";

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
 * Why one line of the log was printed before another.
 * @param {Run} record
 * @param {LogLine} a
 * @param {LogLine} b
 */
export function whyBefore(record, a, b) {
  return before(record, a, b).why;
}

/**
 * Why one line of the log was printed before another, and what to ask oneself to find out.
 * @param {Run} record
 * @param {LogLine} a
 * @param {LogLine} b
 * @returns {{ why: string, ask: string }} `ask` names no line and no task: it gives nothing away
 */
export function before(record, a, b) {
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
    const ask = "The same code prints both: in which order does it come to them?";
    if (slept?.kind === "sleep") {
      return { ask, why: `${early} prints both lines, this one first; in between it slept until ${seconds(slept.until_ms)}.` };
    }
    return { ask, why: `${early} prints both lines, one after the other.` };
  }

  const lane = fold(events, first.n).lanes[second.task];
  if (!lane) {
    const spawn = events.find((event) => event.kind === "spawn" && event.task === second.task);
    return {
      ask: "Who exists by then?",
      why: `When ${early} printed at ${seconds(first.at_ms)}, ${late} did not exist yet: it was spawned at ${seconds(spawn?.at_ms ?? second.at_ms)}.`,
    };
  }

  if (lane.branches.length > 0) {
    const ends = events.slice(first.n, second.n).filter((event) => isEnd(event) && lane.branches.includes(event.task));
    const last = ends.at(-1);
    if (last) {
      return {
        ask: "Who has to wait until others have ended?",
        why: `${late} continues when its branches have ended: ${name(last.task)}, the last of them, ended at ${seconds(last.at_ms)}.`,
      };
    }
  }
  if (lane.state === "busy") {
    return {
      ask: "Who comes to its line first?",
      why: `${late} was being polled when ${early} printed, and came to its own line later, at ${seconds(second.at_ms)}.`,
    };
  }
  if (lane.polls === 0) {
    const sibling = lane.kind === "branch" && tasks[first.task]?.parent === lane.parent && tasks[first.task].kind === "branch";
    const order = sibling
      ? `${name(lane.parent ?? 0)} polls its branches one after the other, and ${early} had its turn first`
      : `it stood on the ready queue`;
    return {
      ask: "In which order do they get their first turn?",
      why: `When ${early} printed at ${seconds(first.at_ms)}, ${late} had not been polled yet: ${order}.`,
    };
  }

  const [woken, wokenLater] = [start(first), start(second)];
  if (lane.waitsOn?.kind === "timer" && lane.waitsOn.until_ms <= first.at_ms) {
    const due = lane.waitsOn.until_ms;
    const block = events.findLast(
      (event) => event.kind === "block" && event.n < wokenLater.n && event.at_ms - event.ms <= due && event.at_ms >= due,
    );
    return block
      ? {
          ask: "Can anybody run while the loop is blocked?",
          why: `${late} was due at ${seconds(due)}, but the loop was blocked by ${name(block.task)} until ${seconds(block.at_ms)}.`,
        }
      : { ask: FIRST, why: `${late} was due at ${seconds(due)}, but its timer fired only at ${seconds(wokenLater.at_ms)}.` };
  }
  if (lane.waitsOn?.kind === "task") {
    const on = lane.waitsOn.task;
    const end = events.find((event) => isEnd(event) && event.task === on);
    if (end && end.n < second.n) {
      return {
        ask: "Who has to wait until others have ended?",
        why: `${late} waited for ${name(on)}, which ended at ${seconds(end.at_ms)}; ${early} had printed at ${seconds(first.at_ms)}.`,
      };
    }
  }
  if (seconds(woken.at_ms) !== seconds(wokenLater.at_ms)) {
    return {
      ask: FIRST,
      why:
        woken.kind === "spawn"
          ? `${early} was ready from its spawn at ${seconds(woken.at_ms)}, ${late} was not woken before ${seconds(wokenLater.at_ms)}.`
          : `${early} was woken at ${seconds(woken.at_ms)}, ${late} not before ${seconds(wokenLater.at_ms)}.`,
    };
  }
  const both = `Both were ready at ${seconds(woken.at_ms)}, and ${early} had its turn first`;
  if (woken.kind === "fire" && wokenLater.kind === "fire" && woken.n < wokenLater.n) {
    return woken.due_ms < wokenLater.due_ms
      ? { ask: FIRST, why: `${both}: its deadline came first.` }
      : { ask: "Two waits end at once: which of them began first?", why: `${both}: equal deadlines fire in the order in which they were set.` };
  }
  const ask = "Two are ready at once: who was on the ready queue first?";
  return { ask, why: woken.n < wokenLater.n ? `${both}: the ready queue is first in, first out.` : `${both}.` };
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
