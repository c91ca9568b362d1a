// Runs from outside that are made to hurt: each is refused with a sentence, or shown without a freeze.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { deflateSync } from "node:zlib";

import { finished, lookAt, moveTo, playground, ready } from "./lesson.mjs";
import { pageTest } from "./page.mjs";

/** What is read of a record, and what is said of it, is wasm and plain JavaScript. */
const SAME = { onlyIn: { chromium: "what is refused, and in which words, is the same in both" } };

const gather = JSON.parse(await readFile(new URL("../../www/test/fixtures/gather.json", import.meta.url), "utf8"));

/** A link with a right header around what it carries. */
function link(carried) {
  const data = deflateSync(JSON.stringify(carried), { level: 9 }).subarray(2, -4).toString("base64url");
  return `2.${data.length.toString(36)}.${data}`;
}

const whole = (record) => link({ whole: record });

const many = (length, make) => Array.from({ length }, (_, index) => make(index)).flat();

/** Events as a link packs them: kind, nanoseconds since the one before, lane and the rest. */
const spawn = (task, parent, kind) => [0, 0, task, parent, "f()", kind, 1];
const START = [spawn(0, null, "main"), [1, 0, 0]];
/** The end of a poll, a wake, and the next poll. */
const TURN = [[2, 0, 0, false], [3, 0, 0, "js"], [1, 0, 0]];

const packed = (events) => {
  const { tasks, log, ...record } = gather;
  return link({ ...record, outcome: "stopped", events });
};

const REFUSED = {
  "has a parameter called speed": [whole({ ...gather, params: { ...gather.params, speed: 1 } }), /"gather" has no parameter "speed"/],
  "has more events than a link of ours": [packed([...START, ...many(7000, () => TURN)]), /it has 21002 events; at most 20000 are allowed/],
  "has very many branches at once": [
    packed([...START, ...many(3000, (index) => [spawn(index + 1, 0, "branch")]), ...many(3000, () => TURN)]),
    /where too many branches or waits at once would take long to show/,
  ],
};

pageTest("a link to a run that nobody could have made is refused with a sentence", async ({ page }) => {
  for (const [run, says] of Object.values(REFUSED)) {
    await page.goto(`/gather/#run=${run}`);
    await page.reload();
    await page.getByRole("alert").filter({ hasText: says }).waitFor();
    await page.getByRole("heading", { name: "Three waits, at once" }).waitFor();
  }
}, SAME);

pageTest("a link whose diagnoses are very many shows those of its events", async ({ page }) => {
  const diagnoses = Array.from({ length: 990 }, () => ({ code: "x", message: "y ".repeat(500), task: 0, at_ms: 0 }));
  await page.goto(`/gather/#run=${whole({ ...gather, diagnoses })}`);
  assert.deepEqual((await finished(page)).diagnoses, []);
});

pageTest("very many diagnoses of a run are counted, not listed", async ({ page }) => {
  const blocks = many(400, () => [[9, 6e7, 0, 60, 1], ...TURN]);
  await page.goto(`/gather/#run=${packed([...START, ...blocks])}`);
  assert.equal((await finished(page)).diagnoses.length, 400);
  await ready(page);
  await lookAt(page, /^Diagnoses/);
  const told = playground(page).locator(".diagnoses li");
  assert.equal(await told.count(), 21);
  assert.equal(await told.last().innerText(), "and 380 more");
});

pageTest("a branch that was polled before is not said to be unpolled", async ({ page }) => {
  await page.goto(`/gather/#run=${whole(gather)}`);
  await finished(page);
  await ready(page);
  // At event 22, main is polled for the second time, and B inside: A and C were polled once.
  await moveTo(page, 22);
  const running = await page.getByRole("region", { name: "The event loop" }).innerText();
  assert.match(running, /before poll 2/);
  assert.doesNotMatch(running, /not polled yet/);
});

pageTest("a long time is set to be read", async ({ page }) => {
  await page.goto(`/gather/#run=${whole({ ...gather, elapsed_ms: 86_400_000 })}`);
  await finished(page);
  await ready(page);
  const shown = await playground(page).locator(".verdict").innerText();
  assert.match(shown, /86,400\.000 s\s+1 d 0 h 0 min 0\.000 s/);
});
