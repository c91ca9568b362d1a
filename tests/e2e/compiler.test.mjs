// A program is changed, compiled and run in the page. Nothing stands in for anything: this is what a learner has.

import assert from "node:assert/strict";

import { finished, open, playground, ready, runToTheEnd } from "./lesson.mjs";
import { pageTest } from "./page.mjs";

/** @typedef {import("playwright-core").Page} Page */

/** Opens a lesson with its editor, and changes its program there. @param {Page} page @param {(source: string) => string} change */
async function changed(page, address, change) {
  await open(page, `${address}?predict=none`);
  await page.getByRole("button", { name: "Edit" }).click();
  await page.locator(".cm-focused").waitFor();
  await rewrite(page, change(await playground(page).evaluate((element) => element.source)));
}

/** @param {Page} page @param {string} source */
async function rewrite(page, source) {
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText(source);
}

/** @param {Page} page @param {RegExp} words */
const says = (page, words) => page.locator(".checked .summary", { hasText: words }).waitFor();

/** What a run of the program as it stands prints. @param {Page} page */
async function printed(page) {
  await page.keyboard.press("ControlOrMeta+Enter");
  const record = await finished(page);
  assert.equal(record.outcome, "completed", record.error);
  return record;
}

pageTest("without its await, a sleep is no pause: the learner is warned, and sees it", async ({ page }) => {
  await changed(page, "gather", (source) => source.replace("sleep(wait).await;", "sleep(wait);"));
  await says(page, /1 warning/);
  await page.locator(".checked", { hasText: "unused_must_use" }).waitFor();
  const record = await printed(page);
  assert.deepEqual(
    record.log.map(({ text }) => text),
    ["A", "B", "C"].flatMap((name) => [`${name} starting`, `${name} done`]).concat("A result, B result, C result"),
  );
  assert.ok(record.diagnoses.some(({ code }) => code === "never-awaited"));
  assert.equal(record.memory.bytes_per_task, undefined, "nobody has measured it");
});

pageTest("a run of a changed lesson is shared as a link, which brings the program: it runs where the link is opened", async ({ page }) => {
  await changed(page, "gather", (source) => `// mine\n${source}`);
  await says(page, /No errors/);
  const { program, ...record } = await printed(page);
  await page.locator(".share summary").click();
  const link = await page.getByRole("textbox", { name: /^Link to this run/ }).inputValue();
  const context = await page.context().browser().newContext();
  try {
    const other = await context.newPage();
    await other.goto(link);
    // Its bytecode alone is longer than a link may be.
    assert.ok(program.length > link.length);
    assert.deepEqual(await finished(other), record);
    await ready(other);
    const again = await runToTheEnd(other);
    assert.equal(again.source, record.source);
    assert.deepEqual(again.log.map(({ text }) => text), record.log.map(({ text }) => text));
  } finally {
    await context.close();
  }
});

pageTest("what rustc would reject does not run, is told in its place, and put right without leaving the page", async ({ page }) => {
  await changed(page, "lazy", (source) => source.replace("greeting.await;", "greting.await;"));
  await says(page, /1 error/);
  await page.keyboard.press("ControlOrMeta+Enter");
  assert.match(await page.locator(".checked").innerText(), /cannot find value `greting` in this scope/);
  assert.equal(await playground(page).evaluate((element) => element.record ?? null), null);
  const wrong = await playground(page).evaluate((element) => element.source);
  await rewrite(page, wrong.replace("greting", "greeting"));
  await says(page, /No errors/);
  await printed(page);
});

pageTest("what main leaves behind stands in the log, and beside its line", async ({ page }) => {
  await changed(page, "hello", () => 'pub async fn main() -> Result<(), String> {\n    print!("no end");\n    Err("no more".to_string())\n}\n');
  await says(page, /No errors/);
  const { log } = await printed(page);
  assert.deepEqual(log.map(({ text, line }) => [text, line]), [['Error: "no more"', 1], ["no end", 2]]);
  await page.locator(".cm-lineNumbers .eventful").first().waitFor();
});

pageTest("a panic ends its task, and not the page", async ({ page }) => {
  await changed(page, "program", () => `use std::time::Duration;
use tokio::{task::spawn_local, time::sleep};

#[tokio::main(flavor = "local")]
async fn main() {
    let task = spawn_local(async {
        sleep(Duration::from_millis(50)).await;
        let list: Vec<u32> = Vec::new();
        list[3]
    });
    println!("{}", task.await.unwrap_err().is_panic());
}
`);
  await says(page, /No errors/);
  const record = await printed(page);
  assert.deepEqual(record.log.map(({ text }) => text), ["true"]);
  assert.deepEqual(record.tasks.map(({ state }) => state), ["completed", "panicked"]);
  // The next run works as well.
  await printed(page);
});
