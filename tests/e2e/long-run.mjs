// A record as long as one wants, for what must stay fast: tasks that print and sleep, again and again.

/** How many tasks walk: fewer than would be drawn as a crowd. */
const WALKERS = 50;

/** The lines of the program on which things happen. */
const LINE = { print: 7, sleep: 8, spawn: 14 };

/** What one step is: a task is woken, polled, prints and sleeps again. */
const STEP_EVENTS = 6;

/**
 * @param {number} length about how many events
 * @returns {import("../../www/src/types.js").RunRecord}
 */
export function longRun(length) {
  const events = [];
  const log = [];
  let at_ms = 0;
  const happen = (task, kind, more) => events.push({ n: events.length, at_ms, task, kind, ...more });
  const print = (task, text) => {
    log.push({ n: events.length, at_ms, task, text, line: LINE.print });
    happen(task, "log", { text, line: LINE.print });
  };
  const polled = (task, act, ready = false) => {
    happen(task, "poll_start");
    act();
    // Long enough to be seen when the timeline is zoomed in.
    at_ms += 0.01;
    happen(task, "poll_end", { ready });
  };

  const walkers = Array.from({ length: WALKERS }, (_, index) => index + 1);
  const spawn = (task, parent, name, task_kind) => happen(task, "spawn", { parent, name, task_kind, line: LINE.spawn });
  spawn(0, null, "main", "main");
  polled(0, () => {
    for (const task of walkers) spawn(task, 0, `walk("walker ${task}")`, "task");
    happen(0, "await", { on: 1, line: LINE.spawn });
  });
  /** @type {Map<number, number>} */
  const due = new Map();
  const step = (task, count) =>
    polled(task, () => {
      print(task, `walker ${task} takes step ${count}`);
      due.set(task, at_ms + 1 + task / 100);
      happen(task, "sleep", { until_ms: due.get(task), line: LINE.sleep });
    });
  const wake = (task) => {
    at_ms = Math.max(at_ms, due.get(task));
    happen(task, "fire", { due_ms: due.get(task) });
    happen(task, "wake", { by: "timer" });
  };
  for (const task of walkers) step(task, 1);
  const steps = Math.max(1, Math.round((length - events.length) / STEP_EVENTS / WALKERS));
  for (let count = 2; count <= steps; count++) {
    for (const task of walkers) {
      wake(task);
      step(task, count);
    }
  }
  const end = (task) => {
    polled(task, () => {}, true);
    happen(task, "complete");
  };
  for (const task of walkers) {
    wake(task);
    end(task);
    if (task === 1) happen(0, "wake", { by: 1 });
  }
  end(0);

  const ends = new Map(events.filter(({ kind }) => kind === "complete").map(({ task, at_ms }) => [task, at_ms]));
  const tasks = [0, ...walkers].map((id) => {
    const own = events.filter(({ task }) => task === id);
    const { name, task_kind, parent, line, at_ms: spawned_ms } = own[0];
    const polls = own.filter(({ kind }) => kind === "poll_start").length;
    const ended_ms = ends.get(id);
    const times = { busy_ms: polls * 0.01, scheduled_ms: 0, idle_ms: ended_ms - spawned_ms - polls * 0.01 };
    return { id, name, kind: task_kind, parent, state: "completed", polls, ...times, spawned_ms, ended_ms, line };
  });
  return {
    version: 1,
    scenario: "hello",
    params: { seconds: 1 },
    speed: 1,
    clock: "browser",
    outcome: "completed",
    elapsed_ms: at_ms,
    hidden_ms: 0,
    waits_ms: at_ms,
    tasks,
    log,
    events,
    diagnoses: [],
    sampled: { tasks_total: tasks.length, tasks_recorded: tasks.length },
    memory: {},
  };
}
