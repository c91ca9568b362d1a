// The lessons that need a browser: they run, and what the page cannot do with them it says.

import assert from "node:assert/strict";

import { fake } from "./fakes.mjs";
import { open, playground, runToTheEnd } from "./lesson.mjs";
import { answer, openModule } from "./module.mjs";
import { pageTest } from "./page.mjs";

const PIECES = [1, 2, 3, 4, 5].map((piece) => `piece ${piece}`);
const ANSWERS = ["404: no such page", "200: the page is here", "200: the page is here"];

/** What each prints, with the values that stand where none are given. */
const PRINTED = {
  "microtask-macrotask": [
    "a microtask after each piece", ...PIECES, "the timer of 0 ms",
    "a macrotask after each piece", PIECES[0], "the timer of 0 ms", ...PIECES.slice(1),
  ],
  callback: [
    "the callback sends into a oneshot", "received: the answer",
    "the callback resolves a promise", "resolved",
    "the callback is dropped", "nobody will ever call back",
  ],
  "real-fetch": ["one after another", ...ANSWERS, "all at once", ...ANSWERS, "with a time limit", ANSWERS[1]],
};

/** A browser says of each page that is not there that it is not. */
const allowed = [/Failed to load resource: .*404/];

const textsOf = ({ log }) => log.map(({ text }) => text);

for (const [id, lines] of Object.entries(PRINTED)) {
  pageTest(`${id} runs, and is not simulated`, async ({ page, complaints }) => {
    await open(page, `${id}?predict=none`);
    const record = await runToTheEnd(page);
    assert.equal(record.outcome, "completed", record.error);
    assert.deepEqual(textsOf(record), lines);
    const figures = await playground(page).locator(".verdict dt").allTextContents();
    assert.ok(figures.includes("no simulation: it needs a browser"), figures.join());
    assert.equal(await playground(page).locator("select[name=compare] option", { hasText: "its own simulation" }).count(), 0);
    assert.equal(complaints.length, id === "real-fetch" ? 2 : 0);
  }, { allowed });
}

pageTest("a timer that microtasks kept waiting is found", async ({ page }) => {
  // So many that the pieces are the longer part of the wait, also where the machine has much else to do.
  await open(page, "microtask-macrotask?pieces=20&predict=none");
  const { diagnoses, events } = await runToTheEnd(page);
  // There, a piece may be found to be long by itself.
  const isFound = diagnoses.some(({ code }) => code === "starved-timer" || code === "blocked-loop");
  assert.ok(isFound, JSON.stringify(events.slice(0, 200)));
});

pageTest("what is predicted of a lesson without a simulation is judged by its run", async ({ page }) => {
  await open(page, "callback");
  const form = playground(page).locator(".predict form");
  await form.getByRole("radio", { name: "No" }).check();
  await form.getByRole("radio", { name: "Main waits for ever." }).check();
  await form.getByRole("button", { name: "Check by running" }).click();
  const verdicts = await page.waitForFunction(() => {
    const shown = document.querySelector("async-playground")._runner.shown;
    return shown?.ended && shown.verdicts?.map(({ right }) => right);
  });
  assert.deepEqual(await verdicts.jsonValue(), [true, false]);
});

pageTest("the request is aborted when its future is dropped", async ({ page }) => {
  const failed = page.waitForEvent("requestfailed");
  await open(page, "real-fetch?missing=0&limit=0&predict=none");
  assert.equal(textsOf(await runToTheEnd(page)).at(-1), "time is up: aborted");
  assert.match((await failed).failure().errorText, /ERR_ABORTED/);
}, { onlyIn: { chromium: "Firefox does not tell of every request that it never sent" } });

pageTest("without a server, a request has no answer, and the run goes on", async ({ page }) => {
  await open(page, "real-fetch?predict=none");
  await page.route("**/real-fetch/**", (route) => route.abort());
  const { outcome, log } = await runToTheEnd(page);
  assert.equal(outcome, "completed");
  assert.equal(log.filter(({ text }) => text === "no answer").length, 7);
}, { allowed: [/Failed to load resource/] });

