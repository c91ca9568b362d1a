// Whatever a hand does, and in whatever order: every figure on the page is about the run beside it.
//
// A seeded hand types, presses, clicks, goes back and forth, also while a run goes on. Whenever the
// page has come to rest, what it shows is held against the run that has ended and against
// simulations that are made here, from the settings in its record, and not by the element.

import assert from "node:assert/strict";

import { open, playground, ready, seconds } from "./lesson.mjs";
import { random } from "./mixed-runs.mjs";
import { pageTest } from "./page.mjs";

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {<T>(all: readonly T[]) => T} Pick */

/** `SEED=7 STEPS=500 node --test truth.test.mjs` tries another hand, and for longer. */
const SEEDS = process.env.SEED ? process.env.SEED.split(",").map(Number) : [1, 2];
const STEPS = Number(process.env.STEPS ?? 15);

/** Short at speed 20, and different from one another: with and without parameters, waiting, blocking. */
const LESSONS = ["hello", "gather", "sequential", "spawn-await-each", "lazy", "blocking-sleep", "two-orders"];

/** Some are refused, all or by some lessons. */
const VALUES = ["1", "2", "3", "4.5", "0.15", "9", "0", "500", ""];

for (const seed of SEEDS) {
  pageTest(`every figure is about the run beside it, whatever a hand does (seed ${seed})`, async ({ page }) => {
    await page.addInitScript(watch);
    await open(page, `${LESSONS[seed % LESSONS.length]}?speed=20`);
    pastOf.set(page, { place: 0, last: 0 });
    /** @type {string[]} */
    const done = [];
    for (let step = 0; step < STEPS; step++) {
      // A step of its own makes its own choices, however many the one before could make.
      const next = random(seed * 100_003 + step);
      /** @type {Pick} */
      const pick = (all) => all[Math.floor(next() * all.length)];
      // Some acts come before what the one before has set off is over.
      for (let left = pick([1, 1, 2, 3]); left > 0; left--) done.push(await pick(ACTS)(page, pick));
      try {
        await comeToRest(page);
        isTrue(await page.evaluate(whatIsShown));
      } catch (error) {
        throw new Error(`after ${step} steps, the last: ${done.slice(-8).join(", then ")}: ${error.message}`, { cause: error });
      }
    }
  }, seed === SEEDS[0] ? {} : { onlyIn: { chromium: "one hand is enough to see whether browsers differ" } });
}

const run = (/** @type {Page} */ page) => page.getByRole("button", { name: /^Run/ });

/** What a hand does. Each says what it did. @type {((page: Page, pick: Pick) => Promise<string>)[]} */
const ACTS = [
  async (page) => (await run(page).click(), "Run"),
  async (page) => (await run(page).dblclick(), "Run twice"),
  async (page, pick) => `${await type(page, pick)} and ${(await run(page).click(), "Run")}`,
  async (page, pick) => `${await type(page, pick)} and ${await press(page, pick(["Enter", "Control+Enter", "Tab"]))}`,
  async (page, pick) => {
    await run(page).click();
    return `Run and ${await type(page, pick)} and ${await press(page, "Tab")}`;
  },
  async (page) => {
    await run(page).click();
    // It may be over by then.
    await page.getByRole("button", { name: "Stop" }).click({ timeout: 50 }).catch(() => {});
    return "Run and Stop";
  },
  async (page, pick) => go(page, `/${pick(LESSONS)}/?speed=20`),
  async (page, pick) => {
    await run(page).click();
    return `Run and ${await go(page, `/${pick(LESSONS)}/?speed=20`)}`;
  },
  async (page, pick) => go(page, `/${pick(LESSONS)}/?compare=${pick(LESSONS)}&speed=10`),
  async (page, pick) => traverse(page, pick([-1, 1])),
  async (page, pick) => {
    const speed = pick(["10", "20"]);
    await page.locator("async-playground select[name=speed]").selectOption(speed);
    return `speed ${speed} and ${(await run(page).click(), "Run")}`;
  },
  async (page, pick) => {
    const choice = page.locator("async-playground select[name=compare]");
    const value = pick(["", "its simulation", "the run before", ...LESSONS]);
    if ((await choice.locator(`option[value="${value}"]`).count()) === 0) return "compare with nothing else";
    await choice.selectOption(value);
    return `compare with "${value}"`;
  },
  async (page, pick) => press(page, pick(["Escape", "Home", "End", "ArrowLeft", "ArrowRight", " "])),
  predict,
  predict,
  async (page) => {
    await run(page).click();
    await playground(page).evaluate((element) => {
      const { parentElement } = element;
      element.remove();
      parentElement.append(element);
    });
    return "Run and move the element";
  },
  async (page) => {
    await page.locator("async-playground .share").evaluate((details) => (details.open = true));
    const link = page.locator("async-playground .share input").first();
    const { pathname, search } = new URL(await link.inputValue());
    await go(page, pathname + search);
    return "open the link that Share gives";
  },
];

