// Whether a value from outside is a RunRecord that the views can trust.

/** @import { RunRecord } from "../types.js" */

const VERSION = 1;

/** What a record may hold at most: above what a run of the page records, and still shown without freezing it. */
export const LIMITS = { events: 500_000, tasks: 10_000, text: 10_000 };

/** Times are whole nanoseconds in floats of milliseconds: sums of them may be off by less than this. */
const ROUNDING_MS = 1e-5;

/**
 * Gives back the value as what it is, or throws an `Error` that names what is wrong with it.
 * @param {unknown} value
 * @returns {RunRecord}
 */
export function checkRecord(value) {
  const record = fields(value, "this record", {});
  if (!("version" in record)) throw new Error("this is no record of a run: it has no version");
  if (record.version !== VERSION) {
    throw new Error(`this record is of version ${show(record.version)}; this page reads version ${VERSION}`);
  }
  fields(value, "this record", {
    scenario: string,
    params: parameters,
    speed: positive,
    clock: oneOf("browser", "simulated"),
    outcome: oneOf("completed", "stopped", "failed"),
    error: optional(string),
    elapsed_ms: time,
    hidden_ms: time,
    waits_ms: time,
    tasks: listOf(LIMITS.tasks, task),
    log: listOf(LIMITS.events, logLine),
    events: listOf(LIMITS.events, event),
    diagnoses: listOf(LIMITS.events, diagnosis),
    sampled: (sampled, path) => fields(sampled, path, { tasks_total: count, tasks_recorded: count }),
    memory: (memory, path) =>
      fields(memory, path, { bytes_per_task: optional(time), bytes_per_worker: optional(time) }),
  });
  const typed = /** @type {RunRecord} */ (value);
  checkOrder(typed);
  checkAgreement(typed);
  return typed;
}

/**
 * A check of one value; throws if it fails.
 * @callback Check
 * @param {unknown} value
 * @param {string} path where the value stands, for the error
 * @returns {unknown}
 */

/**
 * @param {unknown} value
 * @param {string} path
 * @param {Record<string, Check>} checks
 * @returns {Record<string, unknown>}
 */
function fields(value, path, checks) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) refuse(path, value, "an object");
  const object = /** @type {Record<string, unknown>} */ (value);
  for (const [name, check] of Object.entries(checks)) {
    check(Object.hasOwn(object, name) ? object[name] : undefined, path === "this record" ? name : `${path}.${name}`);
  }
  return object;
}

/**
 * @param {number} limit
 * @param {Check} check
 * @returns {Check}
 */
function listOf(limit, check) {
  return (value, path) => {
    if (!Array.isArray(value)) return refuse(path, value, "a list");
    if (value.length > limit) {
      throw new Error(`${path} has ${value.length} entries; at most ${limit} are allowed`);
    }
    value.forEach((element, index) => check(element, `${path}[${index}]`));
  };
}

/** @type {Check} */
const string = (value, path) => {
  if (typeof value !== "string") return refuse(path, value, "a text");
  if (value.length > LIMITS.text) {
    throw new Error(`${path} has ${value.length} characters; at most ${LIMITS.text} are allowed`);
  }
};

/** @type {Check} */
const time = (value, path) => {
  if (!Number.isFinite(value) || /** @type {number} */ (value) < 0) refuse(path, value, "a number, 0 or more");
};

/** @type {Check} */
const positive = (value, path) => {
  if (!Number.isFinite(value) || /** @type {number} */ (value) <= 0) refuse(path, value, "a number above 0");
};

/** @type {Check} */
const count = (value, path) => {
  if (!Number.isSafeInteger(value) || /** @type {number} */ (value) < 0) {
    refuse(path, value, "a whole number, 0 or more");
  }
};

/** @type {Check} */
const flag = (value, path) => {
  if (typeof value !== "boolean") refuse(path, value, "true or false");
};

/** @type {Check} */
const parameters = (value, path) => {
  for (const [name, parameter] of Object.entries(fields(value, path, {}))) {
    if (typeof parameter === "string") string(parameter, `${path}.${name}`);
    else if (!Number.isFinite(parameter)) refuse(`${path}.${name}`, parameter, "a number or a text");
  }
};

/** @type {Check} */
const waker = (value, path) => {
  if (value !== "timer" && value !== "js") {
    if (typeof value !== "number") return refuse(path, value, `the id of a task, "timer" or "js"`);
    count(value, path);
  }
};

/**
 * @param {...string} allowed
 * @returns {Check}
 */
