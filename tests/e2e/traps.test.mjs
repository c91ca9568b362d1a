// A program that is lost ends with a record, and nothing else does.

import assert from "node:assert/strict";

import { addressOf } from "../../www/test/embed.js";
import { answer, openModule } from "./module.mjs";
import { pageTest } from "./page.mjs";

/** @typedef {import("playwright-core").Page} Page */

/** A panic's message and place, as the wasm prints them. */
const PANICKED = /console: panicked at /;

/**
 * What can go wrong when a program asks for the time, which it does all along: what happens, and what the record says.
 * The wasm's own clock panics when it is told a time that no `Duration` can hold.
 */
const FAULTS = {
  "a panic": { error: /^overflow in Duration::new$/, allowed: [PANICKED] },
  "an exception": { error: /^no time today$/ },
  "a stack that overflows": { error: /^the stack overflowed: / },
};

/**
 * Opens a page with the module, and with `lose`: which makes the nth look at the clock a fault.
 * @param {Page} page
 * @param {() => void} [prepare] is called in the page before the module is loaded
 */
function open(page, prepare = () => {}) {
  return openModule(page, prepare, () => {
    /** The memories and the stack pointers of all instances. */
    window.memories = [];
    window.stacks = [];
    const { Instance } = WebAssembly;
    WebAssembly.Instance = function (...args) {
      const instance = new Instance(...args);
      // The piece of a lesson has neither.
      if (!instance.exports.memory) return instance;
      window.memories.push(new WeakRef(instance.exports.memory));
      window.stacks.push(new WeakRef(instance.exports.__stack_pointer));
      return instance;
    };
    const faults = {
      "a panic": () => Infinity,
      "an exception": () => {
        throw new Error("no time today");
      },
      "a stack that overflows": () => {
        // Nothing is left of the wasm's own, and the browser's is used up.
        for (const stack of window.stacks) if (stack.deref()) stack.deref().value = 0;
        return (function overflow() {
          return overflow() + 1;
        })();
      },
    };
    window.lose = (fault, n) => {
      let looks = 0;
      performance.now = () => {
        looks += 1;
        if (looks < n) return Performance.prototype.now.call(performance);
        delete performance.now;
        return faults[fault]();
      };
    };
    window.lines = (record) => record.log.map(({ text }) => text);
  });
}

/**
 * Asserts that programs run and are simulated as if nothing had happened.
 * @param {Page} page
 */
async function assertWorks(page) {
  const [real, simulated] = await answer(page, async () => {
    const { run, simulate } = window.module;
    return [await run("sequential", {}, { speed: 20 }), await simulate("sequential")];
  });
  assert.equal(real.outcome, "completed");
  assert.deepEqual(real.log.map(({ text }) => text), simulated.log.map(({ text }) => text));
}

/** Asserts that a record is one of a run that failed, and that its events are all there from the first on. */
function assertFailed(record, error) {
  assert.equal(record.outcome, "failed");
  assert.match(record.error, error);
  assert.deepEqual(
    record.events.map(({ n }) => n),
    record.events.map((_, index) => index),
  );
  const [first] = record.events;
  assert.deepEqual([first.kind, first.task_kind, first.task], ["spawn", "main", 0]);
}

for (const [fault, { error, allowed = [] }] of Object.entries(FAULTS)) {
  pageTest(
    `${fault} ends a run with its record, and the next run works`,
    async ({ page }) => {
      await open(page);
      const { record, handed } = await answer(page, async (fault) => {
        const handed = [];
        window.lose(fault, 12);
        const record = await window.module.run("gather", { a: 2 }, { speed: 20, onEvent: (event) => handed.push(event) });
        return { record, handed };
      }, fault);
      assertFailed(record, error);
      assert.equal(record.scenario, "gather");
      assert.equal(record.params.a, 2);
      assert.ok(record.events.length > 3, `${record.events.length} events`);
      assert.deepEqual(handed, record.events);
      await assertWorks(page);
    },
    { allowed },
  );
}

pageTest(
  "twenty panics, each at another moment, are twenty records",
  async ({ page }) => {
    await open(page);
    for (let n = 1; n <= 20; n += 1) {
      const record = await answer(page, (n) => {
        window.lose("a panic", 2 + n);
        return window.module.run("gather", {}, { speed: 20 });
      }, n);
      assertFailed(record, FAULTS["a panic"].error);
    }
    await assertWorks(page);
  },
  { allowed: [PANICKED] },
);

pageTest(
  "a panic before there is a program rejects with its words",
  async ({ page }) => {
    await open(page);
    const error = await answer(page, () => {
      window.lose("a panic", 2);
      return window.module.run("gather").catch(({ message }) => message);
    });
    assert.match(error, FAULTS["a panic"].error);
    await assertWorks(page);
  },
  { allowed: [PANICKED] },
);

pageTest(
  "of two runs at a time, the one that panics ends, and the other goes on",
  async ({ page }) => {
    await open(page);
    const [records, lines] = await answer(page, async () => {
      const { run, simulate } = window.module;
      const runs = [run("sequential", {}, { speed: 20 }), run("sequential", {}, { speed: 20 })];
      window.lose("a panic", 40);
      return [await Promise.all(runs), window.lines(await simulate("sequential"))];
    });
    assert.deepEqual(records.map(({ outcome }) => outcome).sort(), ["completed", "failed"]);
    const completed = records.find(({ outcome }) => outcome === "completed");
    assert.deepEqual(completed.log.map(({ text }) => text), lines);
  },
  { allowed: [PANICKED] },
);