pageTest("a program that only the browser's crates can run is not edited, and it is said why", async ({ page }) => {
  await open(page, "callback");
  const program = playground(page).locator(".source");
  assert.match(await program.locator(".twin").textContent(), /^This program can be run, and not changed: /);
  assert.equal(await program.getByRole("button", { name: "Edit" }).count(), 0);
  assert.equal(await program.getByRole("link", { name: "Open in Rust Playground" }).count(), 0);
  await program.locator("pre").click();
  assert.equal(await program.locator(".cm-editor").count(), 0);
  // One for tokio can take its place, as an address may carry it.
  await playground(page).evaluate((element) => (element.source = "pub async fn main() {}"));
  await page.locator('.cm-content[contenteditable="true"]').waitFor();
  assert.equal(await program.locator(".twin").count(), 0);
  await playground(page).evaluate((element) => (element.source = ""));
  await program.locator(".twin").waitFor();
  assert.equal(await page.locator(".cm-editor").count(), 0);
  assert.match(await program.locator(".twin").textContent(), /^This program can be run, and not changed: /);
});

pageTest("the program of its exercise is one for tokio alone, and is edited", async ({ page }) => {
  await fake(page);
  await open(page, "microtask-macrotask?predict=none");
  const panel = page.getByRole("region", { name: "Your turn" });
  await panel.getByRole("button", { name: "Your turn" }).click();
  await panel.getByRole("button", { name: "Check" }).click();
  await panel.getByText("Load the program to change first: this one needs a browser, and is not simulated.").waitFor();
  await panel.getByRole("button", { name: "Load the program to change" }).click();
  await page.locator('.cm-content[contenteditable="true"]').waitFor();
  assert.equal(await page.locator(".twin").count(), 0);
  // Who was to write can write.
  await page.locator(".cm-focused").waitFor();
  await page.waitForURL(/code=/);
  const given = page.url();
  await page.keyboard.insertText("// mine\n");
  await page.waitForURL((url) => url.href !== given);
  const typed = await playground(page).evaluate((element) => element.source);
  assert.match(typed, /^\/\/ mine\n/);
  // It is there again after a reload, and where the address leads.
  await page.reload();
  await page.waitForFunction((typed) => document.querySelector("async-playground").source === typed, typed);
  await page.locator('.cm-content[contenteditable="true"]').waitFor();
  assert.equal(await page.locator(".problem").count(), 0);
});

pageTest("a run of its exercise that is shared brings its program along", async ({ page }) => {
  await fake(page);
  await open(page, "microtask-macrotask?predict=none");
  const source = 'pub async fn main() { println!("mine"); }\n';
  await playground(page).evaluate((element, source) => (element.source = source), source);
  const record = await runToTheEnd(page);
  assert.equal(record.source, source);
  const shared = await playground(page).evaluate(async (element) => {
    element.shadowRoot.querySelector(".share").open = true;
    await element.updateComplete;
    const find = () => [...element.shadowRoot.querySelectorAll(".share input")].map(({ value }) => value).find((value) => value.includes("run="));
    while (!find()) await new Promise(requestAnimationFrame);
    return find();
  });
  await page.goto("about:blank");
  await page.goto(shared);
  await page.waitForFunction((source) => document.querySelector("async-playground")?.record?.source === source, source);
  assert.equal(await playground(page).evaluate((element) => element.source), source);
  assert.equal(await page.locator(".problem").count(), 0);
});

pageTest("to simulate what needs a browser is refused by name", async ({ page }) => {
  await openModule(page);
  const said = await answer(page, () => window.module.simulate("callback").catch(String));
  assert.equal(said, 'Error: "callback" cannot be simulated: it is the browser that calls back');
});