function oneOf(...allowed) {
  return (value, path) => {
    if (!allowed.includes(/** @type {string} */ (value))) {
      refuse(path, value, allowed.map((name) => JSON.stringify(name)).join(" or "));
    }
  };
}

/**
 * @param {Check} check
 * @returns {Check}
 */
function optional(check) {
  return (value, path) => value === undefined || check(value, path);
}

/**
 * @param {Check} check
 * @returns {Check}
 */
function orNull(check) {
  return (value, path) => value === null || check(value, path);
}

const laneKind = oneOf("main", "task", "branch", "worker");

/** @type {Check} */
const task = (value, path) =>
  fields(value, path, {
    id: count,
    name: string,
    kind: laneKind,
    parent: orNull(count),
    state: oneOf("scheduled", "busy", "idle", "completed", "aborted", "panicked"),
    polls: count,
    busy_ms: time,
    scheduled_ms: time,
    idle_ms: time,
    spawned_ms: time,
    ended_ms: orNull(time),
    line: count,
  });

/** @type {Check} */
const logLine = (value, path) =>
  fields(value, path, { n: count, at_ms: time, task: count, text: string, line: count });

/** @type {Check} */
const diagnosis = (value, path) =>
  fields(value, path, { code: string, message: string, task: count, at_ms: time });

/** What each kind of event has beside its number, time and task. @type {Record<string, Record<string, Check>>} */
const EVENTS = {
  spawn: { parent: orNull(count), name: string, task_kind: laneKind, line: count },
  poll_start: {},
  poll_end: { ready: flag },
  wake: { by: waker },
  sleep: { until_ms: time, line: count },
  fire: { due_ms: time },
  cancel: { due_ms: time },
  await: { on: count, line: count },
  log: { text: string, line: count },
  block: { ms: time, line: count },
  never_awaited: { what: string, line: count },
  complete: {},
  abort: {},
  panic: { message: string },
};

const eventKind = oneOf(...Object.keys(EVENTS));

/** @type {Check} */
const event = (value, path) => {
  const { kind } = fields(value, path, { n: count, at_ms: time, task: count, kind: eventKind });
  fields(value, path, EVENTS[/** @type {string} */ (kind)]);
};

/**
 * @param {string} path
 * @param {unknown} value
 * @param {string} allowed
 * @returns {never}
 */
function refuse(path, value, allowed) {
  throw new Error(value === undefined ? `${path} is missing` : `${path} is ${show(value)}; it must be ${allowed}`);
}

