// A simulation is answered, cancelled or given up, and never stands in the way of the next one.

import assert from "node:assert/strict";

import { addressOf } from "../../www/test/embed.js";
import { answer, openModule } from "./module.mjs";
import { pageTest } from "./page.mjs";

/** @typedef {import("playwright-core").Page} Page */

/**
 * Makes the first worker one that begins what it is asked, and never ends.
 * @param {Page} page
 */
async function hangOnce(page) {
  const body = 'addEventListener("message", () => { postMessage("started"); for (;;); });';
  await page.route(
    addressOf("worker.js"),
    async (route) => route.fulfill({ response: await route.fetch(), body }),
    { times: 1 },
  );
}

pageTest("a simulation whose signal is aborted rejects with its reason, before and while it goes on", async ({ page }) => {
  await openModule(page);
  await hangOnce(page);
  const [before, while_, next] = await answer(page, async () => {
    const { simulate } = window.module;
    const reason = (promise) => promise.then(() => "an answer", (error) => `${error.name}: ${error.message}`);
    const before = await reason(simulate("hello", {}, { signal: AbortSignal.abort() }));
    const abort = new AbortController();
    const post = Worker.prototype.postMessage;
    const started = new Promise((resolve) => {
      Worker.prototype.postMessage = function (...message) {
        this.addEventListener("message", resolve, { once: true });
        return post.apply(this, message);
      };
    });
    const hangs = reason(simulate("gather", {}, { signal: abort.signal }));
    // Now the worker is in its loop.
    await started;
    Worker.prototype.postMessage = post;
    const next = simulate("hello");
    abort.abort(new Error("a newer wish"));
    return [before, await hangs, (await next).outcome];
  });
  assert.match(before, /^AbortError: /);
  assert.equal(while_, "Error: a newer wish");
  assert.equal(next, "completed");
});

pageTest("a simulation that waits for its turn is dropped when it is cancelled", async ({ page }) => {
  await openModule(page);
  const [outcomes, asked] = await answer(page, async () => {
    const { scenarios, simulate } = window.module;
    // A simulation waits for its program first, which comes when it comes.
    await scenarios();
    for (const scenario of ["gather", "scale", "sequential"]) await simulate(scenario);
    const asked = [];
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (message) {
      asked.push(message.simulation.scenario);
      return post.call(this, message);
    };
    const abort = new AbortController();
    const answers = [
      simulate("gather"),
      simulate("scale", {}, { signal: abort.signal }),
      simulate("sequential"),
    ].map((answer) => answer.then(({ scenario }) => scenario, ({ name }) => name));
    await Promise.resolve();
    abort.abort();
    return [await Promise.all(answers), asked];
  });
  assert.deepEqual(outcomes, ["gather", "AbortError", "sequential"]);
  assert.deepEqual(asked, ["gather", "sequential"]);
});

pageTest("a simulation that does not answer is ended, and the next one answers", async ({ page }) => {
  await openModule(page);
  await hangOnce(page);
  const [error, next] = await answer(page, async () => {
    const { simulate } = window.module;
    // The limit, and only that, comes at once.
    const real = window.setTimeout;
    window.setTimeout = (callback, ms) => real(callback, ms === 20_000 ? 0 : ms);
    const error = await simulate("gather").catch(String);
    window.setTimeout = real;
    return [error, await simulate("hello")];
  });
  assert.equal(error, "Error: the simulation did not answer within 20 s: it was ended");
  assert.equal(next.outcome, "completed");
});

pageTest(
  "a worker that cannot be loaded is said, and the next simulation tries again",
  async ({ page }) => {
    await openModule(page);
    await page.route(addressOf("worker.js"), (route) => route.fulfill({ status: 404, contentType: "text/javascript" }), { times: 1 });
    const [error, next] = await answer(page, async () => {
      const { simulate } = window.module;
      return [await simulate("hello").catch(String), await simulate("hello")];
    });
    assert.equal(error, "Error: a worker could not run: its script could not be loaded");
    assert.equal(next.outcome, "completed");
  },
  { allowed: [/Failed to load resource/] },
);

pageTest("simulations that are asked for at once are all answered, by one worker", async ({ page }) => {
  await openModule(page);
  const records = await answer(page, () => {
    const { simulate } = window.module;
    return Promise.all(["gather", "hello", "spawn"].map((id) => simulate(id)));
  });
  assert.deepEqual(records.map(({ scenario }) => scenario), ["gather", "hello", "spawn"]);
  assert.equal(page.workers().length, 1);
});
