// Every view at three moments of three runs, against values that are computed here from the record.

import assert from "node:assert/strict";

import { fold } from "../../www/src/record/replay.js";
import { shortNames } from "../../www/src/record/names.js";
import { finished, give, lookAt, moveTo, open, playground, runToTheEnd, seconds } from "./lesson.mjs";
import { longRun } from "./long-run.mjs";
import { pageTest } from "./page.mjs";

/** Branches of one task; tasks that are awaited one by one; a ready queue. */
const RUNS = ["gather?speed=4", "spawn-await-each?speed=4", "event-loop?speed=2"];

/** How many events have happened at each moment. */
const MOMENTS = {
  "the first wait begins": ({ events }) => find(events, "sleep") + 1,
  "the first wait is over": ({ events }) => find(events, "wake") + 1,
  "the run has ended": ({ events }) => events.length,
};

for (const address of RUNS) {
  pageTest(`${address}: every view shows the record at the cursor`, async ({ page }) => {
    await open(page, address);
    const record = await runToTheEnd(page);
    assert.equal(record.outcome, "completed");
    const names = shortNames(record.tasks);
    for (const [moment, eventsAt] of Object.entries(MOMENTS)) {
      const n = eventsAt(record);
      await moveTo(page, n);
      const state = fold(record.events, n);
      const shown = await seen(page);
      await lookAt(page, "Tasks");
      shown.tasks = await listed(page);
      await lookAt(page, "Loop and log");
      for (const [view, check] of Object.entries(VIEWS)) check(shown[view], { record, state, names, where: `${view}, when ${moment}` });
    }
  });
}

pageTest("each block of the timeline that can be told apart leads to its poll", async ({ page }) => {
  await open(page, "event-loop?speed=2");
  const record = await runToTheEnd(page);
  const { timeline } = await seen(page);
  const ms = clockOf(timeline.ticks);
  const stage = page.locator(".timeline .stage");
  for (const lane of timeline.lanes) {
    for (const { from, to } of lane.blocks) {
      await stage.click({ position: { x: (from + to) / 2, y: timeline.axis + lane.y + lane.height / 2 } });
      const event = record.events[(await cursor(page)) - 1];
      assert.equal(event.kind, "poll_start");
      assert.equal(event.task, lane.id);
      assert.ok(Math.abs(ms.x(event.at_ms) - from) <= 1, `the poll at ${event.at_ms} ms is drawn at ${from} px`);
    }
  }
});

pageTest("however long the figures of a run are, none runs into another", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await open(page, "scale?predict=none&tasks=1000000");
  await page.getByRole("button", { name: /^Run/ }).click();
  await page.locator(".heartbeat").waitFor();
  // So long comes no frame.
  await page.evaluate(() => {
    for (const began = performance.now(); performance.now() - began < 1100; );
  });
  await finished(page);
  await page.locator(".verdict .long", { hasText: "1,000,000.000 s" }).waitFor();
  assert.ok(Number.parseInt(await page.locator(".heartbeat dd").innerText(), 10) > 1000);
  const recorded = await playground(page).evaluate(({ record }) => ({ ...record, elapsed_ms: 86_400_000 }));
  for (const [state, figures] of [["at its end", 5], ["recorded", 4]]) {
    if (state === "recorded") await give(page, recorded);
    await page.locator(`.verdict > :nth-child(${figures}):last-child`).waitFor();
    for (const width of [320, 520, 640, 700, 960, 1024, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      assert.deepEqual(await touching(page), [], `${state}, ${width} px wide`);
    }
  }
}, { onlyIn: { chromium: "a million tasks are much for one test, and the columns are the same in both" } });

pageTest("of a long log the lines around the cursor are there, and the one at the cursor is seen", async ({ page }) => {
  await open(page, "hello");
  const record = longRun(4000);
  await give(page, record);
  const list = page.getByRole("region", { name: "Log" }).locator("ol");
  for (const part of [0.5, 0.501, 1, 0.2, 0.02]) {
    const n = Math.floor(record.events.length * part);
    await moveTo(page, n);
    const { logged } = fold(record.events, n);
    const at = list.locator('[aria-current="step"]');
    assert.equal(await at.locator(".text").innerText(), record.log[logged - 1].text);
    const rows = await list.locator("li").allInnerTexts();
    assert.ok(rows.length < 100, `${rows.length} lines`);
    const away = rows.map((row) => /^([\d,]+) (?:earlier|later) lines$/.exec(row)?.[1].replace(",", "")).filter(Boolean);
    assert.equal(away.reduce((sum, count) => sum + Number(count), rows.length - away.length), record.log.length);
    await page.waitForFunction(() => {
      const list = document.querySelector("async-playground").shadowRoot.querySelector(".log ol");
      const [box, line] = [list, list.querySelector("[aria-current]")].map((element) => element.getBoundingClientRect());
      return line.top > box.top - 1 && line.bottom < box.bottom + 1;
    });
  }
  await list.getByRole("button", { name: /earlier lines$/ }).or(list.getByRole("button", { name: /later lines$/ })).first().click();
  assert.match(await list.locator('[aria-current="step"] .text').innerText(), /^walker \d+ takes step \d+$/);
});

