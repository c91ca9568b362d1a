// The state of a run after its first n events, for any n, as fast backwards as forwards.
//
// Lanes are never changed, only replaced. So a checkpoint is no more than a copy of
// a few lists, and a state is a checkpoint plus the few events that follow it.

/** @import { Lane, OpenWait, Replay, RunEvent, State, Timer, WaitsOn } from "../types.js" */

/**
 * How many lanes and waits may be looked at between two checkpoints: few enough to fold
 * within a frame many times over. One event looks at all branches of a task, or at all
 * waits of a lane, so that counting events would not do.
 */
const CHECKPOINT = 1500;

/**
 * Called when a lane leaves a state.
 * @callback Left
 * @param {Lane} before the lane in the state that ends
 * @param {RunEvent} event the event that ends it
 * @returns {void}
 */

/** A state while events are added to it. */
export class Fold {
  /** @param {State} [state] where to begin; the start of the run if there is none */
  constructor(state) {
    this.n = state?.n ?? 0;
    /** @type {RunEvent | null} */
    this.event = state?.event ?? null;
    /** @type {number[]} */
    this.running = [...(state?.running ?? [])];
    /** @type {number[]} */
    this.ready = [...(state?.ready ?? [])];
    /** @type {Timer[]} */
    this.timers = [...(state?.timers ?? [])];
    /** @type {Lane[]} */
    this.lanes = [...(state?.lanes ?? [])];
    this.logged = state?.logged ?? 0;
    /** How many lanes and waits the events have looked at. */
    this.touched = 0;
    /** @type {Left | null} */
    this.left = null;
  }

  /** @returns {State} what stays as it is while this fold goes on */
  state() {
    return {
      n: this.n,
      at_ms: this.event?.at_ms ?? 0,
      event: this.event,
      running: [...this.running],
      ready: [...this.ready],
      timers: [...this.timers],
      lanes: [...this.lanes],
      logged: this.logged,
    };
  }

  /** @param {RunEvent} event */
  add(event) {
    this.event = event;
    this.#apply(event);
    this.n += 1;
  }

