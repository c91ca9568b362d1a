// Where the time went by which a run took longer than its simulation.
//
// A run's length is explained by one chain of causes, its critical path: `main` ended
// in a poll, which began because something woke it, which had been asked for in an
// earlier poll, and so on back to the start. Each stretch of that chain is either a
// wait that was asked for, or time lost. What is lost is blocked time where a task
// blocked the loop then, poll time where one was polled, and late where a deadline
// had come and nothing ran. Timers beside the chain may be late, and cost nothing.
//
// The stretches fill the run without gap or overlap, so the account adds up. What is
// left over, `other`, is the rest: the executor's own time between two polls, workers
// and browser callbacks, and another path than the simulation took.

/** @import { ClockAccount, RunEvent, RunRecord, SleepEvent } from "../types.js" */

import { Sleeps } from "./lateness.js";

/** @typedef {{ late_ms: number, blocked_ms: number, polls_ms: number }} Lost */

/**
 * The difference between a run and its simulation, in four parts that add up to it.
 * @param {Pick<RunRecord, "events" | "elapsed_ms">} record
 * @param {Pick<RunRecord, "events" | "elapsed_ms">} simulated
 * @returns {ClockAccount}
 */
export function clockAccount(record, simulated) {
  const [real, ideal] = [lost(record), lost(simulated)];
  const difference_ms = record.elapsed_ms - simulated.elapsed_ms;
  const late_ms = real.late_ms - ideal.late_ms;
  const blocked_ms = real.blocked_ms - ideal.blocked_ms;
  const polls_ms = real.polls_ms - ideal.polls_ms;
  const other_ms = difference_ms - late_ms - blocked_ms - polls_ms;
  return { difference_ms, late_ms, blocked_ms, polls_ms, other_ms };
}

/**
 * What was lost on the critical path of a run.
 * @param {Pick<RunRecord, "events" | "elapsed_ms">} record
 * @returns {Lost}
 */
function lost({ events }) {
  const causes = new Causes(events);
  /** @type {Lost} */
  const sum = { late_ms: 0, blocked_ms: 0, polls_ms: 0 };

  /**
   * Books a stretch that was not asked for.
   * @param {number} from
   * @param {number} to
   * @param {boolean} overdue whether a deadline had come before it
   */
  const book = (from, to, overdue) => {
    const blocked = causes.blocked.within(from, to);
    const polled = causes.polled.within(from, to);
    sum.blocked_ms += blocked;
    // A poll contains what blocks in it.
    sum.polls_ms += Math.max(0, polled - blocked);
    if (overdue) sum.late_ms += Math.max(0, to - from - polled);
  };

  const ended = events.findLastIndex((event) => event.task === 0);
  /** Where the chain stands: a task at one of the events that happened while it was polled or dropped. */
  let [task, n] = [0, ended];
  while (n > 0) {
    const poll = causes.pollAt(task, n);
    const queued = causes.queuedBefore(task, poll ?? n);
    const wake = events[queued];
    // In its poll, and before that on the ready queue.
    book(wake.at_ms, events[n].at_ms, false);
    if (wake.kind === "spawn") {
      if (wake.parent === null) break;
      [task, n] = [causes.taskOf(wake.parent), queued];
      continue;
    }
    const timer = causes.timerOf(queued);
    if (timer) {
      book(Math.min(timer.due_ms, wake.at_ms), wake.at_ms, true);
      n = timer.sleep.n;
      continue;
    }
    const by = causes.wakerOf(queued);
    if (by !== null) {
      [task, n] = [by, queued];
      continue;
    }
    // The browser or a worker woke it: what it waited for since its last poll is not in the trace.
    const before = causes.pollEndBefore(task, queued);
    if (before === null) break;
    n = before;
  }
  return sum;
}

