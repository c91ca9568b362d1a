// An exercise is done on its lesson's page: tried, checked, helped with and solved. The compiler, the machine and the
// exercise are stand-ins.

import assert from "node:assert/strict";

import { addressOf } from "../../www/test/embed.js";
import { openHtml } from "./browser.mjs";
import { fake, fakeExercise } from "./fakes.mjs";
import { assertFits } from "./fits.mjs";
import { finished, open, playground, ready, runToTheEnd, settled, show } from "./lesson.mjs";
import { pageTest } from "./page.mjs";

const SAME = { onlyIn: { chromium: "what is checked, and said of it, is the same in both" } };

/** @typedef {import("playwright-core").Page} Page */

const LESSON = "sequential";

/** Where the last line of its `main` ends. */
const LAST = 14;

/** What stands in the editor. @param {Page} page */
const text = (page) => playground(page).evaluate((element) => element.source);

/** @param {Page} page */
const panel = (page) => page.getByRole("region", { name: "Your turn" });

/** @param {Page} page @param {string | RegExp} name */
const press = (page, name) => panel(page).getByRole("button", { name }).click();

/** Waits until the check says something. @param {Page} page @param {RegExp | string} words */
const says = (page, words) => panel(page).locator(".result").getByRole("status").filter({ hasText: words }).waitFor();

/** Opens the lesson with its exercise. @param {Page} page @param {{ given?: string }} [options] */
async function take(page, options) {
  await fake(page);
  await fakeExercise(page, LESSON, options);
  await open(page, `${LESSON}?predict=none&speed=20`);
  await press(page, "Your turn");
  await panel(page).getByRole("button", { name: "Check" }).waitFor();
}

/** Writes a line at the end of the lesson's program, by hand. @param {Page} page @param {string} line */
async function write(page, line) {
  if (await page.locator(".cm-content").count() === 0) await press(page, "Edit the program");
  await page.locator(".cm-line").nth(LAST - 1).click();
  await page.keyboard.press("End");
  await page.keyboard.type(`\n${line}`);
}

/** What is printed last is another text. @param {Page} page @param {string} before @param {string} after */
async function rewrite(page, before, after) {
  await page.locator(".cm-line", { hasText: `println!("${before}")` }).click();
  await page.keyboard.press("End");
  for (let at = 0; at < before.length + 3; at += 1) await page.keyboard.press("Backspace");
  await page.keyboard.type(`${after}");`);
}

pageTest("what was typed a moment before is checked, and the values that show what is wrong are set and run", async ({ page }) => {
  await take(page);
  await write(page, 'println!("short");');
  await press(page, "Check");
  await says(page, "Not yet. With A = 0.1 s, B = 0.1 s, C = 0.1 s: It is short.");
  await press(page, "Run it with these values");
  const record = await finished(page);
  assert.deepEqual(record.params, { a: 0.1, b: 0.1, c: 0.1 });
  assert.equal(record.source, await text(page));
  assert.match(page.url(), /[?&]a=0\.1\b/);
  // It is no matter of one run.
  await rewrite(page, "short", "other");
  await press(page, "Check");
  await says(page, /^\s*Not yet\. Its last line is another one\.\s*$/);
  assert.equal(await panel(page).getByRole("button", { name: "Run it with these values" }).count(), 0);
}, SAME);

pageTest("the lesson's own program can be checked as it is given, without an editor", async ({ page }) => {
  await take(page);
  await press(page, "Check");
  await says(page, "Its last line is another one.");
  assert.equal(await page.locator(".cm-content").count(), 0);
}, SAME);

pageTest("a goal that is reached is told, remembered, and marked in the list of lessons", async ({ page }) => {
  await take(page);
  await page.evaluate(() => {
    globalThis.told = [];
    addEventListener("playground-exercise", ({ detail }) => globalThis.told.push(detail));
  });
  await press(page, "Check");
  await says(page, "Not yet.");
  await write(page, 'println!("goal");');
  await press(page, "Check");
  await says(page, /Goal reached, with each of \d+ sets of values\./);
  assert.deepEqual(await page.evaluate(() => globalThis.told), [{ reached: false }, { reached: true }]);
  await page.locator(".course summary").click();
  await page.getByRole("link", { name: /^Three waits, one after another.*, exercise solved$/ }).waitFor();
  await page.getByText("1 exercise solved").waitFor();
  await page.reload();
  await ready(page);
  await panel(page).getByText("Solved.").waitFor();
  await page.locator(".course summary").click();
  await page.getByRole("button", { name: "Forget what this page remembers…" }).click();
  await page.getByText("1 exercise that is solved").waitFor();
});

