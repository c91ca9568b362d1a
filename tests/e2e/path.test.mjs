// The learner's path through the course: what is remembered of it, how one finds and goes to lessons, and opens records.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import { finished, open, playground, ready, runToTheEnd, settled } from "./lesson.mjs";
import { pageTest } from "./page.mjs";

const SAME = { onlyIn: { chromium: "what is found and read is the same in both" } };

/** @typedef {import("playwright-core").Page} Page */

const KEY = "async-playground.course";
const course = JSON.parse(await readFile(new URL("../../www/pkg/lessons.json", import.meta.url), "utf8"));
const titleOf = (id) => course.find((lesson) => lesson.id === id).title;
const gather = fileURLToPath(new URL("../../www/test/fixtures/gather.json", import.meta.url));

pageTest("what is done, typed and chosen is there again, on all pages, until it is forgotten", async ({ page: other }) => {
  await enter(other, "hello");
  const page = await other.context().newPage();
  await page.goto("/");
  assert.equal(await page.locator("a.start").innerText(), `Start with “${course[0].title}”`);

  await enter(page, "gather?speed=20");
  const b = page.locator("input[name=b]");
  const total = page.getByRole("spinbutton", { name: /^How long/ });
  await total.fill("0.25");
  await b.fill("0.7");
  await page.getByRole("tab", { name: "Python" }).click();
  await runToTheEnd(page);

  // A page that is open elsewhere knows it, and forgets nothing of it when it has something to say itself.
  await mark(other, "gather").waitFor({ state: "attached" });
  await other.locator("select[name=speed]").selectOption("20");
  await runToTheEnd(other);
  await mark(other, "hello").waitFor({ state: "attached" });
  await other.locator("details.course summary").click();
  assert.equal(await other.locator("nav .count").innerText(), `2 of ${course.length} done`);

  // Without settings in its address, the lesson has what was typed; its address says so.
  await enter(page, "gather");
  assert.equal(await b.inputValue(), "0.7");
  assert.equal(await page.locator("select[name=speed]").inputValue(), "20");
  assert.equal(await page.getByRole("tab", { name: "Python" }).getAttribute("aria-selected"), "true");
  assert.equal(new URL(page.url()).search, "?b=0.7&speed=20");
  assert.equal(await total.inputValue(), "0.25");
  await enter(page, "gather?a=2");
  assert.equal(await b.inputValue(), "1");

  await page.goto("/");
  await page.locator("a.start").getByText(`Continue with “${course[course.findIndex(({ id }) => id === "gather") + 1].title}”`, { exact: true }).waitFor();
  await mark(page, "gather").waitFor();

  const forget = page.getByRole("button", { name: "Forget what this page remembers…" });
  const dialog = page.getByRole("dialog", { name: "Forget what this page remembers?" });
  await forget.click();
  assert.deepEqual(await dialog.getByRole("listitem").allInnerTexts(), ["2 lessons that are done", "2 lessons with values of yours", "1 lesson with a prediction", "the language: Python"]);
  const keep = dialog.getByRole("button", { name: "Keep it" });
  assert.equal(await keep.evaluate((button) => button === document.activeElement), true);
  await keep.click();
  assert.equal(await mark(page, "gather").count(), 1);
  await forget.click();
  await dialog.getByRole("button", { name: "Forget it" }).click();
  await page.getByRole("status").getByText("It is forgotten.").waitFor({ state: "attached" });
  assert.equal(await forget.evaluate((button) => button === document.activeElement), true);
  assert.equal(await page.evaluate(() => Object.values(sessionStorage).find((text) => text.includes("b=0.7"))), undefined);
  assert.equal(await page.locator("a.start").innerText(), `Start with “${course[0].title}”`);
  assert.equal(await page.evaluate(() => localStorage.length), 0);
  await mark(other, "hello").waitFor({ state: "detached" });

  // So comes a page back that was put aside: with its list open, and with marks of that time.
  await other.evaluate((key) => {
    localStorage.setItem(key, '{"version":1,"lessons":{"lazy":{"done":true}}}');
    dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
  }, KEY);
  assert.equal(await other.locator("details.course").getAttribute("open"), null);
  await mark(other, "lazy").waitFor({ state: "attached" });
});

pageTest("where storage is blocked, lessons run, and the page says once that it will forget", async ({ page }) => {
  await page.addInitScript(() => {
    const get = () => {
      throw new DOMException("The operation is insecure.", "SecurityError");
    };
    for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(globalThis, name, { get });
  });
  await enter(page, "gather");
  const notice = page.getByRole("status").getByText("This browser keeps nothing for this page: what you do here is forgotten when you leave it.");
  assert.equal(await notice.count(), 0);
  const speed = page.locator("select[name=speed]");
  await speed.focus();
  await speed.selectOption("20");
  await notice.waitFor();
  await page.getByRole("button", { name: "Close", exact: true }).click();
  assert.equal(await speed.evaluate((select) => select.matches(":focus")), true);
  await runToTheEnd(page);
  await mark(page, "gather").waitFor({ state: "attached" });
  assert.equal(await notice.count(), 0);
});

