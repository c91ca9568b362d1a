// What is predicted of a run: asked before it, judged by it, and kept when it says nothing.

import assert from "node:assert/strict";

import { openHtml } from "./browser.mjs";
import { finished, give, lookAt, open, playground, ready, runToTheEnd, settled } from "./lesson.mjs";
import { pageTest } from "./page.mjs";

const SAME = { onlyIn: { chromium: "what is asked and judged is the same in both" } };

/** @typedef {import("playwright-core").Page} Page */

const questions = (/** @type {Page} */ page) => page.locator("async-playground .predict");
const total = (/** @type {Page} */ page) => page.getByRole("spinbutton", { name: /^How long/ });
const verdicts = (/** @type {Page} */ page) => page.locator("async-playground .answers > ul > li");
const chips = (/** @type {Page} */ page) => page.getByRole("list", { name: "Your prediction" });

pageTest("skipping skips one lesson, and the questions of the next one are asked without its answers", async ({ page }) => {
  await open(page, "gather");
  await total(page).fill("0.15");
  await page.getByRole("button", { name: "Skip" }).click();
  await questions(page).waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Predict" }).click();
  assert.equal(await total(page).inputValue(), "0.15");
  await page.getByRole("button", { name: "Skip" }).click();
  await page.getByRole("link", { name: "Three waits, one after another" }).click();
  await page.getByRole("heading", { name: "Three waits, one after another" }).waitFor();
  assert.equal(await total(page).inputValue(), "");
});

pageTest("a run that is stopped uses up no prediction: the next one is judged by it", async ({ page }) => {
  await open(page, "sequential?speed=2");
  await total(page).fill("3");
  await page.getByRole("button", { name: "Check by running" }).click();
  await page.getByRole("region", { name: "Log" }).getByText("A starting").waitFor();
  await page.getByRole("button", { name: "Stop" }).click();
  assert.equal((await finished(page)).outcome, "stopped");
  assert.deepEqual(await chips(page).locator("li").allInnerTexts(), ["You said 3 s", "kept for the next run"]);
  const a = page.locator(".controls input[name=a]");
  await a.fill("1.9");
  await a.blur();
  await page.getByRole("button", { name: "Change it" }).click();
  assert.equal(await total(page).inputValue(), "3");
  await page.getByRole("button", { name: "Check by running" }).click();
  await chips(page).getByText("Right: You said 3 s").waitFor();
}, SAME);

pageTest("a wrong answer gets a hint, its reason when asked, and another try from what was said", async ({ page }) => {
  await open(page, "gather?speed=20");
  const { lines, seconds } = await page.evaluate(async () => {
    const { simulate } = await import("/embed/async-playground.js");
    const { log, elapsed_ms } = await simulate("gather", {}, { speed: 20 });
    return { lines: log.map(({ text }) => text), seconds: String(elapsed_ms / 1000) };
  });
  await page.getByRole("button", { name: `Move '${lines[0]}' up` }).click();
  await total(page).fill("0.3");
  await runToTheEnd(page);
  await verdicts(page).first().waitFor();
  const [order, length] = await verdicts(page).allInnerTexts();
  assert.match(order, /^Not quite\.\s+(From the top, \d of 7 lines are right\. Look at your line \d|Your first line is not yet right)\. .+\?\s+Show why/);
  assert.match(length, /^Not quite\.\s+You said 0\.3 s\. That is too long\. Which of the waits go on at the same time\?\s+Show why/);
  await verdicts(page).last().getByRole("button", { name: "Show why" }).click();
  assert.match(await verdicts(page).last().innerText(), /It took 0\.\d+ s, and 0\.150 s on the simulated clock\. Its waits add up to 0\.300 s/);

  // The focus goes into what is asked again.
  await page.getByRole("button", { name: "Try again" }).click();
  await page.waitForFunction(() => document.querySelector("async-playground").shadowRoot.activeElement?.closest(".order"));
  assert.equal(await total(page).inputValue(), "0.3");
  await total(page).fill(seconds);
  await page.keyboard.press("Enter");
  await finished(page);
  await chips(page).getByText(`Right: You said ${seconds} s`).waitFor();
  assert.match(await chips(page).locator("li").first().innerText(), /^Not quite:\s+Order: \d of 7 lines$/);
  await page.getByRole("status").getByText("Of your predictions, right: 1 of 2.").waitFor({ state: "attached" });

  // The same again is predicted alike, and something else is not.
  await runToTheEnd(page);
  await chips(page).getByText(`Right: You said ${seconds} s`).waitFor();
  await page.locator(".controls input[name=a]").fill("2.5");
  await runToTheEnd(page);
  assert.equal(await chips(page).count(), 0);
}, SAME);

