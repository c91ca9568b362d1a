// The work that all peers do, and how often: peers/src/work.rs, page/promises.js and python/work.py do it.

/** @typedef {{ id: string, title: string, unit: string, about: string, counts: number[], figure: (ms: number, count: number) => number }} Work */

const microseconds = (ms, count) => (ms * 1000) / count;
const whole = (value) => value;

/** @type {readonly Work[]} */
export const WORKS = [
  {
    id: "sleepers",
    title: "Tasks that each sleep 1 s, all at once",
    unit: "milliseconds over the second that they should take",
    about:
      "Each is spawned, sleeps, and is joined. tokio's own timer wheel asks the system for the time, which panics in a browser: its LocalSet has an ordered map of timers there, behind one setTimeout.",
    counts: [1_000, 10_000, 100_000, 1_000_000],
    figure: (ms) => ms - 1000,
  },
  {
    id: "spawns",
    title: "Tasks that do not sleep, spawned and joined",
    unit: "microseconds for each",
    about: "A promise's function has run when it was called.",
    counts: [10_000, 100_000],
    figure: microseconds,
  },
  {
    id: "ring",
    title: "A token passed around a ring of 1,000 tasks",
    unit: "microseconds for each pass",
    about: "In Rust by tokio's channels, in Python by queues, in JavaScript by a promise for each pass.",
    counts: [100_000],
    figure: microseconds,
  },
  {
    id: "yields",
    title: "yield_now, in 1,000 tasks by turns",
    unit: "microseconds for each",
    about: "Here, and in Pyodide, the page has its turn when all tasks have yielded; the others do not let it.",
    counts: [1_000_000],
    figure: microseconds,
  },
  {
    id: "races",
    title: "A select! and a timeout, in a loop",
    unit: "microseconds for both",
    about: "Each sets a timer of 1 s, waits for one poll of something else, and takes the timer back.",
    counts: [10_000],
    figure: microseconds,
  },
  {
    id: "deadlines",
    title: "Timers at 1,000 random deadlines within a second",
    unit: "milliseconds that they are late",
    about: "Deadlines are whole milliseconds away, as setTimeout takes no other.",
    counts: [1_000],
    figure: whole,
  },
  {
    id: "bytes",
    title: "Memory of a sleeping task",
    unit: "bytes",
    about: "By how much the instance, or the process, has grown. Of Python it is what Python has allocated; of JavaScript, what is left when garbage was collected.",
    counts: [10_000, 100_000],
    figure: whole,
  },
];