/** @param {unknown} value */
function show(value) {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

/**
 * Where a lane is in its life. `woken` and `finished` are parts of being busy:
 * woken while polled, and after the poll that was the last.
 * @typedef {"scheduled" | "busy" | "woken" | "idle" | "finished" | "ended"} Stage
 */

/**
 * What may happen to a lane at a stage, and the stage after it: the table of
 * `State::after` in `src/trace.rs`. What is not in it changes no stage, or is impossible.
 * @type {Record<Exclude<Stage, "ended">, Partial<Record<string, Stage>>>}
 */
const STAGES = {
  // A destructor may panic while its task is dropped.
  scheduled: { poll_start: "busy", abort: "ended", panic: "ended" },
  busy: { wake: "woken", sleep: "busy", await: "busy" },
  woken: { sleep: "woken", await: "woken" },
  idle: { wake: "scheduled", abort: "ended", panic: "ended" },
  finished: { complete: "ended", panic: "ended" },
};

/** What a lane may do as long as it has not ended: its drop guards print, too. */
const ANY_STAGE = ["log", "never_awaited", "block", "fire", "cancel"];

/** @type {Record<Stage, string>} */
const WORDS = {
  scheduled: "is on the ready queue",
  busy: "is being polled",
  woken: "is being polled and has been woken",
  idle: "is idle",
  finished: "has had its last poll",
  ended: "has ended",
};

/**
 * @param {Stage} stage
 * @param {RunRecord["events"][number]} event
 * @param {string} kind the lane's
 * @returns {Stage | undefined} none if the event is impossible
 */
function after(stage, event, kind) {
  if (stage === "ended") return undefined;
  if (ANY_STAGE.includes(event.kind)) return stage;
  if (event.kind === "poll_end" && (stage === "busy" || stage === "woken")) {
    if (event.ready) return "finished";
    return stage === "woken" ? "scheduled" : "idle";
  }
  // Its task was woken, which polls all of its branches.
  if (event.kind === "poll_start" && stage === "idle" && kind === "branch") return "busy";
  return STAGES[stage][event.kind];
}

/**
 * That the events are in an order in which they can have happened.
 * @param {RunRecord} record
 */
function checkOrder({ events, sampled }) {
  /** @type {{ stage: Stage, kind: string }[]} */
  const lanes = [];
  let now = 0;
  events.forEach((event, n) => {
    const { kind, task, at_ms } = event;
    /** @param {string} reason */
    const impossible = (reason) => {
      throw new Error(`event ${n}: ${kind} of task ${task}, ${reason}`);
    };
    if (event.n !== n) impossible(`which is numbered ${event.n}`);
    if (at_ms < now) impossible(`at ${at_ms} ms, which is before event ${n - 1} at ${now} ms`);
    now = at_ms;

    if (event.kind === "spawn") {
      const { parent, task_kind } = event;
      if (task < lanes.length) impossible("which was spawned before");
      if (task > lanes.length) impossible(`where task ${lanes.length} is the next`);
      if ((task === 0) !== (task_kind === "main")) impossible(`which cannot be of kind "${task_kind}"`);
      if ((task === 0) !== (parent === null)) impossible(`which cannot have the parent ${parent}`);
      if (parent !== null && parent >= task) impossible(`whose parent, task ${parent}, does not exist yet`);
      lanes.push({ stage: "scheduled", kind: task_kind });
      return;
    }
    const lane = lanes[task];
    if (!lane) return impossible("which has not been spawned");
    const next = after(lane.stage, event, lane.kind);
    if (!next) return impossible(`which ${WORDS[lane.stage]}`);
    lane.stage = next;

    if (event.kind === "await" && event.on >= lanes.length) {
      impossible(`which cannot await task ${event.on}: that has not been spawned`);
    }
    // Of a run of very many tasks only the first are recorded, yet any may wake.
    const isCounted = (/** @type {number} */ id) => id >= sampled.tasks_recorded && id < sampled.tasks_total;
    if (event.kind === "wake" && typeof event.by === "number" && event.by >= lanes.length && !isCounted(event.by)) {
      impossible(`by task ${event.by}, which does not exist`);
    }
    if (event.kind === "fire" && event.due_ms > at_ms + ROUNDING_MS) {
      impossible(`at ${at_ms} ms, before its deadline at ${event.due_ms} ms`);
    }
    if (event.kind === "block" && event.ms > at_ms + ROUNDING_MS) {
      impossible(`which took ${event.ms} ms, longer than the run until then`);
    }
  });
}

/**
 * That what the record says twice, it says alike.
 * @param {RunRecord} record
 */
function checkAgreement({ events, tasks, log, diagnoses, sampled }) {
  const spawns = events.filter((event) => event.kind === "spawn");
  if (tasks.length !== spawns.length) {
    throw new Error(`tasks has ${tasks.length} entries, where ${spawns.length} were spawned`);
  }
  if (sampled.tasks_recorded !== tasks.length) {
    throw new Error(`sampled.tasks_recorded is ${sampled.tasks_recorded}, where tasks has ${tasks.length} entries`);
  }
  if (sampled.tasks_total < tasks.length) {
    throw new Error(`sampled.tasks_total is ${sampled.tasks_total}, less than the ${tasks.length} that are recorded`);
  }
  spawns.forEach((spawn, id) => {
    const { name, parent, line, task_kind: kind } = spawn;
    agree(tasks[id], { id, name, kind, parent, line }, `tasks[${id}]`, `its spawn, event ${spawn.n}`);
  });

  const logged = events.filter((event) => event.kind === "log");
  if (log.length !== logged.length) {
    throw new Error(`log has ${log.length} entries, where ${logged.length} lines were printed`);
  }
  logged.forEach(({ n, at_ms, task, text, line }, index) => {
    agree(log[index], { n, at_ms, task, text, line }, `log[${index}]`, `event ${n}`);
  });

  diagnoses.forEach(({ task }, index) => {
    if (task >= sampled.tasks_total) {
      throw new Error(`diagnoses[${index}].task is ${task}; there are ${sampled.tasks_total} tasks`);
    }
  });
}

/**
 * @param {object} stated
 * @param {Record<string, unknown>} happened
 * @param {string} path
 * @param {string} where
 */
function agree(stated, happened, path, where) {
  const values = /** @type {Record<string, unknown>} */ (stated);
  for (const [name, value] of Object.entries(happened)) {
    if (values[name] !== value) {
      throw new Error(`${path}.${name} is ${show(values[name])}, where ${where}, says ${show(value)}`);
    }
  }
}