pageTest("what is stored and cannot be read is named and kept, and the lesson goes on without it", async ({ page }) => {
  const stored = '{"version":2,"lessons":{}}';
  // A page that remembers nothing, and says nothing of it: once in a tab is enough.
  await page.goto("/embed/embed.html");
  await page.evaluate(([key, stored]) => localStorage.setItem(key, stored), [KEY, stored]);
  await enter(page, "gather?speed=20");
  const notice = page.getByRole("status").getByText("its version is 2; this page reads version 1");
  await notice.waitFor();
  await runToTheEnd(page);
  assert.equal(await page.evaluate((key) => localStorage.getItem(key), KEY), stored);
  await page.locator("details.course summary").click();
  await page.getByRole("button", { name: "Forget what this page remembers…" }).click();
  await page.getByRole("button", { name: "Forget it" }).click();
  await notice.waitFor({ state: "detached" });
  await page.keyboard.press("Escape");
  await runToTheEnd(page);
  await page.reload();
  await mark(page, "gather").waitFor({ state: "attached" });
}, SAME);

pageTest("lessons are found by keys alone, by what they say and by their programs", async ({ page }) => {
  await enter(page, "hello");
  await page.keyboard.press("/");
  const field = page.getByRole("combobox", { name: "Search titles, texts and programs" });
  const dialog = page.getByRole("dialog", { name: "Search the lessons" });
  const options = dialog.getByRole("option");
  const status = dialog.getByRole("status");
  // Not to be taken for keys of the page.
  await page.keyboard.type("np");
  await status.getByText("No lesson has “np”.").waitFor();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("ASYNCIO.gather");
  await options.first().waitFor();
  const found = course.filter(({ source }) => source.python.includes("asyncio.gather")).map(({ title }) => title);
  assert.equal(await status.innerText(), `${found.length} lessons`);
  assert.deepEqual((await options.locator(".title").allInnerTexts()).sort(), found.sort());
  assert.deepEqual([...new Set(await options.locator("mark").allInnerTexts())], ["asyncio.gather"]);

  await page.keyboard.press("ArrowUp");
  assert.equal(await selected(page), found.length - 1);
  await page.keyboard.press("ArrowDown");
  assert.equal(await selected(page), 0);
  await page.keyboard.press("ArrowDown");
  assert.equal(await selected(page), 1);
  const title = await options.nth(1).locator(".title").innerText();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: title, level: 2 }).waitFor();
  await ready(page);

  // By hand, and away again.
  await page.getByRole("button", { name: "Search" }).click();
  await field.fill("<b>");
  await status.getByText("No lesson has “<b>”.").waitFor();
  await page.keyboard.press("Escape");
  await field.waitFor({ state: "hidden" });
  assert.equal(await page.getByRole("button", { name: "Search" }).evaluate((button) => button === document.activeElement), true);
}, SAME);

pageTest("the page for one's own program is found, and is not counted as a lesson", async ({ page }) => {
  await enter(page, "hello");
  await page.getByRole("button", { name: "Search" }).click();
  const dialog = page.getByRole("dialog", { name: "Search the lessons" });
  const status = dialog.getByRole("status");
  const titles = dialog.getByRole("option").locator(".title");
  const own = titles.getByText("Your own program", { exact: true });
  await status.getByText(`Titles, texts and programs of ${course.length} lessons, in Rust and Python.`).waitFor();
  await page.keyboard.type("program");
  await own.waitFor();
  await page.waitForFunction(() => document.querySelectorAll("#found .piece").length > 2);
  assert.equal(await status.innerText(), `${(await titles.count()) - 1} lessons, and the page for your own program`);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("your own program");
  assert.equal(await titles.count(), 1);
  assert.equal(await status.innerText(), "Your own program");
}, SAME);

pageTest("texts that do not come are named, and titles are still found", async ({ page }) => {
  await page.route(/\/texts-[^/]*\.js$/, (route) => route.fulfill({ status: 404, contentType: "text/javascript", body: "" }));
  await enter(page, "hello");
  await page.keyboard.press("/");
  await page.getByRole("alert").getByText("The texts and programs could not be loaded: titles alone are searched. Reload the page to try again.").waitFor();
  await page.keyboard.type("pizza");
  await page.getByRole("dialog").getByRole("option", { name: course.find(({ title }) => title.includes("pizza")).title }).waitFor();
}, { ...SAME, allowed: [/Failed to load resource.*404/] });