pageTest("a run that is opened says the answers; when something else is chosen, it is asked again", async ({ page }) => {
  await open(page, "gather?speed=20");
  const record = await runToTheEnd(page);
  await page.reload();
  await ready(page);
  await questions(page).waitFor();
  await give(page, record);
  await finished(page);
  await questions(page).waitFor({ state: "detached" });
  const a = page.locator(".controls input[name=a]");
  await a.fill("4");
  await a.blur();
  await questions(page).waitFor();
  await a.fill(String(record.params.a));
  await a.blur();
  await questions(page).waitFor({ state: "detached" });
  await lookAt(page, "Prediction");
  await page.getByRole("button", { name: "Predict" }).click();
  await questions(page).waitFor();
}, SAME);

const element = (/** @type {string} */ predict) => `<script type="module" src="/embed/async-playground.js"></script>
  <async-playground scenario="lazy" predict="${predict}"></async-playground>`;

pageTest("where a prediction is required, Run and its key run nothing before each question is answered", async ({ page }) => {
  await openHtml(page, element("required"));
  await ready(page);
  await questions(page).waitFor();
  assert.equal(await page.getByRole("button", { name: "Skip" }).count(), 0);
  const asked = () => page.waitForFunction(() => document.querySelector("async-playground").shadowRoot.activeElement?.closest("[data-question]")?.textContent);
  const held = async () => String(await (await asked()).jsonValue()).replace(/\s+/g, " ").trim();
  const press = {
    Run: () => page.getByRole("button", { name: /^Run/ }).click(),
    "its key": () => page.keyboard.press("Control+Enter"),
    Check: () => page.getByRole("button", { name: "Check by running" }).click(),
  };
  await press.Run();
  assert.match(await held(), /^In which order will these lines be printed/);
  await page.getByText("Answer each question first, then it can be run. Still open: 3 of 3.").waitFor();
  await press["its key"]();
  await page.waitForFunction(() => document.querySelector("async-playground").shadowRoot.activeElement?.closest(".order"));
  await page.getByRole("button", { name: "Keep this order" }).click();
  await press.Check();
  await page.waitForFunction(() => document.querySelector("async-playground").shadowRoot.activeElement?.matches("[type=number]"));
  assert.equal(await playground(page).evaluate((element) => element._runner.shown), undefined);
  await total(page).fill("0");
  await press.Check();
  assert.match(await held(), /^What does the call greet\("nobody"\), without an await, give/);
  await page.getByRole("radio", { name: /^A value/ }).check();
  await page.getByText("All is answered: it can be run.").waitFor();
  await press.Run();
  await finished(page);
  assert.equal(await chips(page).locator("li").count(), 3);

  // Who calls it by its name is not held up.
  await playground(page).evaluate((element) => (element.prediction = undefined));
  assert.equal(await playground(page).evaluate(async (element) => (await element.run()).outcome), "completed");
  // Another view asks nothing, and so requires nothing; nor does the lesson that leaves it out.
  await playground(page).evaluate((element) => (element.predict = "none"));
  await settled(page);
  assert.equal(await page.getByRole("button", { name: "Predict" }).count(), 0);
  await runToTheEnd(page);
  assert.equal(await questions(page).count(), 0);
}, SAME);

