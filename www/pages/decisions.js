// "When (not) to use async": decisions, each with runs that show it. `code` stands between backticks.

/**
 * @typedef {object} Decision
 * @property {string} when
 * @property {string} answer in a few words
 * @property {string} why
 * @property {readonly string[]} lessons whose runs show it
 */

/** @type {readonly Decision[]} */
export const DECISIONS = [
  {
    when: "The program waits for several things that do not need each other",
    answer: "Async",
    why: "Requests to servers, queries, files from a network: begin them all, then wait for all of them together. The waits overlap, and the longest counts. This is what async is for.",
    lessons: ["sequential", "gather"],
  },
  {
    when: "Each step needs what the step before it gave",
    answer: "Async gains nothing by itself",
    why: "What must come in turn takes the sum of its waits, however it is written. It is worth it only if something else can run meanwhile: another user's request, say.",
    lessons: ["retry"],
  },
  {
    when: "Very many connections are open, and most of them wait",
    answer: "Async",
    why: "A task that waits is a deadline and a little memory; a thread is a stack. A hundred thousand tasks are no feat. A hundred thousand threads are. And it costs less to turn from task to task, which is a call within the loop, than from thread to thread, which is the system's work.",
    lessons: ["scale"],
  },
  {
    when: "The program computes, and hardly ever waits",
    answer: "Not async: threads, in CPython processes",
    why: "One thread has one processor, and `join!` or `gather` gives it no more. Use as many threads as there are processors (in Rust with `rayon`, say); in ordinary CPython, where one thread computes at a time, a `ProcessPoolExecutor`.",
    lessons: ["cpu-bound"],
  },
  {
    when: "A library blocks, and there is no async one",
    answer: "A thread for the call",
    why: "`spawn_blocking`, in Python `asyncio.to_thread`, gives the call a thread of a pool, and the loop goes on. Where there is an async library, take it: `reqwest` for `ureq`, `aiohttp` or `httpx` for `requests`, `asyncio.sleep` for `time.sleep`.",
    lessons: ["threads"],
  },
  {
    when: "Some long computation stands in an async program",
    answer: "Away from the loop, or in pieces",
    why: "Until it pauses, nobody else runs: no timer, no request, no page. Give it to a thread; or let it yield now and then, after each short piece.",
    lessons: ["blocking-sleep", "yield-now"],
  },
  {
    when: "The program reads and writes local files",
    answer: "Async keeps the loop free, and makes nothing faster",
    why: "A loop can wait for a socket, not for an ordinary file: the system's calls for those block. So async libraries give each call to a thread, `tokio::fs` as well as Python's `aiofiles`. In an async program that is what one wants. It is no reason to make a program async.",
    lessons: ["threads"],
  },
  {
    when: "Something has to answer within a set time",
    answer: "Async, if every step is short",
    why: "The loop interrupts nobody. An answer waits until whoever runs comes to an await that has to wait, so nothing can be promised sooner than the longest step of any task. For a chat or a game that is enough. Where being late is a failure, use a thread of its own, or a system that is made for it.",
    lessons: ["blocking-sleep", "async-sleep"],
  },
  {
    when: "A script does one thing after another, for one person",
    answer: "Not async",
    why: "Plain code is shorter, and nobody else has to wait meanwhile. Two or three things at once are no reason either: a thread for each will do.",
    lessons: ["threads"],
  },
];
