// Program and run are on one screen, what the cursor is at is in sight, and nothing jumps.

import assert from "node:assert/strict";

import { lookAt, moveTo, open, playground, runToTheEnd, settled } from "./lesson.mjs";
import { pageTest } from "./page.mjs";

/** @typedef {import("playwright-core").Page} Page */

const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };

/** A lesson of at most so many lanes and lines is seen whole. */
const LANES = 5;
const LINES = 30;

pageTest("at 1280 x 800 program and run are on one screen, in every lesson of at most 5 lanes and 30 lines", async ({ page }) => {
  await page.goto("/");
  const lessons = await page.evaluate(async () => {
    const { scenarios, simulate } = await import("/embed/async-playground.js");
    const all = [];
    for (const { id, source, browser_only } of await scenarios()) {
      const lanes = browser_only ? 1 : (await simulate(id)).tasks.length;
      all.push({ id, lanes, lines: source.rust.trimEnd().split("\n").length });
    }
    return all;
  });
  const small = lessons.filter(({ lanes, lines }) => lanes <= LANES && lines <= LINES);
  assert.ok(small.length > lessons.length / 2, `${small.length} of ${lessons.length}`);
  // Another browser has other type, and lays out alike: there the longest programs, and those of most lanes, are enough.
  const fullest = (/** @type {"lanes" | "lines"} */ what) => small.toSorted((a, b) => b[what] - a[what]).slice(0, 3);
  const looked = page.context().browser().browserType().name() === "chromium" ? small : [...fullest("lanes"), ...fullest("lines")];
  for (const { id } of looked) {
    await open(page, `${id}?speed=20`);
    // As long as a run goes on there is nothing else to see than at its end.
    await playground(page).evaluate((element) => element.run());
    await settled(page);
    const hidden = await playground(page).evaluate((element) => {
      const root = element.shadowRoot;
      const within = ({ top, bottom, left, right }) => top >= 0 && left >= 0 && bottom <= innerHeight + 1 && right <= innerWidth + 1;
      const parts = [".lesson", ".source", ".controls", ".figures", ".timeline", ".scrubber", ".sentence", ".loop", ".log"];
      const cut = (box) => box.scrollHeight > box.clientHeight + 1;
      return [
        ...parts.filter((part) => !within(root.querySelector(part).getBoundingClientRect())),
        ...[".source pre", ".timeline .frame", ".lesson"].filter((part) => cut(root.querySelector(part))).map((part) => `a part of ${part}`),
        // The end of a part has more to read, below.
        ...(cut(document.documentElement) && !document.querySelector(".ending") ? ["a part of the page"] : []),
      ];
    });
    assert.deepEqual(hidden, [], id);
  }
}, { context: { viewport: DESKTOP } });

for (const language of ["Rust", "Python"]) {
  pageTest(`while stepping, the lit line of ${language} and the line of the log are always in sight`, async ({ page }) => {
    await open(page, "two-orders?speed=20");
    await page.getByRole("tab", { name: language }).click();
    const { events } = await runToTheEnd(page);
    let scrolled = false;
    for (let n = 0; n <= events.length; n += 3) {
      await moveTo(page, n);
      const seen = await playground(page).evaluate(async (element) => {
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        return [".source pre", ".log ol"].map((selector) => {
          const pane = element.shadowRoot.querySelector(selector);
          const [box, line] = [pane, pane.querySelector("[data-at]")].map((one) => one?.getBoundingClientRect());
          return { in: !line || (line.top >= box.top - 1 && line.bottom <= box.bottom + 1), top: pane.scrollTop };
        });
      });
      assert.ok(seen.every((pane) => pane.in), `at event ${n}`);
      scrolled ||= seen[0].top > 0;
    }
    assert.ok(scrolled, "the program is longer than its pane");
    assert.equal(await page.evaluate(() => scrollY), 0, "and the page is not scrolled for it");
  }, { context: { viewport: { width: 1280, height: 620 } } });
}

pageTest("on a phone scrubber, sentence and the line that it speaks about stay at the bottom of the screen", async ({ page }) => {
  await open(page, "gather?speed=20");
  const { events } = await runToTheEnd(page);
  const program = await page.evaluate(async () => {
    const { scenarios } = await import("/embed/async-playground.js");
    return (await scenarios()).find(({ id }) => id === "gather").source.rust.split("\n");
  });
  for (const part of [0, 0.2, 0.4]) {
    await page.evaluate((part) => scrollTo(0, part * document.documentElement.scrollHeight), part);
    // By its key: what a driver clicks it may scroll to first.
    await page.keyboard.press("ArrowLeft");
    await settled(page);
    const n = Number(await page.getByRole("slider", { name: "Event" }).inputValue());
    const { bottom, spoken, lit } = await playground(page).evaluate(({ shadowRoot: root }) => ({
      bottom: innerHeight - root.querySelector(".dock").getBoundingClientRect().bottom,
      spoken: root.querySelector(".spoken-of").innerText,
      lit: Number(root.querySelector(".source .line.at .number").textContent),
    }));
    assert.ok(Math.abs(bottom) < 1, `${bottom} px above the bottom of the screen`);
    const dense = (/** @type {string} */ text) => text.replace(/\s+/g, "");
    assert.equal(dense(spoken), dense(`${lit}${program[lit - 1]}`), events[n - 1].kind);
  }
}, { context: { viewport: PHONE } });

