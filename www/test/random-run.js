// Random runs that can have happened, made by a small executor that keeps its own books.
//
// The books are the oracle: what the executor knew after each event, the replay must
// say as well. Nothing here is shared with the code under test.

/** A generator of numbers from 0 to 1 that repeats itself for a seed (mulberry32). */
export function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * A run of about `length` events.
 * @returns {{ record: object, books: object[] }} `books[n]` is what was known after `n` events
 */
export function randomRun(seed, length = 300, { maxLanes = 40 } = {}) {
  const next = random(seed);
  const chance = (part) => next() < part;
  const below = (limit) => Math.floor(next() * limit);
  const pick = (list) => list[below(list.length)];

  const events = [];
  const lanes = [];
  const ready = [];
  const running = [];
  const timers = [];
  const books = [];
  let now = 0;
  let logged = 0;

  const live = (lane) => lane.end === null;
  const children = (lane) => lanes.filter((other) => other.kind === "branch" && other.parent === lane.id && live(other));
  const note = () =>
    books.push({
      ready: [...ready],
      running: [...running],
      timers: timers.map(({ task, until_ms, line }) => ({ task, until_ms, line })),
      states: lanes.map(({ state, end }) => end ?? state),
      since: lanes.map(({ since }) => since),
      polls: lanes.map(({ polls }) => polls),
      lines: lanes.map(({ line }) => line),
      logged,
    });
  /** Books the time since a lane's state began. */
  const book = (lane) => {
    if (lane.end === null) lane.spent[lane.state] += now - lane.since;
  };
  const enter = (lane, state) => {
    if (lane.state) book(lane);
    lane.state = state;
    lane.since = now;
    if (state === "scheduled" && (lane.kind === "main" || lane.kind === "task")) ready.push(lane.id);
  };
  const emit = (lane, kind, more = {}, change = () => {}) => {
    events.push({ n: events.length, at_ms: Math.round(now * 1e6) / 1e6, task: lane.id, kind, ...more });
    change();
    if (more.line && lane.line !== undefined && kind !== "spawn" && kind !== "backlog") lane.line = more.line;
    note();
  };
  const pass = (ms) => {
    // Half of the time none at all, as on the simulated clock.
    if (chance(0.5)) now = Math.round((now + next() * ms) * 1e6) / 1e6;
  };
  const line = () => 1 + below(30);

  const branchesTo = (lane, from, to) => {
    for (const branch of children(lane)) {
      if (branch.state === from) enter(branch, to);
      branchesTo(branch, from, to);
    }
  };
  const spawn = (parent, kind) => {
    const lane = { id: lanes.length, kind, parent: parent?.id ?? null, polls: 0, woken: false, end: null, spent: { busy: 0, scheduled: 0, idle: 0 } };
    const at = line();
    const name = pick([`do_task("${"ABC"[below(3)]}", a)`, "heartbeat()", "async block", 'say("a", "b")']);
    const spawned = { parent: lane.parent, name: kind === "main" ? "main" : name, task_kind: kind, line: at };
    emit(lane, "spawn", spawned, () => {
      lanes.push(lane);
      lane.line = at;
      lane.name = spawned.name;
      lane.firstLine = at;
      lane.spawned = now;
      enter(lane, "scheduled");
      if (parent) parent.line = at;
    });
    return lane;
  };
  const wake = (lane, by) => {
    if (!live(lane)) return;
    if (lane.state === "idle" || (lane.state === "busy" && !lane.woken)) {
      emit(lane, "wake", { by }, () => {
        if (lane.state === "idle") enter(lane, "scheduled");
        else lane.woken = true;
        branchesTo(lane, "idle", "scheduled");
      });
    }
  };
  const taskOf = (lane) => (lane.kind === "branch" ? taskOf(lanes[lane.parent]) : lane);
  const end = (lane, kind, state) => {
    emit(lane, kind, kind === "panic" ? { message: "boom" } : {}, () => {
      book(lane);
      lane.end = state;
      lane.since = lane.ended = now;
      if (ready.includes(lane.id)) ready.splice(ready.indexOf(lane.id), 1);
      for (let i = timers.length; i--; ) if (timers[i].task === lane.id) timers.splice(i, 1);
    });
  };
  const drop = (lane) => {
    for (const branch of children(lane)) drop(branch);
    if (chance(0.3)) emit(lane, "log", { text: `dropped "${lane.id}",\n`, line: line() }, () => (logged += 1));
    end(lane, "abort", "aborted");
  };
  const poll = (lane, depth) => {
    emit(lane, "poll_start", {}, () => {
      if (ready.includes(lane.id)) ready.splice(ready.indexOf(lane.id), 1);
      enter(lane, "busy");
      lane.polls += 1;
      running.push(lane.id);
    });
    for (const branch of children(lane)) if (chance(0.8)) poll(branch, depth + 1);
    for (let acts = below(4); acts--; ) {
      pass(0.5);
      const act = below(9);
      const others = lanes.filter((other) => other !== lane && live(other) && other.kind !== "branch" && other.kind !== "worker");
      if (act === 0 && lanes.length < maxLanes) spawn(lane, chance(0.8) ? "task" : "worker");
      if (act === 1 && lanes.length < maxLanes && depth < 3) {
        const made = Array.from({ length: 1 + below(3) }, () => spawn(lane, "branch"));
        for (const branch of made) poll(branch, depth + 1);
      }
      if (act <= 3) emit(lane, "log", { text: `line ${logged} of <b>${lane.id}</b>`, line: line() }, () => (logged += 1));
      if (act === 4) {
        const timer = { task: lane.id, until_ms: Math.round((now + 1 + below(5) * 10) * 1e6) / 1e6, line: line() };
        emit(lane, "sleep", { until_ms: timer.until_ms, line: timer.line }, () => {
          const after = timers.findIndex((other) => other.until_ms > timer.until_ms);
          timers.splice(after === -1 ? timers.length : after, 0, timer);
        });
      }
      // A sleep is dropped, maybe by another lane than its own.
      if (act === 4 && chance(0.3)) {
        const { task, until_ms } = pick(timers);
        const at = timers.findIndex((timer) => timer.task === task && timer.until_ms === until_ms);
        emit(lanes[task], "cancel", { due_ms: until_ms }, () => timers.splice(at, 1));
      }
      if (act === 5 && others.length) emit(lane, "await", { on: pick(others).id, line: line() });
      if (act === 6 && chance(0.3)) {
        const ms = 1 + below(20);
        now = Math.round((now + ms) * 1e6) / 1e6;
        emit(lane, "block", { ms, line: line() });
      }
      if (act === 7 && others.length) wake(pick(others), lane.id);
      if (act === 8 && chance(0.3)) emit(lane, "never_awaited", { what: "sleep", line: line() });
      if (act === 8 && chance(0.3)) emit(lane, chance(0.5) ? "lock_held" : "lock_wait", { lock: 1, ms: 0 });
      if (act === 8 && chance(0.3)) emit(lane, "backlog", { on: 0, waiting: 4, line: line() });
    }
    pass(0.2);
    const last = lane.id !== 0 && chance(0.15);
    if (last) for (const branch of children(lane)) drop(branch);
    emit(lane, "poll_end", { ready: last }, () => {
      running.pop();
      if (last) return;
      enter(lane, lane.woken ? "scheduled" : "idle");
      branchesTo(lane, lane.woken ? "idle" : "scheduled", lane.woken ? "scheduled" : "idle");
      lane.woken = false;
    });
    if (!last) return;
    if (lane.kind === "task" && chance(0.1)) end(lane, "panic", "panicked");
    else end(lane, "complete", "completed");
  };

  spawn(null, "main");
  while (events.length < length) {
    pass(1);
    if (ready.length > 0) {
      const lane = lanes[ready[0]];
      if (lane.id !== 0 && chance(0.05)) drop(lane);
      else poll(lane, 0);
      continue;
    }
    const worker = lanes.find((lane) => lane.kind === "worker" && live(lane) && chance(0.5));
    if (worker) {
      if (worker.state === "scheduled") {
        emit(worker, "poll_start", {}, () => {
          enter(worker, "busy");
          worker.polls += 1;
        });
      } else {
        emit(worker, "poll_end", { ready: true });
        end(worker, "complete", "completed");
      }
      continue;
    }
    const timer = timers[0];
    if (!timer) {
      wake(lanes[0], "js");
      continue;
    }
    now = Math.max(now, timer.until_ms);
    pass(3);
    const lane = lanes[timer.task];
    emit(lane, "fire", { due_ms: timer.until_ms }, () => timers.shift());
    wake(taskOf(lane), "timer");
  }

  const log = events
    .filter(({ kind }) => kind === "log")
    .map(({ n, at_ms, task, text, line }) => ({ n, at_ms, task, text, line }));
  now = events.at(-1).at_ms;
  lanes.forEach(book);
  const tasks = lanes.map((lane) => ({
    id: lane.id,
    name: lane.name,
    kind: lane.kind,
    parent: lane.parent,
    state: lane.end ?? lane.state,
    polls: lane.polls,
    busy_ms: lane.spent.busy,
    scheduled_ms: lane.spent.scheduled,
    idle_ms: lane.spent.idle,
    spawned_ms: lane.spawned,
    ended_ms: lane.ended ?? null,
    line: lane.firstLine,
  }));
  const record = {
    version: 1,
    scenario: "gather",
    params: { a: 2, b: 1, c: 3 },
    speed: 1,
    clock: "browser",
    outcome: "stopped",
    elapsed_ms: now,
    hidden_ms: 0,
    waits_ms: 0,
    tasks,
    log,
    events,
    diagnoses: [],
    sampled: { tasks_total: lanes.length, tasks_recorded: lanes.length },
    memory: {},
  };
  return { record, books: [null, ...books] };
}

/** The records that a real run gave, by scenario. */
export async function fixtures() {
  const { readFile, readdir } = await import("node:fs/promises");
  const folder = new URL("./fixtures/", import.meta.url);
  const names = (await readdir(folder)).filter((name) => name.endsWith(".json"));
  const read = async (name) => [name.replace(".json", ""), JSON.parse(await readFile(new URL(name, folder), "utf8"))];
  return new Map(await Promise.all(names.map(read)));
}