/** Predicts a total, runs, and has changed its mind before the run has ended. @param {Page} page @param {Pick} pick */
async function predict(page, pick) {
  const again = page.getByRole("button", { name: /^(Predict|Predict again|Try again|Change it)$/ });
  if (await again.isVisible()) await again.click();
  const total = page.getByRole("spinbutton", { name: /^How long/ });
  if (!(await total.isVisible())) return "predict nothing";
  const said = pick(["0.15", "0.3", "1"]);
  await total.fill(said);
  await run(page).click();
  return `predict ${said} s and Run and ${await type(page, pick)} and ${await press(page, "Tab")}`;
}

/** @param {Page} page @param {Pick} pick */
async function type(page, pick) {
  const inputs = await page.locator("async-playground .controls input[type=number]").all();
  if (inputs.length === 0) return "type nowhere";
  const value = pick(VALUES);
  await pick(inputs).selectText();
  await page.keyboard.press("Delete");
  await page.keyboard.type(value);
  return `type "${value}"`;
}

/** @param {Page} page @param {string} key */
async function press(page, key) {
  await page.keyboard.press(key);
  return `press "${key}"`;
}

/** Where each page is among the places that it has been at. @type {WeakMap<Page, { place: number, last: number }>} */
const pastOf = new WeakMap();

/** Follows a link. @param {Page} page @param {string} address */
async function go(page, address) {
  if (page.url().endsWith(address)) return "stay";
  await page.goto(address);
  await ready(page);
  const past = pastOf.get(page);
  past.last = past.place += 1;
  return `go to ${address.slice(0, 60)}`;
}

/** Goes back or forward, where that leads to another place. @param {Page} page @param {number} by */
async function traverse(page, by) {
  const past = pastOf.get(page);
  if (past.place + by < 0 || past.place + by > past.last) return "stay";
  past.place += by;
  await (by < 0 ? page.goBack() : page.goForward());
  await ready(page);
  return by < 0 ? "back" : "forward";
}

/** In the page: keeps each run as it was when it ended, and counts the frames that are asked for. */
function watch() {
  globalThis.ends = [];
  addEventListener("playground-finish", ({ detail, target }) => {
    const { longest_ms } = target._runner.shown.heartbeat;
    ends.push({ record: JSON.stringify(detail), gap: `${Math.round(longest_ms)} ms` });
  });
  const { requestAnimationFrame } = globalThis;
  globalThis.frame = () => new Promise((resolve) => requestAnimationFrame.call(globalThis, resolve));
  globalThis.framesAskedFor = 0;
  globalThis.requestAnimationFrame = (callback) => {
    framesAskedFor++;
    return requestAnimationFrame.call(globalThis, callback);
  };
}

/** Waits until no run goes on and the element shows what it was told. @param {Page} page */
async function comeToRest(page) {
  await ready(page);
  await playground(page).evaluate(async (element) => {
    const { _foresight: foresight, _runner: runner } = element;
    const isAtRest = () => runner.state === "idle" && (!runner.shown || runner.shown.verdicts) && !element.isUpdatePending;
    do {
      await new Promise((resolve) => setTimeout(resolve));
      await foresight.current?.settled;
      await runner.shown?.foreseen.settled;
    } while (!isAtRest());
  });
}

