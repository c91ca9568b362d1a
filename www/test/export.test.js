import assert from "node:assert/strict";
import { test } from "node:test";

import { toChromeTrace } from "../src/export/chrome-trace.js";
import { toCsv } from "../src/export/csv.js";
import { fixtures, randomRun } from "./random-run.js";

const real = await fixtures();
const records = [...real.values(), ...Array.from({ length: 30 }, (_, seed) => randomRun(seed).record)];

/** Reads CSV as RFC 4180 defines it; anything else is an error. */
function parseCsv(text) {
  const table = [[]];
  let at = 0;
  while (at < text.length) {
    let value = "";
    if (text[at] === '"') {
      at += 1;
      for (;;) {
        assert.ok(at < text.length, "a quote is not closed");
        if (text[at] === '"' && text[at + 1] !== '"') break;
        if (text[at] === '"') at += 1;
        value += text[at++];
      }
      at += 1;
    } else {
      while (at < text.length && !",\r\n".includes(text[at])) {
        assert.notEqual(text[at], '"', "a quote in a field without quotes");
        value += text[at++];
      }
    }
    table.at(-1).push(value);
    if (text[at] === ",") at += 1;
    else {
      assert.equal(text.slice(at, at + 2), "\r\n");
      at += 2;
      if (at < text.length) table.push([]);
    }
  }
  return table;
}

test("the CSV holds every field of every event", () => {
  for (const record of records) {
    const [header, ...table] = parseCsv(toCsv(record));
    assert.equal(table.length, record.events.length);
    table.forEach((row, index) => {
      assert.equal(row.length, header.length);
      const read = Object.fromEntries(row.map((value, column) => [header[column], value]).filter(([, value]) => value !== ""));
      const { name, ...event } = record.events[index];
      const expected = Object.entries({ ...event, name: record.tasks[event.task].name }).filter(([, value]) => value !== null && value !== "");
      assert.deepEqual(read, Object.fromEntries(expected.map(([key, value]) => [key, String(value)])));
    });
  }
});

