// The module that other pages import, in a page that has nothing else.

import assert from "node:assert/strict";

import { openHtml } from "./browser.mjs";
import { pageTest } from "./page.mjs";

pageTest("the landing page loads, isolated, and asks for nothing twice", async ({ page }) => {
  /** @type {string[]} */
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto("/", { waitUntil: "networkidle" });
  assert.equal(await page.evaluate(() => crossOriginIsolated), true);
  assert.deepEqual(asked, [...new Set(asked)]);
});

pageTest("a run in real time does what the simulated one does", async ({ page }) => {
  await openHtml(page);
  const [real, simulated] = await page.evaluate(async () => {
    const { run, simulate } = await import("/embed/async-playground.js");
    const log = ({ log, outcome, elapsed_ms, clock }) => ({
      lines: log.map(({ text }) => text),
      outcome,
      elapsed_ms,
      clock,
    });
    return [log(await run("gather", { a: 2 }, { speed: 4 })), log(await simulate("gather", { a: 2 }))];
  });
  assert.equal(real.clock, "browser");
  assert.equal(simulated.clock, "simulated");
  assert.equal(real.outcome, "completed");
  assert.deepEqual(real.lines, simulated.lines);
  assert.ok(real.elapsed_ms >= simulated.elapsed_ms / 4);
});

pageTest("threads are real: workers overlap, tasks do not", async ({ page }) => {
  await openHtml(page);
  const workers = [];
  page.on("worker", (worker) => workers.push(worker.url()));
  const record = await page.evaluate(async () => {
    const { run } = await import("/embed/async-playground.js");
    return run("threads", { workers: 2 });
  });
  assert.equal(record.outcome, "completed");
  assert.equal(workers.length, 2);
  const lanes = (kind) => record.tasks.filter((task) => task.kind === kind);
  const overlap = ([a, b]) =>
    Math.min(a.ended_ms, b.ended_ms) - Math.max(a.ended_ms - a.busy_ms, b.ended_ms - b.busy_ms);
  assert.ok(overlap(lanes("worker")) > 0, "the workers block side by side");
  assert.ok(overlap(lanes("task")) <= 0, "the tasks block one after the other");
});

pageTest("what is not allowed is refused with an error that names it", async ({ page }) => {
  await openHtml(page);
  const messages = await page.evaluate(async () => {
    const { run, simulate } = await import("/embed/async-playground.js");
    const refused = [
      run("no-such"),
      run("gather", { a: "x" }),
      run("gather", { a: 99 }),
      simulate("gather", { z: 1 }),
      run("gather", {}, { speed: 100 }),
    ];
    return Promise.all(refused.map((promise) => promise.then(() => "not refused", String)));
  });
  const named = [/no-such/, /"a" is "x".*0\.1 to 10/, /"a" is "99"/, /"z"/, /"speed" is "100".*0\.25 to 20/];
  for (const [index, pattern] of named.entries()) assert.match(messages[index], pattern);
});

pageTest("a signal stops a run, and nothing of it is left", async ({ page }) => {
  await openHtml(page);
  const record = await page.evaluate(async () => {
    const { run } = await import("/embed/async-playground.js");
    const abort = new AbortController();
    return run("sequential", {}, { signal: abort.signal, onEvent: () => abort.abort() });
  });
  assert.equal(record.outcome, "stopped");
  assert.ok(record.tasks.every((task) => ["completed", "aborted"].includes(task.state)));
});