pageTest("a program that does not compile is not run: what is wrong is said at its place", async ({ page }) => {
  await take(page);
  await write(page, "slep();");
  await press(page, "Check");
  await says(page, "It does not compile.");
  // The cursor goes to the error.
  await page.locator(".cm-focused").waitFor();
  await page.locator(".cm-lintRange-error", { hasText: "slep" }).waitFor();
  await page.getByRole("button", { name: /use `sleep`/ }).click();
  await page.waitForFunction(() => document.querySelector("async-playground").shadowRoot.querySelector(".result [role=status]").textContent.trim() === "");
}, SAME);

pageTest("what does not compile is shown, also to who reads the program in Python", async ({ page }) => {
  await take(page);
  await write(page, "slep();");
  await page.getByRole("tab", { name: "Python" }).click();
  await press(page, "Check");
  await says(page, "It does not compile.");
  await page.locator(".cm-lintRange-error", { hasText: "slep" }).waitFor();
  await page.getByRole("tab", { name: "Rust", selected: true }).waitFor();
}, SAME);

pageTest("what could not be simulated is no failure of the program", async ({ page }) => {
  await fakeExercise(page, LESSON);
  await page.route(addressOf("worker.js"), (route) => route.abort());
  await page.goto(`/${LESSON}/?predict=none`);
  await press(page, "Your turn");
  await press(page, "Check");
  await says(page, /^\s*It could not be checked\. /);
}, { ...SAME, allowed: [/Failed to load resource/] });

pageTest("a run that fails is said with its values and its error", async ({ page }) => {
  await take(page);
  await write(page, 'println!("fail under 1");');
  await press(page, "Check");
  await says(page, "It did not come to its end with A = 0.1 s, B = 0.1 s, C = 0.1 s: the fake machine failed");
}, SAME);

/** Puts another program in place of the one in the editor, and checks it. @param {Page} page @param {string} program */
async function check(page, program) {
  if (await page.locator(".cm-content").count() === 0) await press(page, "Edit the program");
  await page.locator(".cm-content").focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText(program);
  await press(page, "Check");
}

pageTest("of values that main does not take nothing is said, and none is set", async ({ page }) => {
  await take(page);
  const run = panel(page).getByRole("button", { name: "Run it with these values" });
  await check(page, 'pub async fn main(a: Duration) { println!("short"); }');
  await says(page, /^\s*Not yet\. With A\s=\s0\.1\ss: It is short\.\s*$/);
  await run.waitFor();
  await check(page, 'pub async fn main() { println!("short"); }');
  await says(page, /^\s*Not yet\. It is short\.\s*$/);
  assert.equal(await run.count(), 0);
  await check(page, 'pub async fn main() { println!("fail"); }');
  await says(page, /^\s*It did not come to its end: the fake machine failed\s*$/);
  assert.equal(await run.count(), 0);
  await check(page, 'pub async fn main() { println!("goal"); }');
  await says(page, /^\s*Goal reached\.\s*$/);
}, SAME);

pageTest("what main takes and the lesson has not is said", async ({ page }) => {
  await take(page);
  await check(page, "pub async fn main(d: Duration) {}");
  await says(page, /It could not be checked\. main takes "d", of which the lesson has no value/);
}, SAME);

pageTest("a program that is changed while it is checked is checked no more, and the next check is of the new one", async ({ page }) => {
  await take(page);
  await write(page, 'println!("forever");');
  await press(page, "Check");
  await says(page, "Checking…");
  // Once more: it is the same.
  await press(page, "Check");
  await says(page, "Checking…");
  await rewrite(page, "forever", "goal");
  await says(page, "You changed the program meanwhile.");
  await press(page, "Check");
  await says(page, "Goal reached");
  // What is said is of the program that was checked.
  await page.locator(".cm-line").first().click();
  await page.keyboard.type("//");
  await says(page, /^\s*Before your change: Goal reached/);
  await page.keyboard.press("ControlOrMeta+z");
  await says(page, /^\s*Goal reached/);
}, SAME);

pageTest("who goes to another lesson during a check finds nothing of it, there or back", async ({ page }) => {
  await take(page);
  await write(page, 'println!("forever");');
  await press(page, "Check");
  await says(page, "Checking…");
  await show(page, "interval");
  await show(page, LESSON);
  const turn = panel(page).getByRole("button", { name: "Your turn" });
  assert.equal(await turn.getAttribute("aria-expanded"), "false");
  await turn.click();
  await panel(page).getByText("Check runs your program").waitFor();
  // What it hung in is gone: the next program is simulated.
  await press(page, "Check");
  await says(page, "Not yet.");
}, SAME);