  /** @param {RunEvent} event */
  #apply(event) {
    const id = event.task;
    if (event.kind === "spawn") return this.#spawn(event);
    const lane = this.lanes[id];
    switch (event.kind) {
      case "poll_start":
        this.#leaveQueue(id);
        if (lane.kind !== "worker") this.running.push(id);
        this.#enter(lane, event, { state: "busy", woken: false, waitsOn: null, polls: lane.polls + 1 });
        break;
      case "poll_end":
        this.#stop(id);
        // A lane whose future is finished stays busy until its `complete` says so.
        if (!event.ready) this.#yield(lane, event);
        break;
      case "wake":
        if (lane.state === "busy") {
          this.#set(lane, { woken: true, woken_by: event.by });
        } else if (lane.state === "idle") {
          this.#enter(lane, event, { state: "scheduled", waitsOn: null, woken_by: event.by });
          this.#queue(lane);
        }
        this.#setBranches(id, event, "scheduled");
        break;
      case "sleep":
        this.#setTimer({ task: id, until_ms: event.until_ms, line: event.line });
        this.#wait(lane, { kind: "timer", until_ms: event.until_ms }, event.line);
        break;
      case "fire":
      case "cancel":
        this.#forget(id, event.due_ms);
        break;
      case "await":
        this.#wait(lane, { kind: "task", task: event.on }, event.line);
        break;
      case "log":
        this.logged += 1;
        this.#set(lane, { line: event.line });
        break;
      case "block":
      case "never_awaited":
        this.#set(lane, { line: event.line });
        break;
      case "lock_held":
      case "lock_wait":
      case "backlog":
        break;
      case "complete":
        this.#end(lane, event, "completed");
        break;
      case "abort":
        this.#end(lane, event, "aborted");
        break;
      case "panic":
        this.#end(lane, event, "panicked");
        break;
    }
  }

  /** @param {Extract<RunEvent, { kind: "spawn" }>} event */
  #spawn(event) {
    /** @type {Lane} */
    const lane = {
      id: event.task,
      name: event.name,
      kind: event.task_kind,
      parent: event.parent,
      state: "scheduled",
      since_ms: event.at_ms,
      since_n: this.n,
      spawned_ms: event.at_ms,
      busy_ms: 0,
      scheduled_ms: 0,
      idle_ms: 0,
      polls: 0,
      first_line: event.line,
      line: event.line,
      waitsOn: null,
      woken_by: null,
      woken: false,
      branches: [],
      waits: [],
    };
    this.lanes[lane.id] = lane;
    this.#queue(lane);
    const parent = lane.parent === null ? undefined : this.lanes[lane.parent];
    if (parent) {
      // Whoever spawns stands on the line of the spawn.
      const branches = lane.kind === "branch" ? [...parent.branches, lane.id] : parent.branches;
      this.#set(parent, { line: event.line, branches });
    }
  }

  /**
   * A poll ends without a result: the lane waits, or was woken meanwhile.
   * @param {Lane} lane
   * @param {RunEvent} event
   */
  #yield(lane, event) {
    if (lane.woken) {
      this.#enter(lane, event, { state: "scheduled", woken: false });
      this.#queue(lane);
      this.#setBranches(lane.id, event, "scheduled");
    } else {
      this.#enter(lane, event, { state: "idle", waitsOn: this.#waitsOn(lane) });
      this.#setBranches(lane.id, event, "idle");
    }
  }

  /**
   * Waking a task is the only wake that its branches get, and a poll of it the only
   * chance of theirs: a branch that was not polled in it goes on waiting.
   * @param {number} id
   * @param {RunEvent} event
   * @param {"scheduled" | "idle"} state
   */
  #setBranches(id, event, state) {
    for (const branch of this.lanes[id].branches) {
      const lane = this.lanes[branch];
      if (lane.state === "idle" && state === "scheduled") {
        this.#enter(lane, event, { state, waitsOn: null });
      } else if (lane.state === "scheduled" && state === "idle") {
        this.#enter(lane, event, { state, waitsOn: this.#waitsOn(lane) });
      }
      this.#setBranches(branch, event, state);
    }
  }

  /**
   * @param {Lane} lane
   * @param {RunEvent} event
   * @param {"completed" | "aborted" | "panicked"} state
   */
  #end(lane, event, state) {
    this.#stop(lane.id);
    this.#leaveQueue(lane.id);
    for (const wait of lane.waits) if (wait.kind === "timer") this.#takeTimer(lane.id, wait.until_ms);
    this.#enter(lane, event, { state, woken: false, waitsOn: null, waits: [] });
    const parent = lane.parent === null ? undefined : this.lanes[lane.parent];
    if (parent?.branches.includes(lane.id)) {
      this.#set(parent, { branches: parent.branches.filter((branch) => branch !== lane.id) });
    }
  }

  /** @param {Timer} timer */
  #setTimer(timer) {
    // Equal deadlines fire in the order in which they were set.
    this.timers.splice(this.#timersUntil((until_ms) => until_ms <= timer.until_ms), 0, timer);
  }

  /**
   * Takes a deadline out of those that are set; says whether it was.
   * @param {number} task
   * @param {number} due_ms
   */
  #takeTimer(task, due_ms) {
    const isIt = (/** @type {Timer} */ timer) => timer.task === task && timer.until_ms === due_ms;
    let at = this.#timersUntil((until_ms) => until_ms < due_ms);
    while (this.timers[at]?.until_ms === due_ms && !isIt(this.timers[at])) at += 1;
    const isSet = at < this.timers.length && isIt(this.timers[at]);
    if (isSet) this.timers.splice(at, 1);
    return isSet;
  }

  /**
   * How many deadlines at the front are as `holds` says, which no later one is.
   * @param {(until_ms: number) => boolean} holds
   */
  #timersUntil(holds) {
    let [from, to] = [0, this.timers.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (holds(this.timers[middle].until_ms)) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  /**
   * A deadline came, or was taken back.
   * @param {number} task
   * @param {number} due_ms
   */
  #forget(task, due_ms) {
    if (!this.#takeTimer(task, due_ms)) return;
    const lane = this.lanes[task];
    const over = lane.waits.findIndex((wait) => wait.kind === "timer" && wait.until_ms === due_ms);
    this.#set(lane, { waits: lane.waits.filter((_, index) => index !== over) });
  }

  /**
   * @param {Lane} lane
   * @param {OpenWait} wait
   * @param {number} line
   */
  #wait(lane, wait, line) {
    // Waits for what has ended are over; forgetting them here keeps the list short.
    const open = lane.waits.filter((wait) => this.#isOpen(wait));
    this.#set(lane, { line, waits: [...open, wait] });
  }

  /** @param {OpenWait} wait */
  #isOpen(wait) {
    return wait.kind === "timer" || !hasEnded(this.lanes[wait.task]);
  }

  /**
   * @param {Lane} lane
   * @returns {WaitsOn}
   */
  #waitsOn(lane) {
    if (lane.branches.length > 0) return { kind: "branches", branches: lane.branches };
    const open = lane.waits.filter((wait) => this.#isOpen(wait));
    const newest = open.at(-1);
    if (newest?.kind !== "timer") return newest ?? { kind: "other" };
    // Of several timers, such as a `timeout` around a `sleep`, the earliest is the one that wakes it.
    const timers = open.filter((wait) => wait.kind === "timer");
    return timers.reduce((earliest, timer) => (timer.until_ms < earliest.until_ms ? timer : earliest));
  }

  /** @param {Lane} lane */
  #queue(lane) {
    if (lane.kind === "main" || lane.kind === "task") this.ready.push(lane.id);
  }

  /** @param {number} id */
  #leaveQueue(id) {
    const at = this.ready.indexOf(id);
    if (at === 0) this.ready.shift();
    else if (at > 0) this.ready.splice(at, 1);
  }

  /** @param {number} id */
  #stop(id) {
    const at = this.running.lastIndexOf(id);
    if (at !== -1) this.running.splice(at, 1);
  }

  /**
   * @param {Lane} lane
   * @param {RunEvent} event
   * @param {Partial<Lane>} change the new state, and what changes with it
   */
  #enter(lane, event, change) {
    this.left?.(lane, event);
    this.#set(lane, { ...spent(lane, event.at_ms), since_ms: event.at_ms, since_n: this.n, ...change });
  }

  /**
   * @param {Lane} lane
   * @param {Partial<Lane>} change
   */
  #set(lane, change) {
    this.touched += 1 + lane.waits.length;
    this.lanes[lane.id] = { ...lane, ...change };
  }
}

