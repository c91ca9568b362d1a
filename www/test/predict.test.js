import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { judge } from "../src/record/judge.js";
import { carried, fits, moved, questions, tells } from "../src/record/questions.js";
import { saving } from "../src/views/comparison.js";

const fixture = async (name) => JSON.parse(await readFile(new URL(`fixtures/${name}.json`, import.meta.url), "utf8"));
const gather = await fixture("gather");
const blocking = await fixture("blocking-sleep");
const lazy = await fixture("lazy");

const ORDER = { kind: "order" };
const TOTAL = { kind: "total" };
const asked = (predict, record) => questions({ predict }, record);
const texts = (record) => record.log.map((line) => line.text);

/** A run in which each line is printed in a poll of its own: `"A:hello"` by the task named A. */
function logged(...lines) {
  const parted = lines.map((line) => line.split(":"));
  const names = [...new Set(parted.map(([name]) => name))];
  const events = [];
  const add = (event) => events.push({ n: events.length, at_ms: events.length, line: 1, ...event });
  names.forEach((name, task) => add({ kind: "spawn", task, parent: null, name, task_kind: "task" }));
  for (const [name, text] of parted) {
    const task = names.indexOf(name);
    if (events.some((event) => event.task === task && event.kind === "poll_end")) add({ kind: "wake", task, by: "js" });
    add({ kind: "poll_start", task });
    add({ kind: "log", task, text });
    add({ kind: "poll_end", task, ready: false });
  }
  const log = events.filter((event) => event.kind === "log");
  const tasks = names.map((name, id) => ({ id, name, kind: "task", parent: null }));
  return { log, tasks, events, speed: 1, outcome: "completed", elapsed_ms: events.length, waits_ms: 0 };
}

/** The record as if measured: every time a little later. */
function measured(record) {
  const later = (key, value) => (key.endsWith("_ms") && typeof value === "number" ? value * 1.002 : value);
  return { ...JSON.parse(JSON.stringify(record), later), clock: "browser" };
}

/** All orders of the lines. */
function orders(lines) {
  if (lines.length < 2) return [lines];
  return lines.flatMap((line, at) => orders(lines.toSpliced(at, 1)).map((rest) => [line, ...rest]));
}

test("the lines to order are those of the log, always shuffled alike, and never right already", () => {
  for (const order of orders(["a", "b", "c", "d"])) {
    const record = logged(...order.map((text) => `main:${text}`));
    const [{ lines }] = asked([ORDER], record);
    assert.deepEqual(lines.toSorted(), ["a", "b", "c", "d"]);
    assert.notDeepEqual(lines, order);
    assert.deepEqual(asked([ORDER], record), asked([ORDER], record));
  }
  // The shuffle depends on the texts alone: two runs of the same lines are at most turned by one.
  const shuffles = orders(["a", "b", "c", "d"]).map((order) => asked([ORDER], logged(...order.map((text) => `main:${text}`)))[0].lines.join(""));
  assert.equal(new Set(shuffles).size, 2);
  for (const record of [logged("A:x", "B:y"), logged("A:x", "B:y", "A:x", "B:y"), logged("A:x", "A:x", "B:y")]) {
    assert.notDeepEqual(asked([ORDER], record)[0].lines, texts(record));
  }
});

test("where there is nothing to order, nothing is asked", () => {
  assert.deepEqual(asked([ORDER], logged()), []);
  assert.deepEqual(asked([ORDER], logged("A:one")), []);
  assert.deepEqual(asked([ORDER], logged("A:one", "B:one", "A:one")), []);
  assert.deepEqual(asked([ORDER, TOTAL], undefined), []);
  assert.deepEqual(asked([TOTAL], gather), [{ kind: "total", speed: 1 }]);
});

test("of many lines those are asked at which the run passes from one task to another", () => {
  const beats = (from, to) => Array.from({ length: to - from + 1 }, (_, index) => `heart:beat ${from + index}`);
  const [{ lines, repeated }] = asked([ORDER], logged(...beats(1, 3), "main:sleeps", ...beats(4, 9), "main:wakes", ...beats(10, 12)));
  assert.deepEqual(lines.toSorted(), ["beat 10", "beat 3", "beat 4", "beat 9", "sleeps", "wakes"]);
  assert.equal(repeated, false);

  const [alone] = asked([ORDER], logged(...beats(1, 12)));
  assert.deepEqual(alone.lines.toSorted(), beats(1, 8).map((line) => line.split(":")[1]).toSorted());
});

