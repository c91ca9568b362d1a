// What `run` promises to those who call it.

import assert from "node:assert/strict";

import { answer, openModule } from "./module.mjs";
import { pageTest } from "./page.mjs";

pageTest("a run whose signal is aborted already is stopped before it begins", async ({ page }) => {
  await openModule(page);
  const record = await answer(page, async () => {
    const { run } = window.module;
    return run("gather", {}, { signal: AbortSignal.abort() });
  });
  assert.equal(record.outcome, "stopped");
  assert.deepEqual(record.log, []);
  assert.equal(record.tasks.length, 1);
});

pageTest("a run leaves no listener behind, be it refused, ended or stopped", async ({ page }) => {
  await openModule(page);
  const { refused, completed, stopped, listeners } = await answer(page, async () => {
    const { run } = window.module;
    const listeners = [];
    const abort = new AbortController();
    for (const [name, target] of Object.entries({ document, signal: abort.signal })) {
      const { addEventListener, removeEventListener } = target;
      target.addEventListener = (type, ...rest) => {
        listeners.push(`${name}: ${type}`);
        addEventListener.call(target, type, ...rest);
      };
      target.removeEventListener = (type, ...rest) => {
        listeners.splice(listeners.indexOf(`${name}: ${type}`), 1);
        removeEventListener.call(target, type, ...rest);
      };
    }
    const options = { signal: abort.signal, speed: 20 };
    const refused = await Promise.all([
      run("no-such", {}, options).catch(String),
      run("gather", { a: -1 }, options).catch(String),
      run("gather", {}, { ...options, speed: 0 }).catch(String),
    ]);
    const completed = await run("gather", {}, options);
    const running = run("gather", {}, { ...options, onEvent: () => abort.abort() });
    const stopped = await running;
    return { refused, completed, stopped, listeners };
  });
  for (const message of refused) assert.match(message, /^Error: /);
  assert.equal(completed.outcome, "completed");
  assert.equal(stopped.outcome, "stopped");
  assert.deepEqual(listeners, []);
});

pageTest(
  "an onEvent that throws loses no event, and the run goes on",
  async ({ page, complaints }) => {
    await openModule(page);
    const { handed, record } = await answer(page, async () => {
      const { run } = window.module;
      const handed = [];
      const record = await run("gather", {}, {
        speed: 20,
        onEvent: (event) => {
          handed.push(event);
          if (event.kind === "sleep") throw new Error(`I cannot take event ${event.n}`);
        },
      });
      return { handed, record };
    });
    assert.equal(record.outcome, "completed");
    assert.deepEqual(handed, record.events);
    const thrown = record.events.filter(({ kind }) => kind === "sleep");
    const reported = complaints.filter((text) => text.startsWith("uncaught: "));
    assert.deepEqual(reported, thrown.map(({ n }) => `uncaught: I cannot take event ${n}`));
  },
  { allowed: [/^uncaught: I cannot take event \d+$/] },
);