pageTest(
  "an instance that is lost a second time still gives the events that were read",
  async ({ page }) => {
    await open(page);
    const { record, handed } = await answer(page, async () => {
      const handed = [];
      const onEvent = (event) => {
        handed.push(event);
        // From now on there is no time any more: who asks for it after the panic panics again.
        if (event.kind === "spawn" && event.task_kind === "worker") performance.now = () => Infinity;
      };
      const record = await window.module.run("threads", { workers: 2 }, { speed: 1, onEvent });
      delete performance.now;
      return { record, handed };
    });
    assertFailed(record, FAULTS["a panic"].error);
    assert.deepEqual(handed, record.events);
    assert.deepEqual(record.params, { workers: 2 });
    assert.deepEqual(record.tasks.map(({ kind }) => kind), ["main", "worker", "worker"]);
    await untilNoWorkers(page);
    await assertWorks(page);
  },
  { allowed: [PANICKED] },
);

pageTest(
  "Stop does nothing to a run that is lost, and its workers are gone",
  async ({ page }) => {
    await open(page);
    const record = await answer(page, async () => {
      const abort = new AbortController();
      const running = window.module.run("threads", {}, { speed: 1, signal: abort.signal, onEvent });
      let working = 0;
      function onEvent({ kind, task_kind }) {
        if (kind === "spawn" && task_kind === "worker" && (working += 1) === 2) {
          window.lose("a panic", 1);
          // The browser calls into the instance, which panics, and after that it is told to stop.
          queueMicrotask(() => setTimeout(() => abort.abort()));
        }
      }
      const record = await running;
      abort.abort();
      return record;
    });
    assertFailed(record, FAULTS["a panic"].error);
    await assert.doesNotReject(untilNoWorkers(page));
  },
  { allowed: [PANICKED] },
);

/** @param {Page} page */
async function untilNoWorkers(page) {
  while (page.workers().length > 0) await page.workers()[0].waitForEvent("close");
}

pageTest(
  "a thread that is lost fails who waits for it, and is no error of the page",
  async ({ page }) => {
    await open(page);
    const broken = 'performance.now = () => { throw new Error("no time in here"); };';
    await page.route(addressOf("worker.js"), async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: `${broken}${await response.text()}` });
    });
    const record = await answer(page, () => window.module.run("threads", { workers: 1 }, { speed: 20 }));
    assertFailed(record, /a worker could not run: .*no time in here/);
    assert.deepEqual(record.tasks.map(({ kind, state }) => `${kind} ${state}`), ["main panicked", "worker panicked"]);
    await untilNoWorkers(page);
  },
  // `unwrap` on the handle's error; what the worker reports is printed by its own console.
  { allowed: [PANICKED, /^console: .*no time in here/] },
);

pageTest(
  "memory that runs out ends a run and a simulation with their records",
  async ({ page }) => {
    await open(page, limitMemory);
    const records = await answer(page, async () => {
      const { run, simulate } = window.module;
      const abort = new AbortController();
      const some = ({ outcome, error, params, events, tasks }) => ({ outcome, error, params, events: events.slice(0, 100), tasks: tasks.length });
      const record = await run("scale", { tasks: 1_000_000 }, { signal: abort.signal });
      abort.abort();
      return [some(record), some(await simulate("scale", { tasks: 1_000_000 }))];
    });
    for (const record of records) {
      assertFailed(record, /^out of memory: \d+ bytes more were refused, with \d+ in use$/);
      const [refused, used] = record.error.match(/\d+/g).map(Number);
      assert.ok(used <= 2 ** 27 && refused + used > 2 ** 27, record.error);
      assert.equal(record.params.tasks, 1_000_000);
      assert.ok(record.tasks > 9_000, `${record.tasks} tasks`);
    }
    await assertWorks(page);
  },
  // A library may panic when memory is refused.
  { allowed: [PANICKED] },
);

/** Gives every instance of the wasm 128 MB at most: its binary is changed before it is compiled. */
function limitMemory() {
  const leb = (number) => (number < 128 ? [number] : [(number & 127) | 128, ...leb(number >>> 7)]);
  const compile = WebAssembly.compile;
  WebAssembly.compile = (buffer) => {
    const bytes = new Uint8Array(buffer);
    let at = 8;
    const read = () => {
      let number = 0;
      for (let shift = 0; ; shift += 7) {
        const byte = bytes[at++];
        number |= (byte & 127) << shift;
        if (byte < 128) return number;
      }
    };
    while (at < bytes.length) {
      const section = at;
      const id = bytes[at++];
      const end = read() + at;
      if (id !== 5) at = end;
      else {
        // The memory section: how many, the flags of the first, its least size and its most, in pages of 64 KiB.
        at += 2;
        const content = [1, 1, ...leb(read()), ...leb(2048)];
        const limited = [...bytes.slice(0, section), 5, ...leb(content.length), ...content, ...bytes.slice(end)];
        return compile.call(WebAssembly, new Uint8Array(limited));
      }
    }
    // The piece of a lesson has no memory of its own.
    return compile.call(WebAssembly, buffer);
  };
}

pageTest(
  "the memory of runs that are over is let go, however they ended",
  async ({ page }) => {
    await open(page);
    for (let n = 1; n <= 10; n += 1) {
      await answer(page, async (n) => {
        const { run } = window.module;
        await run("hello", {}, { speed: 20 });
        window.lose("a panic", 30);
        await run("gather", {}, { speed: 20 });
      }, n);
    }
    const made = await page.evaluate(() => window.memories.length);
    assert.equal(made, 20);
    // What was made in the turn before is not collected yet (ECMAScript, "ClearKeptObjects").
    await page.requestGC();
    await page.requestGC();
    const kept = await page.evaluate(() => window.memories.filter((memory) => memory.deref()).length);
    // An engine may hold on to the last one.
    assert.ok(kept <= 1, `${kept} of ${made} memories are kept`);
  },
  { allowed: [PANICKED] },
);