const VIEWS = {
  timeline(shown, { record, state, names, where }) {
    const { scenario, speed, elapsed_ms, tasks, log, events } = record;
    assert.ok(
      shown.label.startsWith(
        `Timeline: ${scenario} ran for ${seconds(elapsed_ms)} in the browser at speed ${speed}; it had ${tasks.length} lanes and printed ${log.length} lines`,
      ),
      `${where}: ${shown.label}`,
    );
    const order = familyOrder(tasks);
    assert.deepEqual(shown.lanes.map(({ id }) => id), order, where);
    assert.deepEqual(shown.names, order.map((id) => names.get(id)), where);

    const { x } = clockOf(shown.ticks);
    assert.ok(Math.abs(shown.cursor - x(state.at_ms)) <= 0.5, `${where}: ${seconds(state.at_ms)} is at ${x(state.at_ms)}, not ${shown.cursor}`);
    for (const { id, blocks } of shown.lanes) {
      const polls = events.filter(({ kind, task }) => kind === "poll_start" && task === id).map(({ at_ms }) => x(at_ms));
      assert.equal(blocks.length, apart(polls).length, `${where}: the blocks of ${names.get(id)}`);
    }
  },

  log(shown, { record, state, where }) {
    const standing = (index) => (index < state.logged - 1 ? "past" : index < state.logged ? "at" : "later");
    const expected = record.log.map(({ at_ms, text }, index) => ({ time: seconds(at_ms), text, standing: standing(index) }));
    assert.deepEqual(shown, expected, where);
  },

  loop(shown, { state, names, where }) {
    const { lanes, running, ready, timers } = state;
    const live = lanes.filter((lane) => ["busy", "scheduled", "idle"].includes(lane.state));
    /** A branch that is not waiting stands under the task that polls it. */
    const root = (lane) => (lane.kind === "branch" ? root(lanes[lane.parent]) : lane);
    const column = (lane) => (lane.state === "idle" ? "waiting" : root(lane).state === "busy" ? "running" : "ready");
    const standing = { running: [], ready: [], waiting: [] };
    for (const lane of live) standing[column(lane)].push(names.get(lane.id));
    for (const [title, expected] of Object.entries(standing)) {
      assert.deepEqual(shown[title].map(({ name }) => name).sort(), expected.sort(), `${where}: ${title}`);
    }

    const tasks = (title) => shown[title].filter(({ name }) => lanes.some((lane) => names.get(lane.id) === name && lane.kind !== "branch"));
    assert.deepEqual(tasks("running").map(({ name }) => name), running.slice(0, 1).map((id) => names.get(id)), where);
    assert.deepEqual(tasks("ready").map(({ name }) => name), ready.map((id) => names.get(id)), where);

    const due = timers
      .filter(({ task }) => lanes[task].state === "idle")
      .map(({ task, until_ms }) => [names.get(task), seconds(until_ms)]);
    const dueShown = shown.waiting.flatMap(({ name, note }) => {
      const [, until] = /due (\d.*)$/.exec(note) ?? [];
      return until ? [[name, until]] : [];
    });
    assert.deepEqual(dueShown, due, `${where}: the deadlines, earliest first`);
  },

  source(shown, { state, names, where }) {
    // An event that has no line of its own speaks about the one on which its lane stands.
    const lit = state.event ? [state.event.line ?? state.lanes[state.event.task].line] : [];
    assert.deepEqual(shown.filter(({ lit }) => lit).map(({ number }) => number), lit, where);
    const standing = new Map();
    for (const { id, line, state: what } of state.lanes) {
      if (!line || !["busy", "scheduled", "idle"].includes(what)) continue;
      standing.set(line, [...(standing.get(line) ?? []), names.get(id)]);
    }
    const named = shown.filter(({ names }) => names);
    assert.deepEqual(named.map(({ number }) => number), [...standing.keys()].sort((a, b) => a - b), where);
    for (const { number, names: tip, listed } of named) {
      const expected = standing.get(number);
      assert.match(tip, new RegExp(`^${expected.join(", ")} stands? here$`), where);
      assert.deepEqual(listed, expected.slice(0, listed.length), where);
      assert.ok(listed.length > 0, where);
    }
  },

  tasks(shown, { state, names, where }) {
    const expected = state.lanes.map(({ id, state, polls, line }) => ({
      name: names.get(id),
      state: { busy: "running", scheduled: "ready", idle: "waiting" }[state] ?? state,
      polls: String(polls),
      line: String(line),
    }));
    assert.deepEqual(shown, expected, where);
  },
};

/** The first event of a kind. */
function find(events, kind) {
  return events.find((event) => event.kind === kind).n;
}

/** @param {import("playwright-core").Page} page */
async function cursor(page) {
  return Number(await page.getByRole("slider", { name: "Event" }).inputValue());
}

/** Parents before their children, children in the order of their spawns. */
function familyOrder(tasks, parent = null) {
  const children = tasks.filter((task) => task.parent === parent);
  return children.flatMap(({ id }) => [id, ...familyOrder(tasks, id)]);
}