pageTest("hints come one by one, and the answer after two programs that miss the goal; what was written is not lost", async ({ page }) => {
  await take(page);
  const answer = panel(page).getByRole("button", { name: "An answer" });
  const hints = panel(page).getByRole("listitem");
  await press(page, "Hint");
  await hints.first().waitFor();
  assert.deepEqual(await hints.allTextContents(), ["It is a line of main."]);
  await press(page, "Another hint");
  await hints.nth(1).waitFor();
  assert.deepEqual(await hints.allTextContents(), ["It is a line of main.", "Its text is goal."]);
  await press(page, "Check");
  await says(page, "Not yet.");
  // The same once more is no other try.
  await press(page, "Check");
  await says(page, "Not yet.");
  assert.equal(await answer.count(), 0);
  await write(page, 'println!("mine");');
  await press(page, "Check");
  await says(page, "Not yet.");
  await answer.click();
  const mine = await text(page);
  await panel(page).getByLabel("An answer", { exact: true }).getByText('println!("goal");').waitFor();
  assert.equal(await text(page), mine);
  await press(page, "Put it into the editor");
  await page.locator(".cm-focused").waitFor();
  assert.match(await text(page), /^pub async fn main\(a: Duration\) \{\n {4}println!\("goal"\);\n\}\n$/);
  await page.keyboard.press("ControlOrMeta+z");
  assert.equal(await text(page), mine);
});

pageTest("an exercise that begins with another program puts it into the editor, also from Python, and undo brings back what was there", async ({ page }) => {
  const given = 'pub async fn main(a: Duration) {\n    println!("begin");\n}\n';
  await take(page, { given });
  await page.locator(".source pre").focus();
  await page.keyboard.press("Enter");
  await page.locator(".cm-focused").waitFor();
  await page.keyboard.type("// mine");
  const mine = await text(page);
  await page.getByRole("tab", { name: "Python" }).click();
  await press(page, "Load the program to change");
  await page.locator(".cm-focused").waitFor();
  assert.equal(await text(page), given);
  await page.waitForFunction(() => location.hash.startsWith("#code="));
  await page.keyboard.press("ControlOrMeta+z");
  assert.equal(await text(page), mine);
});

pageTest("an exercise is done by keys alone, and the focus is never lost", async ({ page }) => {
  await fake(page);
  await fakeExercise(page, LESSON);
  await open(page, `${LESSON}?predict=none`);
  await panel(page).getByRole("button", { name: "Your turn" }).focus();
  const focused = () => playground(page).evaluate((element) => element.shadowRoot.activeElement?.textContent?.trim());
  await page.keyboard.press("Enter");
  await panel(page).getByRole("button", { name: "Check" }).waitFor();
  assert.equal(await focused(), "Your turn");
  for (const name of ["Check", "Edit the program", "Hint"]) {
    await page.keyboard.press("Tab");
    assert.equal(await focused(), name);
  }
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await panel(page).getByRole("listitem").nth(1).waitFor();
  // There is no third one.
  await page.keyboard.press("Enter");
  assert.equal(await focused(), "Another hint");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await page.locator(".cm-focused").waitFor();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("End");
  await page.keyboard.type('\nprintln!("goal");');
  await panel(page).getByRole("button", { name: "Check" }).focus();
  await page.keyboard.press("Space");
  await says(page, "Goal reached");
  assert.equal(await focused(), "Check");
});

pageTest("nothing of an exercise is fetched before it is opened; what could not be fetched is said", async ({ page }) => {
  /** @type {string[]} */
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await open(page, `${LESSON}?predict=none&speed=20`);
  await runToTheEnd(page);
  const before = asked.length;
  await page.route(addressOf("attempt.js"), (route) => route.abort());
  await press(page, "Your turn");
  await page.getByRole("alert").filter({ hasText: "The exercise could not be loaded." }).waitFor();
  assert.deepEqual(asked.slice(0, before).filter((path) => /attempt|exercise|simulate-each|values/.test(path)), []);
  assert.equal(await panel(page).getByRole("button", { name: "Your turn" }).getAttribute("aria-expanded"), "false");
}, { allowed: [/Failed to load resource/] });

