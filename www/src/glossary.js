// The words of the course: what each means, what it is called in Rust and in Python, and which lesson teaches it. No
// lesson before that one uses it (test/glossary.test.js); from there on, the first use in a lesson explains itself.
//
// `code` stands between backticks.

/**
 * @typedef {object} Entry
 * @property {string} word
 * @property {RegExp} forms how it is written within a sentence
 * @property {string} says a sentence or two
 * @property {string} rust empty, if it is a word of this page
 * @property {string} python
 * @property {string} lesson the id of the one that teaches it
 */

/** In the order of the course. @type {readonly Entry[]} */
export const GLOSSARY = [
  {
    word: "async",
    forms: /async/,
    says: "Of a function: it may pause where it has to wait, and let others run meanwhile.",
    rust: "`async fn`",
    python: "`async def`",
    lesson: "why",
  },
  {
    word: "thread",
    forms: /threads?/,
    says: "What runs code, one step after another. A program begins with one; several can run at the same time.",
    rust: "`std::thread`",
    python: "`threading.Thread`",
    lesson: "why",
  },
  {
    word: "concurrency",
    forms: /concurren(?:cy|t)/,
    says: "Several things are under way in the same time. One thread can do it: it turns to whichever can go on.",
    rust: "tasks, `join!`",
    python: "tasks, `gather`",
    lesson: "why",
  },
  {
    word: "parallelism",
    forms: /parallel(?:ism)?/,
    says: "Several things are done at the same moment, each on a processor of its own.",
    rust: "threads",
    python: "processes; in ordinary CPython one thread computes at a time",
    lesson: "why",
  },
  {
    word: "event loop",
    forms: /(?:event|the) loop/,
    says: "What runs async programs: it runs whoever can run, one at a time, and sleeps while all of them wait.",
    rust: "the runtime, `tokio`",
    python: "the event loop, `asyncio`",
    lesson: "two-orders",
  },
  {
    word: "block",
    forms: /block(?:s|ed|ing)?/,
    says: "To keep the thread while waiting or computing. Until that is over, the loop can run nobody else.",
    rust: "`thread::sleep`, a long computation",
    python: "`time.sleep`, a long computation",
    lesson: "two-orders",
  },
  {
    word: "await",
    forms: /await(?:s|ed|ing)?/,
    says: "To run something async and to wait until it is done. Whoever awaits it is paused for as long as it waits.",
    rust: "`….await`",
    python: "`await …`",
    lesson: "hello",
  },
  {
    word: "deadline",
    forms: /deadlines?/,
    says: "The moment until which somebody waits.",
    rust: "`sleep` counts from the call",
    python: "`asyncio.sleep` counts from the await",
    lesson: "hello",
  },
  {
    word: "suspend",
    forms: /suspend(?:s|ed)?/,
    says: "To pause at an await that has to wait. Everything is kept as it is, and the thread is free.",
    rust: "`Poll::Pending` is returned",
    python: "the coroutine yields to the loop",
    lesson: "hello",
  },
  {
    word: "poll",
    forms: /poll(?:s|ed)?/,
    says: "One turn that the loop gives: the code runs until it has to wait, or until its end.",
    rust: "a call of `Future::poll`",
    python: "a step of a `Task`",
    lesson: "hello",
  },
  {
    word: "future, coroutine",
    forms: /futures?|coroutines?/,
    says: "What the call of an async function gives: a value that holds the work, and does nothing until somebody runs it.",
    rust: "a future, `impl Future`",
    python: "a coroutine object",
    lesson: "lazy",
  },
  {
    word: "lane",
    forms: /lanes?/,
    says: "A row of the timeline: main, a task, a branch or a worker, from its beginning to its end.",
    rust: "",
    python: "",
    lesson: "return-values",
  },
  {
    word: "branch",
    forms: /branch(?:es)?/,
    says: "One of several things that are awaited together: a part of the one that awaits them, which polls it.",
    rust: "an argument of `join!` or `select!`",
    python: "there is none: `gather` makes tasks",
    lesson: "gather",
  },
  {
    word: "task",
    forms: /tasks?/,
    says: "Async work that the loop runs by itself, beside what has spawned it.",
    rust: "`spawn_local(…)`, `spawn(…)`",
    python: "`asyncio.create_task(…)`",
    lesson: "event-loop",
  },
  {
    word: "spawn",
    forms: /spawn(?:s|ed|ing|er)?/,
    says: "To make a task: the loop is given a future, and runs it from then on.",
    rust: "`spawn_local(…)`, `spawn(…)`",
    python: "`asyncio.create_task(…)`",
    lesson: "event-loop",
  },
  {
    word: "ready queue",
    forms: /ready queue/,
    says: "Where those stand that could run now, until the loop polls them.",
    rust: "the run queue of a runtime",
    python: "`loop._ready`, filled by `call_soon`",
    lesson: "event-loop",
  },
  {
    word: "timer",
    forms: /timers?/,
    says: "A deadline that is set with the loop. When it has come, the timer fires, and wakes who waits for it.",
    rust: "`sleep`, `timeout`, `interval`",
    python: "`asyncio.sleep`, `loop.call_later`",
    lesson: "event-loop",
  },
  {
    word: "wake",
    forms: /wakes?|woken/,
    says: "To make ready what was waiting, because what it waited for has happened: a timer, an end, a message.",
    rust: "`Waker::wake`",
    python: "a callback of a `Future`",
    lesson: "event-loop",
  },
  {
    word: "handle",
    forms: /handles?/,
    says: "What spawning gives: with it one awaits the task's result, or aborts the task.",
    rust: "a `JoinHandle`",
    python: "the `Task` itself",
    lesson: "spawn",
  },
  {
    word: "abort",
    forms: /abort(?:s|ed)?/,
    says: "To end a task from outside, at an await, before it is done.",
    rust: "`handle.abort()` drops its future",
    python: "`task.cancel()` raises `CancelledError` in it",
    lesson: "spawn",
  },
  {
    word: "awaitable",
    forms: /awaitables?/,
    says: "Anything that can be awaited.",
    rust: "whatever is `IntoFuture`",
    python: "a coroutine, a `Task`, a `Future`",
    lesson: "awaitables",
  },
  {
    word: "callback",
    forms: /callbacks?|calls? back/,
    says: "A function that is handed over, to be called when something has happened.",
    rust: "a closure",
    python: "as in `loop.call_later`",
    lesson: "awaitables",
  },
  {
    word: "oneshot",
    forms: /oneshot/,
    says: "What carries one value from whoever sends it to whoever awaits it: so a callback can end an await.",
    rust: "`tokio::sync::oneshot`",
    python: "`asyncio.Future`, both ends in one",
    lesson: "awaitables",
  },
  {
    word: "simulated clock",
    forms: /simulated clock/,
    says: "A clock that jumps to the next deadline instead of waiting for it: what a run takes if nothing is ever late.",
    rust: "tokio's paused time, `tokio::time::pause`",
    python: "none of asyncio's own",
    lesson: "cpu-bound",
  },
  {
    word: "lock",
    forms: /lock(?:s|ed)?/,
    says: "Only one can hold it at a time. Whoever else wants what it guards waits until it is given back.",
    rust: "`std::sync::Mutex`; across an await, tokio's `Mutex`",
    python: "`threading.Lock`; in async code, `asyncio.Lock`",
    lesson: "threads-or-tasks",
  },
  {
    word: "runtime",
    forms: /runtimes?/,
    says: "A library's loop with all that belongs to it: its queue, its timers, its threads.",
    rust: "`tokio::runtime::Runtime`",
    python: "the event loop; `asyncio.Runner` starts and ends one",
    lesson: "nested-run",
  },
  {
    word: "cancel",
    forms: /cancel(?:s|led|ling)?/,
    says: "To end async work from outside, at the await where it stands.",
    rust: "to abort a task, to drop a future",
    python: "`task.cancel()`",
    lesson: "cancel",
  },
  {
    word: "drop",
    forms: /drop(?:s|ped|ping)?/,
    says: "To give up a value for good. What it holds is put away, and a future that is dropped never continues.",
    rust: "by itself where its scope ends, or `drop(…)`",
    python: "no such moment: `finally` and `with` clean up",
    lesson: "cancel",
  },
  {
    word: "panic",
    forms: /panic(?:s|ked|king)?/,
    says: "What Rust does where a program must not go on: what is running ends there, and what it holds is dropped.",
    rust: "`panic!`, `unwrap` of an error",
    python: "nearest is an exception that nobody catches",
    lesson: "panic",
  },
  {
    word: "channel",
    forms: /channels?/,
    says: "What passes values from one task to another, in their order.",
    rust: "`tokio::sync::mpsc::channel`",
    python: "`asyncio.Queue`",
    lesson: "channel",
  },
  {
    word: "back-pressure",
    forms: /back-pressure/,
    says: "Whoever is too fast has to wait for whoever is slow, so nothing piles up between them.",
    rust: "a bounded channel",
    python: "`maxsize` of a `Queue`",
    lesson: "channel",
  },
  {
    word: "race",
    forms: /races?/,
    says: "What comes of it depends on who is first, and in one order it is wrong.",
    rust: "data races do not compile, others do",
    python: "possible between threads, and around an await",
    lesson: "lost-update",
  },
  {
    word: "promise",
    forms: /promise/,
    says: "JavaScript's future. The browser gives one for what it has yet to do, and resolves it when that is done, or rejects it when it failed.",
    rust: "`js_sys::Promise`, awaited as a `JsFuture`",
    python: "nearest is `asyncio.Future`",
    lesson: "microtask-macrotask",
  },
  {
    word: "microtask",
    forms: /microtasks?/,
    says: "What the browser does at once when the code that runs has ended: who awaits a promise continues in one. All of them come before the next timer.",
    rust: "a `JsFuture` that is ready; in one, `wasm_bindgen_futures` polls all tasks that are ready",
    python: "none: asyncio has one ready queue",
    lesson: "microtask-macrotask",
  },
  {
    word: "macrotask",
    forms: /macrotasks?/,
    says: "One turn of the browser's loop, a task in the words of the HTML standard: a timer that calls back, a click, a message. Between two of them it may draw the page.",
    rust: "`TimeoutFuture`, in `gloo_timers`",
    python: "one turn of asyncio's loop is the nearest to it",
    lesson: "microtask-macrotask",
  },
];

