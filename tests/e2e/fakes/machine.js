// Stands in for the machine's JavaScript: a program is the list of what it prints, 100 ms apart. What prints "forever"
// is never done on the simulated clock, what prints "fail" fails, and "fail under 1" where it is given less than that.

export default function () {
  let made = { events: [], head: {} };

  const make = (program, scenario, params, speed, clock) => {
    const lines = JSON.parse(new TextDecoder().decode(program));
    const events = [];
    const add = (at_ms, kind, rest = {}) => events.push({ n: events.length, at_ms, task: 0, kind, ...rest });
    add(0, "spawn", { parent: null, name: "main", task_kind: "main", line: 1 });
    add(0, "poll_start");
    lines.forEach(({ line, text }, index) => {
      add(index * 100, "log", { text, line });
      if (index === lines.length - 1) return;
      add(index * 100, "sleep", { until_ms: (index + 1) * 100, line });
      add(index * 100, "poll_end", { ready: false });
      add((index + 1) * 100, "fire", { due_ms: (index + 1) * 100 });
      add((index + 1) * 100, "wake", { by: "timer" });
      add((index + 1) * 100, "poll_start");
    });
    if (clock === "simulated" && lines.some(({ text }) => text === "forever")) for (;;);
    const end = Math.max(0, lines.length - 1) * 100;
    add(end, "poll_end", { ready: true });
    add(end, "complete");
    const given = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, Number(value)]));
    const least = Math.max(...lines.map(({ text }) => Number(/^fail under (\d+)$/.exec(text)?.[1] ?? 0)));
    const isFailed = lines.some(({ text }) => text === "fail") || Object.values(given).some((value) => value < least);
    const ending = isFailed ? { outcome: "failed", error: "the fake machine failed" } : { outcome: "completed" };
    made = {
      events,
      head: {
        version: 1, scenario, params: given, speed: Number(speed), clock, ...ending, elapsed_ms: end, hidden_ms: 0, waits_ms: end,
        diagnoses: [], sampled: { tasks_total: 1, tasks_recorded: 1 }, memory: {},
      },
    };
  };

  return {
    initSync() {},
    last_words: () => undefined,
    run_program(program, scenario, params, speed) {
      make(program, scenario, params, speed, "browser");
      return Promise.resolve();
    },
    simulate_program: (program, scenario, params, speed) => make(program, scenario, params, speed, "simulated"),
    events: (from, limit) => JSON.stringify(made.events.slice(from, from + limit)),
    head: () => JSON.stringify(made.head),
    stop() {},
    fail() {},
    work: () => 0,
  };
}