for (const viewport of [{ width: 1280, height: 800 }, { width: 320, height: 640 }]) {
  pageTest(`the goal is in sight while one writes, and nothing above jumps, ${viewport.width} px wide`, async ({ page }) => {
    await take(page);
    await press(page, "Edit the program");
    await page.locator(".cm-focused").waitFor();
    await page.locator(".checked").waitFor();
    await page.locator(".cm-line").first().scrollIntoViewIfNeeded();
    const places = () => playground(page).evaluate((element) => [".lesson", ".source header", ".cm-line", ".controls", ".exercise .goal"].map((part) => Math.round(element.shadowRoot.querySelector(part).getBoundingClientRect().top)));
    const before = await places();
    await page.keyboard.type("// a");
    assert.ok(await goalInSight(page));
    // Not by the driver's own click, which scrolls to what it clicks.
    const { x, y } = await panel(page).getByRole("button", { name: "Check" }).boundingBox();
    await page.mouse.click(x + 10, y + 10);
    await says(page, "Not yet.");
    assert.deepEqual(await places(), before);
    // Nor is the line on which one writes hidden behind it.
    await page.locator(".cm-content").focus();
    await page.keyboard.press("ControlOrMeta+End");
    for (let line = 0; line < 6; line += 1) await page.keyboard.press("Enter");
    await page.keyboard.type("// z");
    await page.waitForFunction(() => {
      const element = document.querySelector("async-playground");
      const { view } = element._editor.editor;
      return view.coordsAtPos(view.state.selection.main.head).bottom <= element.shadowRoot.querySelector(".exercise").getBoundingClientRect().top;
    });
    assert.ok(await goalInSight(page));
    await press(page, "Hint");
    await press(page, "Another hint");
    await panel(page).getByRole("listitem").nth(1).waitFor();
    await assertFits(page, "with an exercise");
    if (viewport.width > 960) assert.ok(await page.evaluate(() => document.documentElement.scrollHeight <= innerHeight + 1));
  }, { context: { viewport } });
}

/** @param {Page} page */
const goalInSight = (page) => playground(page).evaluate((element) => {
  const { top, bottom } = element.shadowRoot.querySelector(".exercise .goal").getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
});

pageTest("where a program cannot be changed, there is no exercise", async ({ page }) => {
  await openHtml(page, `<script type="module" src="/embed/async-playground.js"></script><async-playground scenario="${LESSON}" view="compact"></async-playground>`);
  await page.getByRole("button", { name: /^Run/ }).waitFor();
  assert.equal(await panel(page).count(), 0);
  await playground(page).evaluate((element) => Object.assign(element, { view: "full" }));
  await panel(page).waitFor();
  await playground(page).evaluate((element) => Object.assign(element, { editable: "false" }));
  await panel(page).waitFor({ state: "detached" });
}, SAME);

pageTest("the program that a link carries is the one that is checked", async ({ page }) => {
  await take(page);
  await write(page, 'println!("goal");');
  await page.waitForFunction(() => location.hash.startsWith("#code="));
  const link = page.url();
  await page.evaluate(() => localStorage.clear());
  await page.goto("about:blank");
  await page.goto(link);
  await ready(page);
  await page.locator(".cm-content").waitFor();
  await press(page, "Your turn");
  await press(page, "Check");
  await says(page, "Goal reached");
  await page.getByRole("button", { name: "Reset the program" }).click();
  await says(page, "Before your change");
  await press(page, "Check");
  await says(page, "Not yet.");
}, SAME);

pageTest("on paper the goal is there, and no button", async ({ page }) => {
  await take(page);
  await page.emulateMedia({ media: "print" });
  await settled(page);
  const goal = await playground(page).evaluate((element) => element._lesson.goal);
  await panel(page).getByText(goal.split("`")[0].trim()).waitFor();
  assert.equal(await panel(page).getByRole("button", { name: "Check" }).isVisible(), false);
});

pageTest("without JavaScript the goal stands in the page, and hints and an answer behind a click", async ({ page }) => {
  await page.goto(`/${LESSON}/`);
  await page.getByText("Your turn:").waitFor();
  for (const name of ["Hint 1", "Hint 2"]) await page.locator("summary", { hasText: name }).click();
  const answer = page.getByLabel("An answer", { exact: true });
  assert.equal(await answer.isVisible(), false);
  await page.locator("summary", { hasText: "An answer" }).click();
  await answer.waitFor();
  assert.equal(await page.getByRole("button", { name: "Your turn" }).count(), 0);
}, { context: { javaScriptEnabled: false } });