/** From milliseconds to pixels, as the labels of the axis say it. */
function clockOf(ticks) {
  const [first, last] = [ticks[0], ticks[ticks.length - 1]];
  const perMs = (last.x - first.x) / (last.ms - first.ms);
  return { x: (ms) => first.x + (ms - first.ms) * perMs };
}

/** Blocks that begin nearer to one another than a block and a gap need are drawn as one. */
function apart(xs) {
  const BLOCK_AND_GAP = 4;
  const begun = [];
  for (const x of xs) if (begun.length === 0 || x >= begun[begun.length - 1] + BLOCK_AND_GAP) begun.push(x);
  return begun;
}

/** What the views show, read from the page. @param {import("playwright-core").Page} page */
function seen(page) {
  return playground(page).evaluate((element) => {
    const root = element.shadowRoot;
    const all = (selector, within = root) => [...within.querySelectorAll(selector)];
    const text = (node) => node?.textContent.trim() ?? "";

    const inner = root.querySelector(".lanes > svg");
    const left = Number(inner.getAttribute("x"));
    const ticks = all(".axis .tick").map((tick, index) => {
      const [, value, unit] = /^([\d.]+) (ms|s)$/.exec(text(tick));
      const grid = all(".axis .grid")[index].getAttribute("d");
      return { ms: Number(value) * (unit === "s" ? 1000 : 1), x: Number(/^M([\d.]+)/.exec(grid)[1]) };
    });
    const lanes = all(".lane").map((lane) => {
      const y = Number(/translate\(0 ([\d.]+)\)/.exec(lane.getAttribute("transform"))[1]);
      const strokes = lane.querySelector(".busy").getAttribute("d").matchAll(/M([\d.]+) 0H([\d.]+)/g);
      const blocks = [...strokes].map(([, from, to]) => ({ from: left + Number(from), to: left + Number(to) }));
      const height = Number(root.querySelector(".lanes").getAttribute("height")) / root.querySelectorAll(".lane").length;
      return { id: Number(lane.dataset.task), y, height, blocks };
    });
    const timeline = {
      label: root.querySelector(".lanes").getAttribute("aria-label"),
      axis: root.querySelector(".axis").getBoundingClientRect().height,
      // The name as drawn, without the whole expression that its tip says.
      names: all(".lanes .name").map((name) => name.lastChild.textContent.trim()),
      cursor: Number(/^M([\d.]+)/.exec(root.querySelector(".cursor").getAttribute("d"))[1]),
      ticks,
      lanes,
    };

    const log = all(".log li").map((line) => ({
      time: text(line.querySelector("time")),
      text: text(line.querySelector(".text")),
      standing: line.ariaCurrent === "step" ? "at" : line.classList.contains("later") ? "later" : "past",
    }));

    const loop = Object.fromEntries(
      all(".loop > div").map((column) => [
        text(column.querySelector("h4 button")),
        all(".chip > button", column).map((chip) => ({ name: text(chip.querySelector("b")), note: text(chip.querySelector("span")) })),
      ]),
    );

    const source = all(".source .line").map((line) => ({
      number: Number(text(line.querySelector(".number"))),
      lit: line.classList.contains("at"),
      names: line.querySelector(".names")?.title,
      listed: all(".names b", line).map(text),
    }));

    return { timeline, log, loop, source };
  });
}

/** The table of tasks, read from its panel. @param {import("playwright-core").Page} page */
function listed(page) {
  return page.locator(".tasks table").evaluate((table) => {
    const texts = (row) => [...row.cells].map((cell) => (cell.querySelector("thead button") ?? cell).textContent.trim());
    const columns = texts(table.tHead.rows[0]);
    return [...table.tBodies[0].rows].map((row) => {
      const of = (column) => texts(row)[columns.indexOf(column)];
      return { name: row.querySelector("b").textContent, state: of("State"), polls: of("polls"), line: of("Line") };
    });
  });
}

/** Which figures are not clear of what stands beside them. @param {Page} page */
function touching(page) {
  return playground(page).evaluate(({ shadowRoot: root }) => {
    const boxOf = (node) => {
      const range = document.createRange();
      range.selectNodeContents(node);
      return range.getBoundingClientRect();
    };
    const all = (selector, measure) => [...root.querySelectorAll(selector)].map((part) => [part, measure(part)]);
    const beside = [...all(".verdict :is(dt, dd, dd span)", boxOf), ...all(".verdict svg, .marks", (part) => part.getBoundingClientRect())];
    const figures = all(".verdict dd:not(:has(span)), .verdict dd span", boxOf);
    const isClear = (a, b) => b.left - a.right >= 4 || a.left - b.right >= 4 || a.top >= b.bottom - 1 || b.top >= a.bottom - 1;
    return figures.flatMap(([figure, box]) => beside
      .filter(([other, around]) => !other.contains(figure) && !figure.contains(other) && around.width > 0 && !isClear(box, around))
      .map(([other]) => `${figure.innerText} and ${other.textContent.trim() || other.localName}`));
  });
}