for (const viewport of [DESKTOP, PHONE]) {
  pageTest(`nothing jumps when a value is typed, a run begins, goes on and is judged, ${viewport.width} px wide`, async ({ page }) => {
    await page.addInitScript(() => {
      globalThis.shifts = [];
      new PerformanceObserver((list) => shifts.push(...list.getEntries().map(({ value }) => value))).observe({ type: "layout-shift", buffered: true });
    });
    await open(page, "gather?speed=4");
    await page.evaluate(() => document.querySelector(".onward")?.remove());
    await shifted(page);
    const steps = {
      "a value is typed": async () => {
        await page.locator(".controls input[name=a]").fill("2.5");
        await page.locator(".controls input[name=a]").blur();
      },
      "a value is refused": async () => {
        await page.locator(".controls input[name=b]").fill("99");
        await page.locator(".controls input[name=b]").blur();
        await page.getByRole("alert").filter({ hasText: '"99"' }).waitFor();
        await page.locator(".controls input[name=b]").fill("1");
        await page.locator(".controls input[name=b]").blur();
        await page.getByRole("spinbutton", { name: /^How long/ }).waitFor();
      },
      "a run is predicted, and judged": async () => {
        await page.getByRole("spinbutton", { name: /^How long/ }).fill("1");
        await page.getByRole("button", { name: "Check by running" }).click();
        await page.getByText("Not quite.").waitFor();
      },
      "it is run again": () => runToTheEnd(page),
    };
    for (const [step, act] of Object.entries(steps)) {
      await act();
      // The chips of the loop stand in a row, and make room for one another.
      const sum = await shifted(page);
      assert.ok(sum < 0.01, `${step}: ${sum}`);
    }
  }, { context: { viewport }, onlyIn: { chromium: "measures layout shifts" } });
}

pageTest("what can be done with the program stands in one row, 320 px wide", async ({ page }) => {
  await open(page, "gather?predict=none");
  const rows = () => page.locator(".source .tools > *").evaluateAll((all) => [...new Set(all.map((tool) => tool.getBoundingClientRect().top))]);
  assert.equal((await rows()).length, 1);
  await page.getByRole("button", { name: "Edit" }).click();
  await page.getByRole("button", { name: "Reset the program" }).waitFor();
  assert.equal((await rows()).length, 1);
}, { context: { viewport: { width: 320, height: 800 } } });

pageTest("defaults come back by one button, and the log is copied as it was printed", async ({ page }) => {
  await open(page, "gather?speed=20&a=4");
  const reset = page.getByRole("button", { name: "Reset to defaults" });
  await reset.click();
  assert.deepEqual(await page.locator(".controls form input").evaluateAll((inputs) => inputs.map(({ value }) => value)), ["2", "1", "3"]);
  assert.equal(await page.locator("select[name=speed]").inputValue(), "1");
  assert.equal(new URL(page.url()).search, "");
  assert.ok(await reset.isDisabled());

  await page.locator("select[name=speed]").selectOption("20");
  const { log } = await runToTheEnd(page);
  await page.getByRole("button", { name: "Copy the log" }).click();
  await page.getByRole("button", { name: "Copy the log" }).getByText("Copied").waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), log.map(({ text }) => `${text}\n`).join(""));
}, { context: { permissions: ["clipboard-read", "clipboard-write"] }, onlyIn: { chromium: "lets a page read the clipboard" } });

pageTest("the projector's view has program, timeline and sentence, in larger type, and a way back", async ({ page }) => {
  await open(page, "gather?speed=20");
  const size = () => page.locator(".source .line").first().evaluate((line) => line.getBoundingClientRect().height);
  const usual = await size();
  await page.locator(".share summary").click();
  await page.getByRole("link", { name: "Show it on a projector" }).click();
  await page.waitForURL(/view=projector/);
  await runToTheEnd(page);
  assert.ok((await size()) / usual > 1.3);
  for (const part of [".timeline", ".sentence", ".source"]) assert.ok(await page.locator(part).isVisible(), part);
  for (const part of [".log", ".figures", ".predict"]) assert.equal(await page.locator(part).count(), 0, part);
  await page.getByRole("link", { name: "Full view" }).click();
  await page.waitForURL((url) => !url.search.includes("view"));
}, { context: { viewport: DESKTOP } });

pageTest("of the panels one is shown, chosen by the arrows, and stays chosen in the next run", async ({ page }) => {
  await open(page, "gather?speed=20");
  await runToTheEnd(page);
  await lookAt(page, "Loop and log");
  await page.getByRole("tab", { name: "Loop and log" }).press("ArrowLeft");
  await page.getByRole("tab", { name: /^(In words|Diagnoses)/, selected: true }).waitFor();
  await lookAt(page, "Tasks");
  await runToTheEnd(page);
  assert.ok(await page.locator(".tasks").isVisible());
  assert.equal(await page.locator(".log").count(), 0);
});

/** How far things have jumped since it was last asked. @param {Page} page */
function shifted(page) {
  return page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return globalThis.shifts.splice(0).reduce((sum, value) => sum + value, 0);
  });
}