/** Why each poll came to be, from one pass over the events. */
class Causes {
  /** @param {readonly RunEvent[]} events */
  constructor(events) {
    this.events = events;
    /** The task under which each lane is polled. @type {number[]} */
    this.tasks = [];
    /** @type {Set<number>} */
    const workers = new Set();
    /** By task, the events that begin and end polls, in order. @type {number[][]} */
    this.polls = [];
    /** By task, the events that put it on the ready queue, in order. @type {number[][]} */
    this.queued = [];
    /** The deadline that each `fire` belongs to. @type {Map<number, SleepEvent>} */
    this.fired = new Map();
    /** @type {[number, number][]} */
    const blocked = [];
    /** @type {[number, number][]} */
    const polled = [];

    const sleeps = new Sleeps();
    for (const [n, event] of events.entries()) {
      const { task: lane, at_ms } = event;
      if (event.kind === "spawn") {
        const inside = event.task_kind === "branch" && event.parent !== null;
        this.tasks[lane] = inside ? this.taskOf(event.parent ?? lane) : lane;
        if (event.task_kind === "worker") workers.add(lane);
        this.polls[lane] = [];
        this.queued[lane] = [n];
      }
      if (workers.has(lane)) continue;
      const own = this.taskOf(lane) === lane;
      if (event.kind === "sleep") sleeps.set(event);
      if (event.kind === "cancel") sleeps.take(lane, event.due_ms);
      if (event.kind === "block") blocked.push([at_ms - event.ms, at_ms]);
      if (event.kind === "wake") this.queued[lane].push(n);
      if (event.kind === "fire") {
        const sleep = sleeps.take(lane, event.due_ms);
        if (sleep) this.fired.set(n, sleep);
      }
      if (own && event.kind === "poll_start") {
        this.polls[lane].push(n);
        polled.push([at_ms, at_ms]);
      }
      if (own && event.kind === "poll_end") {
        this.polls[lane].push(n);
        const poll = polled.at(-1);
        if (poll) poll[1] = at_ms;
      }
    }
    this.blocked = new Stretches(blocked);
    this.polled = new Stretches(polled);
  }

  /** @param {number} lane */
  taskOf(lane) {
    return this.tasks[lane] ?? lane;
  }

  /**
   * The event that began the poll in which event `n` of a task happened, unless it
   * happened while the task was dropped. What a task does right after its last poll,
   * such as waking its joiner, belongs to that poll.
   * @param {number} task
   * @param {number} n
   */
  pollAt(task, n) {
    const poll = last(this.polls[task] ?? [], n);
    if (poll === null) return null;
    const event = this.events[poll];
    if (event.kind === "poll_start") return poll;
    const over = event.kind === "poll_end" && (event.ready || poll === n);
    return over ? last(this.polls[task], poll - 1) : null;
  }

  /**
   * @param {number} task
   * @param {number} n
   */
  pollEndBefore(task, n) {
    const poll = last(this.polls[task] ?? [], n - 1);
    return poll !== null && this.events[poll].kind === "poll_end" ? poll : null;
  }

  /**
   * The spawn or wake that put a task on the ready queue for what it did at event `n`.
   * @param {number} task
   * @param {number} n
   */
  queuedBefore(task, n) {
    return last(this.queued[task], n - 1) ?? 0;
  }

  /**
   * The deadline behind a wake, and when it was asked for.
   * @param {number} wake
   */
  timerOf(wake) {
    const woken = this.events[wake];
    if (woken.kind !== "wake" || woken.by !== "timer") return null;
    // A timer that fires wakes its sleeper at once.
    const fire = this.events[wake - 1];
    const sleep = this.fired.get(wake - 1);
    if (fire?.kind !== "fire" || !sleep || this.taskOf(fire.task) !== woken.task) return null;
    return { due_ms: fire.due_ms, sleep };
  }

  /**
   * The task whose poll or drop made this wake, if it is recorded.
   * @param {number} wake
   */
  wakerOf(wake) {
    const woken = this.events[wake];
    if (woken.kind !== "wake" || typeof woken.by !== "number") return null;
    const by = this.taskOf(woken.by);
    return this.queued[by] && last(this.queued[by], wake - 1) !== null ? by : null;
  }
}

/** Stretches of time in order, none overlapping another. */
class Stretches {
  /** @param {[number, number][]} stretches */
  constructor(stretches) {
    this.stretches = stretches;
    /** How much time lies in the stretches before each one. */
    this.before = [0];
    for (const [from, to] of stretches) this.before.push((this.before.at(-1) ?? 0) + to - from);
  }

  /**
   * How much of the time between two moments lies in stretches.
   * @param {number} from
   * @param {number} to
   */
  within(from, to) {
    return to > from ? this.#until(to) - this.#until(from) : 0;
  }

  /** @param {number} at */
  #until(at) {
    const count = partition(this.stretches, ([from]) => from < at);
    const last = this.stretches[count - 1];
    return this.before[count] - (last ? Math.max(0, last[1] - at) : 0);
  }
}

/**
 * The last of ascending numbers that is at most `limit`.
 * @param {readonly number[]} ascending
 * @param {number} limit
 */
function last(ascending, limit) {
  return ascending[partition(ascending, (number) => number <= limit) - 1] ?? null;
}

/**
 * How many elements at the start of a list hold what no later one does.
 * @template T
 * @param {readonly T[]} list
 * @param {(element: T) => boolean} holds
 */
function partition(list, holds) {
  let [from, to] = [0, list.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (holds(list[middle])) from = middle + 1;
    else to = middle;
  }
  return from;
}