test("of many lines, equal ones are asked for once, and the last counts", () => {
  const orders = ["main:pizza", "main:burger", "main:done", "A:pizza", "B:burger", "A:pizza", "B:burger", "A:pizza", "main:end"];
  const [question] = asked([ORDER], logged(...orders));
  assert.deepEqual(question.lines.toSorted(), ["burger", "done", "end", "pizza"]);
  assert.equal(question.repeated, true);
  const verdict = (said) => judge([question], [said], logged(...orders))[0];
  assert.equal(verdict(["done", "burger", "pizza", "end"]).right, true);
  assert.equal(verdict(["pizza", "burger", "done", "end"]).right, false);
});

test("the lines to order do not show a line of which is asked whether it is printed", () => {
  const [first, second] = asked([ORDER, { kind: "prints", text: texts(gather)[3] }], gather);
  assert.deepEqual(first, { kind: "prints", text: texts(gather)[3] });
  assert.deepEqual(second.lines.toSorted(), texts(gather).toSpliced(3, 1).toSorted());
});

test("a wrong order is told where it parts from the run, and why", () => {
  const order = asked([ORDER], gather);
  const lines = texts(gather);
  // A is expected to be done before B.
  const said = moved(lines, 4, 3);
  const [{ right, parted, actual, hint, reason }] = judge(order, [said], measured(gather), gather);
  assert.equal(right, false);
  assert.equal(parted, 3);
  assert.deepEqual(actual, lines);
  assert.equal(
    reason,
    `The first difference is line 4: you said “${lines[4]}”, and “${lines[3]}” came. B was woken at 1.002 s, A not before 2.004 s.`,
  );
  assert.equal(hint, "From the top, 3 of 7 lines are right. Look at your line 4. Whose wait ends first?");
});

test("no hint to an order says what the right one is, whichever place is wrong", () => {
  for (const record of [gather, blocking, lazy]) {
    const order = asked([ORDER], record);
    const right = order[0].lines.toSorted((a, b) => texts(record).indexOf(a) - texts(record).indexOf(b));
    for (const at of right.keys()) {
      for (const to of right.keys()) {
        const said = moved(right, at, to);
        const [verdict] = judge(order, [said], record);
        if (verdict.right) continue;
        const place = Math.min(at, to);
        assert.match(verdict.hint, place === 0 ? /^Your first line is not yet right\. .*\?$/ : new RegExp(`^From the top, ${place} of ${right.length} lines are right\\. Look at your line ${place + 1}\\. .*\\?$`));
        assert.ok(right.every((text) => !verdict.hint.includes(text)) && !/\d s\b/.test(verdict.hint), verdict.hint);
      }
    }
  }
});

test("a right order is told why it is the right one, where a task overtakes another", () => {
  const lines = texts(gather);
  const [{ right, reason }] = judge(asked([ORDER], gather), [lines], measured(gather), gather);
  assert.equal(right, true);
  assert.equal(reason, `“${lines[3]}” before “${lines[4]}”: B was woken at 1.002 s, A not before 2.004 s.`);

  const [alone] = judge(asked([ORDER], lazy), [texts(lazy)], lazy);
  assert.equal(alone.reason, "All of them are lines of main, which does one thing after another.");
});

test("a blocked loop is the reason for a heartbeat that comes late", () => {
  const lines = texts(blocking);
  const back = blocking.log.findIndex((line) => line.task === 0 && line.at_ms > 1000);
  const [{ right, parted, reason }] = judge(asked([ORDER], blocking), [moved(lines, back + 1, back)], blocking);
  assert.deepEqual([right, parted], [false, back]);
  assert.match(reason, /heartbeat was due at 0\.400 s, but the loop was blocked by main until 1\.\d{3} s\.$/);
});

test("equal lines are interchangeable", () => {
  const run = logged("A:tick", "B:tock", "C:tick");
  const question = asked([ORDER], run);
  assert.equal(judge(question, [["tick", "tock", "tick"]], run)[0].right, true);
  assert.equal(judge(question, [["tick", "tick", "tock"]], logged("A:tick", "A:tick", "B:tock"))[0].right, true);
});