test("quotes, commas, line ends and outer spaces survive", () => {
  const text = ' "a",\r\nb\n';
  const record = { events: [{ n: 0, at_ms: 0, task: 0, kind: "log", text, line: 1 }], tasks: [{ name: "main" }] };
  const [header, row] = parseCsv(toCsv(record));
  assert.equal(row[header.indexOf("text")], text);
  assert.match(toCsv(record), /" ""a"",/);
  record.events[0].text = 'a"b';
  assert.equal(parseCsv(toCsv(record))[1][header.indexOf("text")], 'a"b');
});

/** What the Trace Event Format asks of an event of each phase that is used here. */
const FORMAT = {
  M: { args: "object" },
  X: { ts: "number", dur: "number", cat: "string" },
  i: { ts: "number", s: "string", cat: "string" },
  s: { ts: "number", id: "number", cat: "string" },
  f: { ts: "number", id: "number", cat: "string" },
};

test("the trace has the documented format", () => {
  for (const record of records) {
    const trace = JSON.parse(JSON.stringify(toChromeTrace(record)));
    assert.equal(trace.displayTimeUnit, "ms");
    for (const event of trace.traceEvents) {
      const fields = FORMAT[event.ph];
      assert.ok(fields, `phase ${event.ph}`);
      for (const [name, type] of Object.entries({ name: "string", pid: "number", tid: "number", ...fields })) {
        assert.equal(typeof event[name], type, `${event.ph}: ${name}`);
      }
      assert.ok(event.ts >= 0 && !(event.dur < 0));
    }
    const threads = trace.traceEvents.filter(({ name }) => name === "thread_name").map(({ tid, args }) => [tid, args.name]);
    assert.equal(threads.length, record.tasks.length);
    assert.equal(new Set(threads.map(([tid]) => tid)).size, threads.length);
    assert.ok(threads.every(([tid, name]) => tid > 0 && name));
    assert.equal(trace.traceEvents.filter(({ name }) => name === "process_name").length, 1);
  }
});

test("slices of a thread nest or follow one another", () => {
  for (const record of records) {
    const { traceEvents } = toChromeTrace(record);
    for (const { id } of record.tasks) {
      const slices = traceEvents.filter(({ ph, tid }) => ph === "X" && tid === id + 1);
      for (const a of slices) {
        for (const b of slices) {
          // Microseconds; rounding is below a nanosecond.
          const apart = a.ts + a.dur <= b.ts + 1e-3 || b.ts + b.dur <= a.ts + 1e-3;
          const inside = (c, d) => c.ts >= d.ts - 1e-3 && c.ts + c.dur <= d.ts + d.dur + 1e-3;
          assert.ok(apart || inside(a, b) || inside(b, a), `lane ${id}`);
        }
      }
    }
  }
});

test("there is a slice for each poll and an instant for each line", () => {
  for (const record of records) {
    const { traceEvents } = toChromeTrace(record);
    for (const { id, polls } of record.tasks) {
      assert.equal(traceEvents.filter(({ ph, tid, cat }) => ph === "X" && tid === id + 1 && cat === "busy").length, polls);
    }
    const lines = traceEvents.filter(({ ph }) => ph === "i").map(({ name, tid, ts }) => [name, tid, ts]);
    assert.deepEqual(lines, record.log.map(({ text, task, at_ms }) => [text, task + 1, at_ms * 1000]));
  }
});

test("each arrow begins and ends in a slice, and points forwards", () => {
  let arrows = 0;
  for (const record of records) {
    const { traceEvents } = toChromeTrace(record);
    const polls = traceEvents.filter(({ cat }) => cat === "busy");
    const inPoll = ({ tid, ts }) => polls.some((poll) => poll.tid === tid && poll.ts <= ts && ts <= poll.ts + poll.dur + 1e-3);
    const starts = traceEvents.filter(({ ph }) => ph === "s");
    const ends = new Map(traceEvents.filter(({ ph }) => ph === "f").map((end) => [end.id, end]));
    assert.equal(starts.length, ends.size);
    for (const start of starts) {
      const end = ends.get(start.id);
      assert.ok(end && end.bp === "e" && end.name === start.name && end.cat === start.cat);
      assert.ok(inPoll(start), `the start of ${start.id}`);
      assert.ok(inPoll(end), `the end of ${start.id}`);
      assert.ok(start.ts <= end.ts + 1e-3);
      arrows += 1;
    }
  }
  assert.ok(arrows > 100, `only ${arrows} arrows`);
});

test("the wake of a joiner starts in the last poll of its waker, though it comes after", () => {
  const gather = structuredClone(real.get("gather"));
  gather.events = [
    { n: 0, at_ms: 0, task: 0, kind: "spawn", parent: null, name: "main", task_kind: "main", line: 1 },
    { n: 1, at_ms: 0, task: 0, kind: "poll_start" },
    { n: 2, at_ms: 0, task: 1, kind: "spawn", parent: 0, name: "a()", task_kind: "task", line: 2 },
    { n: 3, at_ms: 1, task: 0, kind: "poll_end", ready: false },
    { n: 4, at_ms: 1, task: 1, kind: "poll_start" },
    { n: 5, at_ms: 2, task: 1, kind: "poll_end", ready: true },
    { n: 6, at_ms: 2, task: 1, kind: "complete" },
    { n: 7, at_ms: 3, task: 0, kind: "wake", by: 1 },
    { n: 8, at_ms: 4, task: 0, kind: "poll_start" },
  ];
  const { traceEvents } = toChromeTrace({ ...gather, tasks: gather.tasks.slice(0, 2), log: [] });
  const arrow = traceEvents.filter(({ id }) => id === 7).map(({ ph, tid, ts }) => [ph, tid, ts]);
  assert.deepEqual(arrow, [["s", 2, 2000], ["f", 1, 4000]]);
});

test("gather as a trace", () => {
  const { traceEvents, otherData } = toChromeTrace(real.get("gather"));
  assert.equal(otherData.scenario, "gather");
  const waits = traceEvents.filter(({ tid, cat }) => tid === 3 && cat === "idle");
  assert.deepEqual(waits.map(({ name, ts, dur }) => ({ name, ts, dur })), [{ name: "sleep", ts: 0, dur: 1_000_000 }]);
  assert.deepEqual(traceEvents.find(({ name, tid }) => name === "thread_name" && tid === 3)?.args, { name: "B" });
});