/** In the page: what stands on it, and what it should be about. */
async function whatIsShown() {
  const { scenarios, simulate } = await import("/embed/async-playground.js");
  const element = document.querySelector("async-playground");
  const { record, shadowRoot: root } = element;
  // The first frames are those that the last drawing has asked for: it may have changed the width of what is drawn.
  let frames;
  for (let most = 5; most > 0 && frames !== 0; most--) {
    const before = framesAskedFor;
    for (let count = 0; count < 2; count++) await frame();
    frames = framesAskedFor - before;
  }

  const text = (node) => node?.textContent.replace(/\s+/g, " ").trim();
  const texts = (selector, from = root) => [...from.querySelectorAll(selector)].map(text);
  const foresee = async (id, params, speed) => {
    const { elapsed_ms, waits_ms, params: all, log } = await simulate(id, params, { speed });
    return { elapsed_ms, waits_ms, params: all, log: log.map((line) => line.text) };
  };
  const course = await scenarios();
  const panel = async (/** @type {string} */ name, /** @type {() => unknown} */ read) => {
    const before = element._panel;
    element._panel = name;
    await element.updateComplete;
    const seen = read();
    element._panel = before;
    await element.updateComplete;
    return seen;
  };
  const lesson = course.find(({ id }) => id === element.scenario);
  const inputs = Object.fromEntries([...root.querySelectorAll(".controls form input")].map(({ name, value }) => [name, value]));
  const speed = root.querySelector("select[name=speed]").value;
  const compare = root.querySelector("select[name=compare]").value;
  const other = course.find(({ id }) => id === compare);
  const taken = record && other && Object.fromEntries(Object.entries(record.params).filter(([name]) => other.params.some((param) => param.name === name)));
  return {
    lesson: { id: lesson.id, title: lesson.title, params: lesson.params },
    address: { id: location.pathname.split("/").at(-2), ...Object.fromEntries(new URLSearchParams(location.search)) },
    inputs,
    speed,
    chosen: await foresee(lesson.id, inputs, speed).catch(({ message }) => ({ refused: message })),
    record: record && JSON.parse(JSON.stringify(record)),
    ends: ends.map((end) => ({ gap: end.gap, record: JSON.parse(end.record) })),
    simulated: record && (await foresee(record.scenario, record.params, record.speed)),
    second: taken && (await foresee(compare, taken, record.speed).catch(({ message }) => ({ refused: message }))),
    compare,
    otherTitle: (other ?? lesson).title,
    frames,
    title: text(root.querySelector("h2")),
    alert: text(root.querySelector("[role=alert]")) ?? "",
    status: text(root.querySelector(".pending")) ?? "",
    asked: texts(".questions .order .line"),
    verdicts: await panel("predicted", () => texts(".answers > ul > li").map((said) => said.replace(/^(Right|Not quite)\. */, "$1: "))),
    figures: [...root.querySelectorAll(".verdict > div")].map((one) => [text(one.querySelector("dt")), text(one.querySelector("dd"))]),
    log: await panel("now", () => texts(".log li")),
    events: text(root.querySelector(".scrubber output")),
    lines: [...root.querySelectorAll("[aria-label^='Next event of line']")].map((line) => Number(text(line))),
    tasks: await panel("tasks", () => [...root.querySelectorAll(".tasks tbody tr")].map((row) => texts("td", row).slice(-4, -1))),
    saving: text(root.querySelector(".comparison .saving")),
    sides: [...root.querySelectorAll(".comparison header")].map((one) => ({ title: text(one.querySelector("h3")), time: text(one.querySelector("b")), how: text(one.querySelector(".quiet")) })),
    summary: texts("p.hidden[role=status]").at(-1),
  };
}