test("what is right on the simulated clock is right, and the run says where it differed", () => {
  const swapped = structuredClone(gather);
  [swapped.log[3].text, swapped.log[4].text] = [swapped.log[4].text, swapped.log[3].text];
  const lines = texts(gather);
  const [{ right, reason }] = judge(asked([ORDER], gather), [lines], swapped, gather);
  assert.equal(right, true);
  assert.match(reason, /^So it is on the simulated clock\. In this run, line 4 was different: you said/);
});

test("a total is right within a twentieth, or within 0.05 s of a short one", () => {
  const right = (said, record) => judge([{ kind: "total", speed: 1 }], [said], record)[0].right;
  assert.deepEqual(["2.84", "2.85", "3", "3.15", "3.16"].map((said) => right(said, gather)), [false, true, true, true, false]);
  assert.deepEqual(["0", "0.05", "0.06"].map((said) => right(said, lazy)), [true, true, false]);
});

test("a total is told as measured and as simulated, its waits against the longest", () => {
  const reason = (record, simulated) => judge([{ kind: "total", speed: 1 }], ["6"], record, simulated)[0].reason;
  assert.equal(
    reason(measured(gather), gather),
    "It took 3.006 s, and 3.000 s on the simulated clock. Its waits add up to 6.000 s, but they overlap: those of C alone take 3.000 s.",
  );
  assert.equal(reason(lazy, lazy), "It took 0.000 s. Nothing in it waits.");
  const inTurn = { ...gather, elapsed_ms: 6000 };
  assert.equal(reason(inTurn, inTurn), "It took 6.000 s. Its waits add up to 6.000 s: they come one after another.");
  const inPart = { ...gather, elapsed_ms: 5000 };
  assert.match(reason(inPart, inPart), /6\.000 s: where they overlap, only the longest counts\.$/);
});

test("a total that is wrong is hinted at by its direction and by what the waits do, without a figure", () => {
  const hint = (said, record) => judge([{ kind: "total", speed: 1 }], [said], record)[0].hint;
  assert.equal(hint("6", gather), "That is too long. Which of the waits go on at the same time?");
  assert.equal(hint("1", gather), "That is too short. Which of the waits begin only when another one has ended?");
  assert.equal(hint("1", lazy), "That is too long. Is there anything that it waits for?");
  assert.equal(hint("0", blocking), "That is too short. What keeps the loop from doing anything else meanwhile?");
  assert.equal(hint("3", gather), "");
});

test("a line that is printed is told when and by whom, one that is not why", () => {
  const verdict = (text, said, record) => judge([{ kind: "prints", text }], [said], record)[0];
  const line = gather.log[3];
  const { right, actual, reason } = verdict(line.text, true, gather);
  assert.deepEqual([right, actual], [true, "yes"]);
  assert.equal(reason, `“${line.text}” was printed at 1.000 s, by B in line ${line.line}.`);
  assert.equal(verdict(line.text, false, gather).right, false);

  const never = verdict("heartbeat 6", false, blocking);
  assert.deepEqual([never.right, never.actual], [true, "no"]);
  assert.match(never.reason, /^“heartbeat 6” was never printed: heartbeat was aborted at 1\.\d{3} s\.$/);
  assert.equal(verdict("Hello, nobody!", true, lazy).right, false);
});

test("whether a line is printed is hinted at by the line of the program that prints it", () => {
  const hint = (text, said, record, source) => judge([{ kind: "prints", text }], [said], record, record, source)[0].hint;
  const program = 'async fn greet(name: &str) {\n    println!("Hello, {name}!");\n    println!("(done)");\n}';
  assert.match(hint(gather.log[3].text, false, gather, ""), new RegExp(`^Look at line ${gather.log[3].line} of the program: `));
  assert.match(hint("Hello, nobody!", true, lazy, program), /^Look at line 2 of the program: /);
  assert.match(hint("(done)", true, lazy, program), /^Look at line 3 of the program: /);
  assert.match(hint("Bye", true, lazy, program), /^Look for the line of the program that would print it: /);
  assert.equal(hint("Bye", false, lazy, program), "");
});

test("what was not answered is neither right nor wrong", () => {
  const all = asked([ORDER, TOTAL, { kind: "prints", text: "x" }], gather);
  for (const answers of [[], [undefined, undefined, undefined], [undefined, undefined, " "]]) {
    assert.deepEqual(judge(all, answers, gather).map(({ right, said }) => [right, said]), Array(3).fill([undefined, undefined]));
  }
});

