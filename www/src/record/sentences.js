// A run in sentences, for who reads, hears or prints it.

import { counted, listed, seconds } from "./figures.js";
import { standing, what } from "./happening.js";
import { shortNames } from "./names.js";
import { Fold } from "./replay.js";

/** @import { RunRecord } from "../types.js" */

/** How much one sentence tells: a longer list would be cut short. */
const MOST = 8;

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
  // What a worker waits for in the browser, only its simulation tells.
  const isWhole = clock === "simulated" || record.tasks.every(({ kind }) => kind !== "worker");
  const waits = isWhole && waits_ms > 0 ? `, and its waits add up to ${seconds(waits_ms)}` : "";
  const hidden =
    hidden_ms > 0 ? ` The page was hidden for ${seconds(hidden_ms)} of it, so its times are not to be trusted.` : "";
  return `${ended}; it had ${tasks} and printed ${lines}${waits}.${hidden}`;
}

/**
 * The run as sentences, in order: what one lane does without another between is one
 * sentence. What a screen reader is given, what is printed and what is copied.
 * @param {Pick<RunRecord, "events" | "tasks">} record
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
    if (current?.task !== task || seconds(current.at_ms) !== seconds(at_ms) || current.did.length === MOST) flush();
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
        else if (event.task_kind === "branch") say(event.parent, at_ms, `makes ${name(task)} a branch${line}`);
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
