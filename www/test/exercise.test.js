import assert from "node:assert/strict";
import { test } from "node:test";

import { Attempt } from "../src/exercise/attempt.js";
import { judge } from "../src/exercise/judge.js";
import { firstMissed } from "../src/exercise/runs.js";
import { takenOf } from "../src/exercise/values.js";

const completed = { outcome: "completed", log: [] };

/** Runs, as the simulated clock makes them. @param {...object} runs */
async function* made(...runs) {
  for (const run of runs) yield run;
}

test("a check is asked once, with all runs, and what it says is what becomes of the program", async () => {
  const runs = [{ values: { a: 1 }, taken: { a: 1 }, record: completed }, { values: { a: 2 }, taken: { a: 2 }, record: completed }];
  const asked = [];
  const check = (answer) => (all) => (asked.push(all), answer);
  assert.deepEqual(await judge(made(...runs), check(undefined)), { kind: "reached", sets: 2 });
  const missed = { message: "It is too early.", values: { a: 2 } };
  assert.deepEqual(await judge(made(...runs), check(missed)), { kind: "missed", ...missed });
  assert.deepEqual(asked, [runs, runs]);
});

test("of values that a program does not take nothing is said; the check knows them all", async () => {
  const values = [{ a: 1, b: 1 }, { a: 1, b: 2 }, { a: 2, b: 2 }];
  const tried = (params) => values.map((values) => ({ values, taken: takenOf(values, params), record: completed }));
  const misses = (runs) => firstMissed(runs, (_, { b }) => (b === 2 ? "b is 2." : undefined));
  const [both, one, none] = [[{ name: "a" }, { name: "b" }], [{ name: "a" }], []].map(tried);
  const sets = (runs) => judge(made(...runs), () => undefined).then(({ sets }) => sets);
  assert.deepEqual([await sets(both), await sets(one), await sets(none)], [3, 2, 1]);
  assert.deepEqual([misses(both), misses(one), misses(none)].map(({ values }) => values), [{ a: 1, b: 2 }, { a: 1 }, undefined]);
  assert.deepEqual(await judge(made({ ...none[0], record: undefined, why: "it did not answer" })), { kind: "failed", values: undefined, why: "it did not answer" });
});

test("a run that did not come to its end is said with its values, and no check hears of it", async () => {
  const check = () => assert.fail("it was asked");
  const failed = { outcome: "failed", error: "the program panicked: no" };
  const after = async function* () {
    yield { values: { a: 1 }, taken: { a: 1 }, record: completed };
    yield { values: { a: 2 }, taken: { a: 2 }, record: failed };
    assert.fail("one more was run");
  };
  assert.deepEqual(await judge(after(), check), { kind: "failed", values: { a: 2 }, why: "the program panicked: no" });
});

/** A learner at work: each program's runs come when they are told to. */
function learner() {
  const page = { text: "given", told: [], refused: [], changes: 0 };
  /** @type {{ text: string, signal: AbortSignal, end: (run: object) => void, fail: (error: unknown) => void }[]} */
  const going = [];
  const attempt = new Attempt({
    text: () => page.text,
    async *runs(signal) {
      yield await new Promise((end, fail) => going.push({ text: page.text, signal, end, fail }));
    },
    check: ([{ record }]) => (record.says === "goal" ? undefined : { message: `It says ${record.says}.` }),
    onRefused: (error) => page.refused.push(error),
    onJudged: (reached) => page.told.push(reached),
    onChange: () => (page.changes += 1),
  });
  const says = (says) => ({ values: {}, record: { ...completed, says } });
  /** Checks a program, whose run says something. */
  const tries = async (text, words) => {
    page.text = text;
    const checked = attempt.check();
    going.at(-1).end(says(words));
    await checked;
  };
  return { attempt, page, going, says, tries };
}

test("of two programs that are checked, only the newest is heard of, and the other one is given up", async () => {
  const { attempt, page, going, says } = learner();
  const first = attempt.check();
  page.text = "better";
  const second = attempt.check();
  assert.deepEqual(going.map(({ signal }) => signal.aborted), [true, false]);
  going[1].end(says("goal"));
  await second;
  going[0].end(says("nothing"));
  await first;
  assert.equal(attempt.result.kind, "reached");
  assert.deepEqual(page.told, [true]);
});

test("the same program, checked twice at once, is checked once", async () => {
  const { attempt, page, going, says } = learner();
  const both = [attempt.check(), attempt.check()];
  going[0].end(says("nothing"));
  await Promise.all(both);
  assert.equal(going.length, 1);
  assert.deepEqual(page.told, [false]);
});

test("a program that is changed while it is checked is checked no more, and that is said", async () => {
  const { attempt, page, going, says } = learner();
  const checked = attempt.check();
  attempt.follow();
  assert.ok(attempt.isChecking, "nothing was changed yet");
  page.text = "changed";
  attempt.follow();
  assert.ok(going[0].signal.aborted);
  assert.deepEqual([attempt.isChecking, attempt.result.kind], [false, "left"]);
  going[0].end(says("goal"));
  await checked;
  assert.equal(attempt.result.kind, "left");
  assert.equal(attempt.isSolved, false);
  assert.deepEqual(page.told, []);
});

test("who leaves hears nothing of a check", async () => {
  const { attempt, page, going, says } = learner();
  const checked = attempt.check();
  attempt.leave();
  going[0].end(says("goal"));
  await checked;
  assert.equal(attempt.result, undefined);
  assert.deepEqual(page.told, []);
});

test("a result is one of the program before, as long as the program is another", async () => {
  const { attempt, page, tries } = learner();
  await tries("mine", "nothing");
  assert.equal(attempt.isOld, false);
  page.text = "mine, changed";
  attempt.follow();
  assert.equal(attempt.isOld, true);
  page.text = "mine";
  assert.equal(attempt.isOld, false);
});

test("a program that does not compile is handed on, and what is said of it goes with the next letter", async () => {
  const { attempt, page, going } = learner();
  const error = Object.assign(new Error("no"), { diagnostics: [] });
  const checked = attempt.check();
  going[0].fail(error);
  await checked;
  assert.deepEqual(page.refused, [error]);
  assert.equal(attempt.result.kind, "refused");
  page.text = "x";
  attempt.follow();
  assert.equal(attempt.result, undefined);
});

test("the answer is for who has tried two programs that miss the goal, or has reached it", async () => {
  const { attempt, tries, going, page } = learner();
  await tries("one", "nothing");
  await tries("one", "nothing");
  assert.equal(attempt.hasEarnedAnswer, false, "the same program is no other try");
  page.text = "two";
  const checked = attempt.check();
  going.at(-1).fail(new Error("the machine could not be loaded"));
  await checked;
  assert.deepEqual(attempt.result, { kind: "trouble", why: "the machine could not be loaded" });
  assert.equal(attempt.hasEarnedAnswer, false, "it was not the learner who failed");
  await tries("two", "nothing");
  assert.equal(attempt.hasEarnedAnswer, true);

  const quick = learner();
  await quick.tries("one", "goal");
  assert.equal(quick.attempt.hasEarnedAnswer, true);
  assert.equal(quick.attempt.isSolved, true);
});