test("a run that was stopped tells nothing, nor one that failed before it did anything of its own", () => {
  const panic = { kind: "panic", task: 0, message: "no" };
  const runs = [
    [{ outcome: "completed", log: [], events: [] }, true],
    [{ ...gather, outcome: "stopped" }, false],
    [{ outcome: "running", log: gather.log, events: gather.events }, false],
    [{ outcome: "failed", log: [], events: [gather.events[0]] }, false],
    [{ outcome: "failed", log: gather.log.slice(0, 1), events: [] }, true],
    [{ outcome: "failed", log: [], events: [panic] }, true],
  ];
  for (const [run, told] of runs) assert.equal(tells(run), told, JSON.stringify(run).slice(0, 80));
});

test("an answer is one to its own kind of question, and is carried only to the same question", () => {
  const [order, total] = asked([ORDER, TOTAL], gather);
  const prints = { kind: "prints", text: "x" };
  const right = [[order, order.lines.toReversed()], [total, "0"], [total, "2.5"], [prints, false]];
  for (const [question, answer] of right) assert.ok(fits(question, answer), JSON.stringify(answer));
  const wrong = [[order, order.lines.slice(1)], [order, [...order.lines.slice(1), "x"]], [order, "3"], [total, 3], [total, ""], [total, "-1"], [total, "1e999"], [total, "x"], [prints, "yes"], [prints, null]];
  for (const [question, answer] of wrong) assert.equal(fits(question, answer), false, JSON.stringify(answer));
  const said = { questions: [total, order], answers: ["3", order.lines] };
  assert.deepEqual(carried(said, [order, { kind: "total", speed: 4 }, total]), [order.lines, undefined, "3"]);
});

test("a comparison states the saving of the faster run", () => {
  const run = (scenario, elapsed_ms, more) => ({ scenario, elapsed_ms, clock: "browser", outcome: "completed", params: {}, speed: 1, ...more });
  const [fast, slow] = [run("gather", 3004), run("sequential", 6009)];
  const sentence = "gather took 3.004 s, sequential 6.009 s: 3.005 s (50\u00a0%) less.";
  assert.equal(saving(fast, slow), sentence);
  assert.equal(saving(slow, fast), sentence);
  assert.equal(
    saving(fast, run("gather", 3000, { clock: "simulated" })),
    "this run took 3.004 s, its simulation 3.000 s: 0.004 s (0.1\u00a0%) more.",
  );
  assert.equal(
    saving(run("gather", 4000, { params: { a: 4 } }), run("gather", 3000, { params: { a: 2 } })),
    "gather with a = 2 took 3.000 s, gather with a = 4 4.000 s: 1.000 s (25\u00a0%) less.",
  );
  assert.match(saving(fast, { ...fast }), /: no difference\.$/);
  assert.match(saving(fast, { ...slow, outcome: "stopped" }), /only completed runs can be compared\.$/);
});

test("a choice is right or not by the lesson's word, with what the run shows of it", () => {
  const options = [
    { text: "A is.", right: false, reason: "It only began first." },
    { text: "B is.", right: true, reason: "It waits shortest." },
  ];
  const choice = (shown_by) => asked([{ kind: "choice", ask: "Who is first?", options, shown_by }], gather);
  const verdict = (said, shown_by = null) => judge(choice(shown_by), [said], measured(gather), gather)[0];
  assert.deepEqual([0, 1, 2, -1, "1", true].map((said) => fits(choice(null)[0], said)), [true, true, false, false, false, false]);

  const right = verdict(1, { kind: "order" });
  assert.deepEqual([right.right, right.said, right.reason], [true, "B is.", "It waits shortest."]);
  assert.match(right.shown, /: B was woken at 1\.002 s, A not before 2\.004 s\.$/);
  const wrong = verdict(0, { kind: "total" });
  assert.deepEqual([wrong.right, wrong.said, wrong.hint], [false, "A is.", "It only began first."]);
  assert.match(wrong.reason, /^B is\. It waits shortest\.$/);
  assert.match(wrong.shown, /^Its waits add up to 6\.000 s, but they overlap/);
  assert.equal(verdict(1, { kind: "prints", text: "never" }).shown, "“never” was never printed: the run ended at 3.006 s without it.");
  assert.equal(verdict(1).shown, "");
  const found = { ...gather, diagnoses: [{ message: "One." }, { message: "Two." }] };
  assert.equal(judge(choice({ kind: "diagnoses" }), [1], found)[0].shown, "One. Two.");
  assert.equal(verdict(undefined).right, undefined);
});
