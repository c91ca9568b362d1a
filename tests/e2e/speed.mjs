// What the page of figures shows in tests: a bench that was never run.

/** @type {(median: number, low: number, high: number) => object} */
const figure = (median, low, high) => ({ median, low, high, rounds: 5 });

/** @type {import("../../www/src/speed/bench.js").Bench} */
const FIGURES = {
  date: "2026-11-22",
  machine: { processor: "Quick One", cores: 2, memory: "4 GiB", system: "Linux" },
  browser: "chromium 1.0, headless",
  versions: { rustc: "1.95.0", tokio: "1.54.1" },
  goals: [
    { what: "10,000 sleepers", value: 0.2, most: 0.25, unit: "times", holds: true },
    { what: "the ring", value: 1.5, most: 1.4, unit: "times", holds: false },
  ],
  tables: [
    {
      id: "sleepers",
      title: "Tasks that each sleep 1 s, all at once",
      unit: "milliseconds over the second",
      about: "Each is spawned, sleeps, and is joined.",
      head: "by",
      columns: ["1,000", "10,000"],
      bars: true,
      rows: [
        { id: "promises", name: "Promise.all, setTimeout", cells: [figure(4, 3, 5), null], why: "10,000: not measured, it takes long" },
        { id: "traced", name: "here, with its trace", cells: [figure(40, 30, 50), figure(20.5, 10, 2000)] },
      ],
    },
  ],
};

/** Before it is opened. @param {import("playwright-core").Page} page */
export const giveFigures = (page) => page.route("**/bench.json", (route) => route.fulfill({ json: FIGURES }));