pageTest("single keys are the page's wherever the focus is, but in fields and behind dialogs", async ({ page }) => {
  await enter(page, "hello?seconds=0.1");
  await runToTheEnd(page);
  const cursor = async () => {
    await settled(page);
    return Number(await page.getByRole("slider", { name: "Event" }).inputValue());
  };
  const end = await cursor();
  await page.evaluate(() => document.activeElement.blur());
  await playground(page).evaluate(({ shadowRoot }) => shadowRoot.activeElement?.blur());
  await page.keyboard.press("ArrowLeft");
  assert.equal(await cursor(), end - 1);
  await page.getByRole("link", { name: "Async Playground" }).focus();
  await page.keyboard.press("Home");
  assert.equal(await cursor(), 0);

  const field = page.locator("input[name=seconds]");
  await field.focus();
  for (const key of ["ArrowRight", "n", "/"]) await page.keyboard.press(key);
  assert.equal(await cursor(), 0);
  await field.fill("0.1");

  // The list says all keys that there are. Whatever is clicked in it, the page behind it has no keys.
  await field.blur();
  await page.keyboard.press("?");
  const list = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await list.getByText("Next lesson").click();
  await page.evaluate(() => {
    globalThis.left = 0;
    document.querySelector("a[rel=next]").addEventListener("click", () => (left += 1));
  });
  for (const key of ["ArrowRight", "n", "/"]) await page.keyboard.press(key);
  assert.equal(await cursor(), 0);
  assert.equal(await page.evaluate(() => left), 0);
  assert.equal(await page.getByRole("dialog").count(), 1);
  await page.keyboard.press("Escape");
  await list.waitFor({ state: "hidden" });

  const after = course[course.findIndex(({ id }) => id === "hello") + 1];
  await page.keyboard.press("n");
  await page.waitForURL(`/${after.id}/`);
  await ready(page);
  await page.keyboard.press("p");
  await page.waitForURL(/\/hello\/(\?|$)/);
  await ready(page);
  // There is none before the first.
  await enter(page, course[0].id);
  await page.keyboard.press("p");
  await page.keyboard.press("Control+Enter");
  await finished(page);

  // An element that leaves hears nothing any more.
  await page.evaluate(() => {
    globalThis.left = document.querySelector("async-playground");
    left.remove();
    globalThis.claimed = [];
    addEventListener("keydown", ({ key, defaultPrevented }) => claimed.push([key, defaultPrevented]));
  });
  await page.keyboard.press("ArrowLeft");
  assert.deepEqual(await page.evaluate(() => claimed), [["ArrowLeft", false]]);
});

pageTest("a record is shown from a file that is chosen or dropped, and what is none is named", async ({ page }) => {
  await enter(page, "gather");
  await page.locator("details.course summary").click();
  const chosen = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Open a record…" }).click();
  await (await chosen).setFiles(gather);
  const text = await readFile(gather, "utf8");
  const { events } = JSON.parse(text);
  assert.deepEqual((await finished(page)).events, events);

  const notice = page.locator(".notice");
  const refused = [
    [{ "holiday.json": "{" }, "“holiday.json” is no JSON. A record is a JSON file, as “Record (JSON)” saves it."],
    [{ "later.json": text.replace('"version":1', '"version":7') }, /^“later.json” cannot be shown: .*version is 7; it must be 1/],
    [{ "strange.json": text.replace('"scenario":"gather"', '"scenario":"<img>"') }, /^“strange.json” cannot be shown: /],
    [{ "a.json": text, "b.json": text }, "These are 2 files, “a.json”, “b.json”: one record at a time can be shown."],
  ];
  for (const [files, says] of refused) {
    await drop(page, files);
    await notice.filter({ hasText: says }).waitFor();
  }
  assert.deepEqual((await finished(page)).events, events, "what was shown stays");
  assert.equal(await page.locator(".drop").count(), 0);

  await drop(page, { "gather.json": text.replaceAll("A starting", "Ä starting") });
  await page.getByRole("region", { name: "Log" }).getByText("Task Ä starting").waitFor();
  assert.equal(await notice.count(), 0);

  // Another lesson's record opens there.
  await enter(page, "hello");
  await drop(page, { "gather.json": text });
  await notice.getByText("“gather.json” is a run of another lesson. See it in").getByRole("link", { name: titleOf("gather") }).click();
  await page.waitForURL(/\/gather\/#run=/);
  assert.deepEqual((await finished(page)).events, events);
}, SAME);

/** Opens a lesson, and waits for all that is around it. @param {Page} page @param {string} address */
async function enter(page, address) {
  await open(page, address);
  await page.getByRole("button", { name: "Search" }).waitFor();
}

/** The mark of a lesson that is done. @param {Page} page @param {string} id */
function mark(page, id) {
  return page.locator(`nav a[data-lesson=${id}]`).getByText(", done");
}

/** The number of the option that Enter would open. @param {Page} page */
async function selected(page) {
  const id = await page.getByRole("dialog").getByRole("combobox").getAttribute("aria-activedescendant");
  assert.equal(await page.locator('#found [aria-selected="true"]').getAttribute("id"), id);
  return Number(/^found-(\d+)$/.exec(id)[1]);
}

/**
 * Drags files over the page, and drops them.
 * @param {Page} page
 * @param {Record<string, string>} files by name
 */
async function drop(page, files) {
  await page.evaluate((files) => {
    const dataTransfer = new DataTransfer();
    for (const [name, text] of Object.entries(files)) dataTransfer.items.add(new File([text], name));
    const drag = (type) => document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    if (drag("dragover")) throw new Error("the page does not want the file");
    if (!document.querySelector(".drop")) throw new Error("nothing says where to drop it");
    drag("drop");
  }, files);
}
