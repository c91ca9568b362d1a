// Runs from outside that are made to hurt: each is refused with a sentence, or shown without a freeze.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { deflateSync } from "node:zlib";

import { finished, open, playground, ready } from "./lesson.mjs";
import { pageTest } from "./page.mjs";

const gather = JSON.parse(await readFile(new URL("../../www/test/fixtures/gather.json", import.meta.url), "utf8"));

/** A link with a right header around a record. */
function link(record) {
  const data = deflateSync(JSON.stringify({ whole: record }), { level: 9 }).subarray(2, -4).toString("base64url");
  return `2.${data.length.toString(36)}.${data}`;
}

const many = (length, make) => Array.from({ length }, (_, index) => make(index)).flat();
const branch = (task) => ({ task, kind: "spawn", name: "f()", parent: 0, task_kind: "branch", line: 1 });
const turn = [{ task: 0, kind: "poll_end", ready: false }, { task: 0, kind: "wake", by: "js" }, { task: 0, kind: "poll_start" }];
const main = [{ task: 0, kind: "spawn", name: "main", parent: null, task_kind: "main", line: 1 }, { task: 0, kind: "poll_start" }];
const run = (events) => ({ ...gather, tasks: [], log: [], outcome: "stopped", events: events.map((event, n) => ({ n, at_ms: 0, ...event })) });

const REFUSED = {
  "has a parameter called speed": [{ ...gather, params: { ...gather.params, speed: 1 } }, /"gather" has no parameter "speed"/],
  "has more events than a link of ours": [run([...main, ...many(7000, () => turn)]), /it has 21002 events; at most 20000 are allowed/],
  "has very many branches at once": [
    run([...main, ...many(3000, (index) => [branch(index + 1)]), ...many(3000, () => turn)]),
    /where too many branches or waits at once would take long to show/,
  ],
};

for (const [how, [record, says]] of Object.entries(REFUSED)) {
  pageTest(`a link to a run that ${how} is refused with a sentence`, async ({ page }) => {
    await page.goto(`/#/gather?run=${link(record)}`);
    await page.getByRole("alert").filter({ hasText: says }).waitFor();
    await page.getByRole("heading", { name: "Three tasks, at once" }).waitFor();
  });
}

pageTest("a link whose diagnoses are very many shows those of its events", async ({ page }) => {
  const diagnoses = Array.from({ length: 990 }, () => ({ code: "x", message: "y ".repeat(500), task: 0, at_ms: 0 }));
  await page.goto(`/#/gather?run=${link({ ...gather, diagnoses })}`);
  assert.deepEqual((await finished(page)).diagnoses, []);
});

pageTest("very many diagnoses of a run are counted, not listed", async ({ page }) => {
  const blocks = many(400, () => [
    { at_ms: 60, task: 0, kind: "block", ms: 60, line: 1 },
    { at_ms: 60, ...turn[0] },
    { at_ms: 60, ...turn[1] },
    { at_ms: 60, ...turn[2] },
  ]);
  await page.goto(`/#/gather?run=${link(run([...main, ...blocks]))}`);
  assert.equal((await finished(page)).diagnoses.length, 400);
  await ready(page);
  const told = playground(page).locator(".diagnoses li");
  assert.equal(await told.count(), 21);
  assert.equal(await told.last().innerText(), "and 380 more");
});

pageTest("a branch that was polled before is not said to be unpolled, and long times are grouped", async ({ page }) => {
  await open(page, "gather");
  const record = structuredClone(gather);
  record.elapsed_ms = 86_400_000;
  await page.goto(`/#/gather?run=${link(record)}`);
  await finished(page);
  await ready(page);
  const shown = await playground(page).locator(".verdict").innerText();
  assert.match(shown, /86,400\.000 s\s+1 d 0 h 0 min 0\.000 s/);
  await playground(page).evaluate((element) => element.updateComplete);
});