pageTest("the order is asked when its lines give nothing away any more", async ({ page }) => {
  await open(page, "end-of-main");
  const keep = page.getByRole("button", { name: "Keep this order" });
  await questions(page).getByText("After that, the order").waitFor();
  assert.equal(await keep.count(), 0);
  await questions(page).getByRole("radio", { name: "No", exact: true }).check();
  await keep.waitFor();
}, SAME);

pageTest("what is predicted can be remembered: each change is told, and what is set answers the same questions", async ({ page }) => {
  await page.addInitScript(() => {
    globalThis.told = [];
    addEventListener("playground-predict", ({ detail }) => told.push(JSON.stringify(detail)));
  });
  await openHtml(page, element("ask"));
  await ready(page);
  await page.getByRole("radio", { name: /^A value/ }).check();
  await total(page).fill("1");
  await page.getByRole("button", { name: "Keep this order" }).click();
  const { told, prediction } = await playground(page).evaluate((element) => ({ told: globalThis.told, prediction: element.prediction }));
  assert.equal(told.length, 3);
  assert.deepEqual(JSON.parse(told[2]), prediction);
  assert.deepEqual([prediction.answers[1], prediction.answers[2], prediction.skipped], ["1", 2, false]);

  // Set before the questions are known, and after it; what does not fit is left out.
  await page.reload();
  await page.waitForFunction(() => customElements.get("async-playground"));
  await playground(page).evaluate((element, prediction) => (element.prediction = prediction), prediction);
  await ready(page);
  await page.getByText("This is your order.").waitFor();
  assert.equal(await total(page).inputValue(), "1");
  await playground(page).evaluate((element, prediction) => {
    prediction.answers[1] = ["1"];
    prediction.questions[0].lines.reverse();
    element.prediction = prediction;
  }, prediction);
  await settled(page);
  assert.equal(await total(page).inputValue(), "");
  assert.equal(await page.getByRole("radio", { name: /^A value/ }).isChecked(), true);
  await page.getByRole("button", { name: "Keep this order" }).waitFor();
  assert.deepEqual((await playground(page).evaluate((element) => element.prediction)).answers, [null, null, 2]);
  await playground(page).evaluate((element) => (element.prediction = { questions: [{ kind: "order" }], answers: [[]], skipped: false }));
  await page.getByRole("alert").getByText('property "prediction" is not what this property gives').waitFor();
}, SAME);

pageTest("a choice is made by keyboard; each option has its own reason, and the run shows which is right", async ({ page }) => {
  // No faster: two deadlines that are due in one poll print in the order of their branches.
  await open(page, "gather?speed=4");
  const asked = page.getByRole("group", { name: "Which of A, B and C is done first, and why?" });
  await asked.getByRole("radio").first().focus();
  await page.keyboard.press("Space");
  assert.equal(await asked.getByRole("radio", { name: "A: it began first, and keeps its lead." }).isChecked(), true);
  await page.keyboard.press("Control+Enter");
  await finished(page);
  const verdict = verdicts(page).first();
  await verdict.getByText("You said “A: it began first, and keeps its lead”. It began a moment earlier, and that is all.").waitFor();
  assert.equal(await verdict.getByText("Whoever waits shortest").count(), 0, "a hint does not give the answer away");
  await verdict.getByRole("button", { name: "Show why" }).click();
  assert.match(await verdict.innerText(), /Whoever waits shortest: its deadline is first\. .*“B done” before “A done”: /);

  await page.getByRole("button", { name: "Try again" }).click();
  await asked.getByRole("radio", { name: /^A: / }).focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Control+Enter");
  await chips(page).getByText("Right: Your choice").waitFor();
});

pageTest("without JavaScript a choice is asked, and its answer is there to be opened", async ({ page }) => {
  await page.goto("/debug-mode/");
  const main = page.locator(".reading");
  await main.getByText("Three of these four are mistakes.").waitFor();
  assert.equal(await main.getByText("Not quite:").first().isVisible(), false);
  await main.getByText("The answer", { exact: true }).click();
  assert.equal(await main.getByText("Not quite:").count(), 3);
  assert.equal(await main.locator("li code", { hasText: "sleep(…).await" }).count(), 2);
}, { context: { javaScriptEnabled: false } });
