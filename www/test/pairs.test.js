import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { pairs } from "../src/source/pairs.js";
import { simulate } from "./wasm.js";

/** Lines on which Rust has events and Python has none, and why. */
const DIFFERENT = {
  "the-way-in": {
    'println!("greet is a function");': "Rust has the compiler prove it, by the type of an argument; Python prints the type",
    'println!("greet(…) is a future");': "the same",
  },
  awaitables: {
    "spawn_local(async move {": "Python's loop has call_later; in Rust, call_later is a function of this program that spawns",
    "sleep(wait).await;": "Python's loop has call_later; in Rust, call_later is a function of this program that sleeps",
  },
  cancel: {
    'println!("the bell is put away");': "Rust's bell says so when it is dropped; in Python the function does, in its finally",
  },
  errors: {
    "match try_join!(fetch(\"A\", a), fail(\"B\", wait)) {": "Python's is a TaskGroup, of tasks",
  },
  race: {
    "let first = select! {": "Python's is asyncio.wait, of tasks",
  },
  "task-group": {
    "group.join_all().await;": "Python awaits a group at the end of its block",
  },
  channel: {
    "let (sender, mut heap) = unbounded_channel();": "Python's is a Queue like the other, without a maxsize",
  },
  interval: {
    "sleep(work).await;": "asyncio has no interval: it sleeps twice",
    "ticks.tick().await;": "the same",
  },
};

/** How Python does what an event tells of: what the pairs say is held against what the run did. */
const SAYS = {
  log: () => /\bprint\(/,
  sleep: () => /\bawait asyncio\.(?:sleep|wait_for)\(/,
  never_awaited: () => /^(?!.*\bawait\b).*\basyncio\.sleep\(/,
  block: () => /\btime\.sleep\(/,
  await: () => /\bawait\b/,
  spawn: ({ task_kind, parent }) =>
    ({ main: /^async def main\(/, task: /\bcreate_task\(/, branch: /\bawait asyncio\.gather\(/, worker: /\bto_thread\(/ })[
      parent === null ? "main" : task_kind
    ],
};

const lessons = JSON.parse(readFileSync(new URL("../pkg/lessons.json", import.meta.url), "utf8"));
const all = await Promise.all(lessons.map(async (scenario) => {
  const { id, source, browser_only } = scenario;
  const events = browser_only ? [] : (await simulate(id)).events.filter((event) => "line" in event);
  const lines = { rust: source.rust.split("\n"), python: source.python.split("\n") };
  return { ...scenario, events, lines, paired: pairs(source) };
}));

/** The name of the function that a line stands in. */
const within = (lines, line, begin) => lines.slice(0, line).findLast((text) => begin.test(text))?.match(begin)[1];

for (const { id, events, lines, paired, browser_only } of all) {
  const rust = (line) => `main.rs:${line} \`${lines.rust[line - 1].trim()}\``;
  const python = (line) => `main.py:${line} \`${lines.python[line - 1].trim()}\``;
  const twins = events.filter(({ line }) => paired.has(line)).map((event) => ({ event, twin: paired.get(event.line) }));

  test(`${id}: every line of an event has a twin in Python, or a reason why not`, () => {
    assert.ok(events.length > 0 || browser_only, "the run has no events");
    const alone = new Set(events.filter(({ line }) => !paired.has(line)).map(({ line }) => lines.rust[line - 1].trim()));
    assert.deepEqual([...alone], Object.keys(DIFFERENT[id] ?? {}));
  });

  test(`${id}: what happened on a line, its twin does`, () => {
    for (const { event, twin } of twins) {
      assert.match(lines.python[twin - 1], SAYS[event.kind](event), `${event.kind} on ${rust(event.line)} is not on ${python(twin)}`);
    }
  });

  test(`${id}: what a line printed, its twin prints`, () => {
    for (const { event, twin } of twins.filter(({ event }) => event.kind === "log")) {
      // Whatever is in braces, or is no literal at all, may have become anything.
      const parts = (lines.python[twin - 1].match(/print\(f?"(.*)"\)/)?.[1] ?? "{}").split(/\{[^}]*\}/);
      const printed = new RegExp(`^${parts.map((part) => part.replaceAll(/\W/g, "\\$&")).join(".*")}$`, "s");
      assert.match(event.text, printed, `${rust(event.line)} and ${python(twin)}`);
    }
  });

  test(`${id}: twins stand in the same function, in the same order, and nobody has two`, () => {
    assert.equal(new Set(paired.values()).size, paired.size, "a line of main.py has two twins");
    let last = { name: "", twin: 0 };
    for (const [line, twin] of [...paired].sort(([a], [b]) => a - b)) {
      const name = within(lines.rust, line, /\bfn (\w+)/);
      assert.equal(within(lines.python, twin, /\bdef (\w+)/), name, `${rust(line)} and ${python(twin)}`);
      assert.ok(name !== last.name || twin > last.twin, `${rust(line)} is on ${python(twin)}, before line ${last.twin}`);
      last = { name, twin };
    }
  });
}

test("every declared difference is one of a scenario", () => {
  const ids = all.map(({ id }) => id);
  assert.deepEqual(Object.keys(DIFFERENT).filter((id) => !ids.includes(id)), []);
});

test("the nth line that does a thing is the twin of the nth", () => {
  const rust = `async fn main() {\n    a.await;\n    sleep(x).await;\n    b.await.unwrap();\n}`;
  const python = `async def main():\n    await a\n\n    await asyncio.sleep(x)\n    await b`;
  assert.deepEqual([...pairs({ rust, python })], [[1, 1], [2, 2], [4, 5], [3, 4]]);
});

test("where one program does a thing once more, nobody is paired", () => {
  const rust = `fn main() {\n    sleep(x).await;\n    println!("{a}!");\n}`;
  const python = `def main():\n    await asyncio.sleep(0)\n    await asyncio.sleep(x)\n    print(f"{b}!")`;
  assert.deepEqual([...pairs({ rust, python })], [[1, 1], [3, 4]]);
});

test("the same thing in another function is no twin", () => {
  const rust = `fn one() {\n    a.await;\n}`;
  const python = `def two():\n    await a`;
  assert.deepEqual([...pairs({ rust, python })], []);
});

test("a function or a text of another name is no twin", () => {
  const rust = `fn main() {\n    spawn_local(one());\n    println!("one {}", x);\n}`;
  const python = `def main():\n    asyncio.create_task(two())\n    print(f"two {x}")`;
  assert.deepEqual([...pairs({ rust, python })], [[1, 1]]);
});