/**
 * @param {Lane} lane
 * @returns {boolean} whether nothing may happen to it any more
 */
export function hasEnded(lane) {
  return lane.state === "completed" || lane.state === "aborted" || lane.state === "panicked";
}

/**
 * What a lane has spent in its state until a moment, added to what it had before: its
 * busy, scheduled and idle times make up its life.
 * @param {Lane} lane
 * @param {number} at_ms
 * @returns {Partial<Lane>}
 */
export function spent(lane, at_ms) {
  const ms = at_ms - lane.since_ms;
  switch (lane.state) {
    case "busy":
      return { busy_ms: lane.busy_ms + ms };
    case "scheduled":
      return { scheduled_ms: lane.scheduled_ms + ms };
    case "idle":
      return { idle_ms: lane.idle_ms + ms };
    default:
      return {};
  }
}

/**
 * The state after the first `n` events, from scratch.
 * @param {readonly RunEvent[]} events
 * @param {number} n
 * @returns {State}
 */
export function fold(events, n) {
  const fold = new Fold();
  for (let i = 0; i < n; i++) fold.add(events[i]);
  return fold.state();
}

/**
 * The state at any event. A record may grow while its run goes on.
 * @param {{ events: readonly RunEvent[] }} record
 * @returns {Replay}
 */
export function createReplay(record) {
  /** @type {RunEvent[]} */
  const events = [];
  const tip = new Fold();
  /** States on the way, in order. */
  const checkpoints = [tip.state()];
  let due = CHECKPOINT;
  /** The last answer: views ask for the same state one after another. */
  let last = checkpoints[0];

  /** @param {readonly RunEvent[]} more */
  const append = (more) => {
    for (const event of more) {
      events.push(event);
      tip.add(event);
      if (tip.touched < due) continue;
      checkpoints.push(tip.state());
      // A checkpoint copies the list of lanes: with many, they stand farther apart.
      due = tip.touched + CHECKPOINT + tip.lanes.length;
    }
  };

  /** @param {number} n */
  const before = (n) => {
    let [from, to] = [0, checkpoints.length];
    while (to - from > 1) {
      const middle = (from + to) >> 1;
      if (checkpoints[middle].n <= n) from = middle;
      else to = middle;
    }
    return checkpoints[from];
  };

  /** @param {number} n */
  const at = (n) => {
    if (!Number.isInteger(n) || n < 0 || n > events.length) {
      throw new RangeError(`there is no state after ${n} events: this run has ${events.length}`);
    }
    if (n === last.n) return last;
    if (n === tip.n) return (last = tip.state());
    const fold = new Fold(before(n));
    for (let i = fold.n; i < n; i++) fold.add(events[i]);
    last = fold.state();
    return last;
  };

  append(record.events);
  return {
    get length() {
      return events.length;
    },
    at,
    append,
  };
}

/**
 * The source line that the event at the cursor speaks about: its own, or the one on which its lane stands.
 * @param {State} state
 */
export function lineAt({ event, lanes }) {
  if (!event) return undefined;
  return "line" in event ? event.line : lanes[event.task].line;
}
