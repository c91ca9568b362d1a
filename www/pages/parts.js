// What is said about each part of the course: how it opens, and what one takes along, each with the lesson that showed
// it. `code` stands between backticks.

/**
 * @typedef {object} Part
 * @property {string} opening two sentences
 * @property {readonly (readonly [text: string, lesson: string])[]} takeaways three
 */

/** By title. @type {Record<string, Part>} */
export const PARTS = {
  Why: {
    opening: "Most programs spend most of their time waiting: for a server, a disk, a person. Async is a way to wait for many things at once, in one thread.",
    takeaways: [
      ["Waits can overlap, and then the longest counts, not the sum.", "why"],
      ["One cook with three pots is concurrency; three cooks are parallelism, and take threads or processes.", "why"],
      ["A wait that blocks holds up everything else in its thread.", "two-orders"],
    ],
  },
  "First steps": {
    opening: "What is an async function, and what does calling one do? One function at a time, until it is clear who runs when.",
    takeaways: [
      ["At an await that has to wait, a function is suspended, and later continues there.", "hello"],
      ["Calling an async function runs nothing: it makes a future, in Python a coroutine.", "lazy"],
      ["From plain code one door leads in: `#[tokio::main]`, in Python `asyncio.run`.", "the-way-in"],
    ],
  },
  "Waiting together": {
    opening: "One await after another adds up the waits, and nothing is gained. These lessons put the same waits side by side, and compare.",
    takeaways: [
      ["One await after another takes the sum of the waits.", "sequential"],
      ["`join!`, in Python `gather`, takes as long as the longest of them.", "gather"],
      ["Results stand in the order of the arguments, whichever is done first.", "gather-results"],
    ],
  },
  "The loop and its tasks": {
    opening: "Who decides what runs next? Here the event loop is opened, and given tasks that run by themselves.",
    takeaways: [
      ["The loop runs who is ready, one at a time, each until it has to wait.", "event-loop"],
      ["To spawn is to put on the ready queue: the task runs when its spawner waits.", "schedule-or-await"],
      ["Keep the handles, and await them when all are spawned: a task lives only as long as main.", "end-of-main"],
    ],
  },
  Blocking: {
    opening: "Here all tasks share one thread, so one that keeps it stops them all. What blocks, how one sees it, and what to do instead.",
    takeaways: [
      ["One blocking call stops every task, and the page with them.", "blocking-sleep"],
      ["Computing does not overlap in one thread: it takes more threads, in CPython more processes.", "cpu-bound"],
      ["A call that must block gets a thread; what only waits is a task.", "threads-or-tasks"],
    ],
  },
  "When it goes wrong": {
    opening: "Programs are stopped, are late, and fail. What happens then to what was awaited, and how one finds the mistake.",
    takeaways: [
      ["A run can be watched: long polls and futures that nobody awaited give themselves away.", "debug-mode"],
      ["What is cancelled ends at an await: it puts away what it holds, and what it did stays done.", "cancel"],
      ["`try_join!` gives up at the first error; `join!`, in Python `gather` with `return_exceptions=True`, keeps every result.", "errors"],
    ],
  },
  "Working together": {
    opening: "Tasks that share work have to speak to each other, and to wait for each other. These are the tools for it, and what each of them prevents.",
    takeaways: [
      ["A bounded channel makes whoever is too fast wait: that is back-pressure.", "channel"],
      ["What is read before an await may have changed after it: a lock prevents that. Let go of it before a wait that does not need it.", "lost-update"],
      ["A semaphore lets in so many at a time, and the others wait their turn.", "semaphore"],
    ],
  },
  "The browser's own loop": {
    opening: "The page that you read runs on an event loop, too. It has its own rules, and its own way to wait.",
    takeaways: [
      ["Microtasks come before timers, and enough of them keep timers from ever coming.", "microtask-macrotask"],
      ["A callback can complete a future: so clicks and timers are awaited.", "callback"],
      ["Real requests overlap as sleeps do: the servers work, and your program only waits.", "real-fetch"],
    ],
  },
};