/** Where a word stands on the glossary's page. @param {string} word */
export const anchorOf = (word) => word.replace(/\W+/g, "-");

/** The words of the views, which need no lesson. */
const VIEWS = {
  running: "The loop polls it at this moment: its code runs.",
  ready: "It could run, and stands on the ready queue until it has its turn.",
  waiting: "It cannot run before something has happened: a timer, the end of another task, a message, or an answer of the browser.",
  printed: "A dot for each line that it printed.",
  blocked: "Its code kept the loop for itself without an await: nobody else could run.",
  "timer late": "From the moment a timer was due until it fired.",
  aborted: "Here it was ended from outside, before it was done.",
  panicked: "Here its code failed, and that was its end.",
  spawn: "It made a task, which goes to the end of the ready queue.",
  wake: "It did what the other one was waiting for: that one is now ready.",
  join: "It has ended, and the one that awaited it is now ready.",
  polls: "How many turns it had: in each, its code runs until it has to wait, or ends.",
  kind: "main, a task, a branch (a part of a task that polls it itself, as `join!` does), or a worker with a thread of its own.",
};

/** What a word of the views means. @typedef {keyof typeof VIEWS} Word */

/** @param {Word} word */
export const explained = (word) => VIEWS[word];

/** The page's words where records and exports have tokio-console's. */
export const STATES = { busy: "running", scheduled: "ready", idle: "waiting" };