/** @param {Awaited<ReturnType<typeof whatIsShown>>} shown */
function isTrue(shown) {
  const { lesson, record, simulated, chosen } = shown;
  assert.equal(shown.frames, 0, "frames asked for while nothing runs");
  assert.equal(shown.title, lesson.title);

  // The controls, the address and what is asked are about what is chosen.
  assert.equal(shown.address.id, lesson.id, "the address");
  assert.equal(shown.address.speed ?? "1", shown.speed, "the address's speed");
  for (const { name, default: given } of lesson.params) {
    assert.equal(Number(shown.address[name] ?? given), Number(shown.inputs[name]), `the address's ${name}`);
  }
  if (chosen.refused) assert.ok(shown.alert.includes(chosen.refused), `not said: ${chosen.refused}`);
  else if (!shown.second?.refused) assert.equal(shown.alert, "");
  if (chosen.log) for (const line of shown.asked) assert.ok(chosen.log.includes(line), `asked for "${line}", which is not printed`);

  if (!record) {
    assert.deepEqual([shown.figures, shown.log, shown.lines, shown.tasks, shown.sides, shown.verdicts], [[], [], [], [], [], []]);
    assert.equal(shown.status, "", "nothing is shown that could differ");
    return;
  }

  // The run is that of this lesson, and as it was when it ended.
  assert.equal(record.scenario, lesson.id);
  const figure = (/** @type {RegExp} */ term) => shown.figures.find(([dt]) => term.test(dt))?.[1];
  const gap = figure(/longest gap/);
  if (gap) assert.deepEqual({ record, gap }, shown.ends.at(-1), "the run that ended last");
  else assert.match(shown.figures[0][0], /^(measured when it was recorded|stopped: measured until then|failed: measured until then)$/);

  // Its figures.
  assert.equal(shown.figures[0][1], seconds(record.elapsed_ms), "its time");
  const isWhole = record.outcome === "completed";
  assert.equal(figure(/^simulated/), isWhole ? seconds(simulated.elapsed_ms) : "", "its simulation");
  assert.equal(figure(/all waits/), isWhole ? seconds(simulated.waits_ms) : "", "its waits");
  assert.equal(shown.log.length, record.log.length, "its lines");
  shown.log.forEach((line, index) => assert.ok(line.startsWith(seconds(record.log[index].at_ms)) && line.endsWith(record.log[index].text), line));
  assert.match(shown.events, new RegExp(` of ${record.events.length} `));
  assert.deepEqual(shown.lines, [...new Set(record.events.flatMap(({ line }) => line ?? []))].sort((a, b) => a - b), "lines of its events");
  assert.deepEqual(shown.tasks, record.tasks.map((task) => [task.busy_ms, task.scheduled_ms, task.idle_ms].map(seconds)), "times of its tasks");
  assert.ok(shown.summary.startsWith(`${record.scenario} ${record.outcome}`) && shown.summary.includes(seconds(record.elapsed_ms)), shown.summary);

  // What was predicted of it.
  for (const verdict of shown.verdicts) {
    const total = /: You said ([\d.]+) s\. (.*)$/.exec(verdict);
    if (!total) continue;
    const off = Number(total[1]) * 1000 - simulated.elapsed_ms;
    if (Math.abs(off) <= Math.max(simulated.elapsed_ms * 0.05, 50) + 1e-6) {
      const times = `It took ${seconds(record.elapsed_ms)}, and ${seconds(simulated.elapsed_ms)} on the simulated clock.`;
      assert.ok(verdict.startsWith("Right: ") && total[2].startsWith(times), verdict);
      if (simulated.waits_ms > 0) assert.ok(total[2].includes(`add up to ${seconds(simulated.waits_ms)}`), verdict);
    } else {
      assert.ok(verdict.startsWith("Not quite: ") && total[2].startsWith(`That is too ${off > 0 ? "long" : "short"}.`), verdict);
    }
  }

  // What it is beside.
  if (shown.compare === "") {
    assert.deepEqual(shown.sides, []);
  } else {
    const settings = (/** @type {any} */ params) => [...Object.entries(params).map(([name, value]) => `, ${name} = ${value}`), record.speed === 1 ? "" : `, speed ${record.speed}`].join("");
    const [left, right] = shown.sides;
    assert.deepEqual(left, { title: lesson.title, time: seconds(record.elapsed_ms), how: `measured${settings(record.params)}` });
    assert.equal(right.title, shown.otherTitle);
    if (shown.compare === "its simulation") {
      assert.deepEqual(right, { title: lesson.title, time: seconds(simulated.elapsed_ms), how: `simulated${settings(record.params)}` });
    } else if (shown.compare === "the run before") {
      if (right.time) assert.ok(shown.ends.slice(0, -1).some((end) => end.record.scenario === lesson.id && seconds(end.record.elapsed_ms) === right.time), "a run before");
    } else if (shown.second.refused) {
      assert.equal(right.time, undefined);
    } else if (right.how.startsWith("simulated")) {
      assert.deepEqual(right, { title: shown.otherTitle, time: seconds(shown.second.elapsed_ms), how: `simulated${settings(shown.second.params)}` });
    } else {
      assert.equal(right.how, `measured${settings(shown.second.params)}`);
    }
    if (right.time) for (const { time } of [left, right]) assert.ok(shown.saving.includes(time), shown.saving);
  }

  // Where the controls differ from it, that is said, with what it had.
  const had = [...lesson.params, { name: "speed", label: "speed", unit: "" }].flatMap(({ name, label, unit }) => {
    const [now, then] = name === "speed" ? [shown.speed, record.speed] : [shown.inputs[name], record.params[name]];
    return Number(now) === then ? [] : `${label} = ${then}${unit ? ` ${unit}` : ""}`;
  });
  assert.equal(shown.status, had.length > 0 ? `The run shown had ${had.join(", ")}. The new value applies to the next run.` : "");
}
