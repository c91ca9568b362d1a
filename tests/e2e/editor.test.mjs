// A program is changed in the page: typed, checked, mended, run and kept. The compiler and the machine are stand-ins.

import assert from "node:assert/strict";

import { addressOf } from "../../www/test/embed.js";
import { fake } from "./fakes.mjs";
import { finished, moveTo, open, playground, ready, runToTheEnd, settled } from "./lesson.mjs";
import { openHtml } from "./browser.mjs";
import { pageTest } from "./page.mjs";

const SAME = { onlyIn: { chromium: "what the compiler answers, and a link carries, is the same in both" } };

/** @typedef {import("playwright-core").Page} Page */

const content = (page) => page.locator(".cm-content");

/** What stands in the editor. @param {Page} page */
const text = (page) => playground(page).evaluate((element) => element.source);

/** Says what the checker says, once it has. @param {Page} page @param {RegExp | string} words */
const says = (page, words) => page.locator(".checked .summary", { hasText: words }).waitFor();

/** Opens a lesson with its editor, which has the focus. @param {Page} page */
async function edit(page, address = "gather?predict=none") {
  await open(page, address);
  await page.getByRole("button", { name: "Edit" }).click();
  await page.locator(".cm-focused").waitFor();
}

/** Puts the cursor at the end of a line of the editor. @param {Page} page @param {number} line */
async function goToLine(page, line) {
  await page.locator(".cm-line").nth(line - 1).click();
  await page.keyboard.press("End");
}

for (const [name, viewport] of Object.entries({ wide: { width: 1280, height: 800 }, narrow: { width: 320, height: 700 } })) {
  pageTest(`when the program is first touched, no letter of it moves: ${name}`, async ({ page }) => {
    await fake(page);
    await open(page, "user-and-posts?predict=none");
    // Nor when it was scrolled.
    await playground(page).evaluate((element) => (element.shadowRoot.querySelector(".source pre").scrollLeft = 20));
    const { x, y } = await page.locator(".source .line code").nth(2).boundingBox();
    const before = await geometry(page, ".source .line", "code", ".source .number");
    // Not by the driver's own click, which scrolls to what it clicks.
    await page.mouse.click(x + 60, y + 8);
    await page.locator(".cm-focused").waitFor();
    await settled(page);
    const after = await geometry(page, ".cm-line", undefined, ".cm-lineNumbers .cm-gutterElement:not([style*='hidden'])");
    assert.deepEqual(after, before);
    assert.ok(before.lines.length > 10);
    // The cursor is where the reader pointed.
    await page.keyboard.type("x");
    assert.notEqual((await text(page)).split("\n")[2], await lessonLine(page, 3));
  }, { context: { viewport } });
}

/** Where the letters are, and in which colours, and where the numbers of the lines. */
function geometry(page, lines, within, numbers) {
  return playground(page).evaluate((element, { lines, within, numbers }) => {
    const root = element.shadowRoot;
    const rect = (node) => {
      const range = document.createRange();
      range.selectNodeContents(node);
      const { left, top } = range.getBoundingClientRect();
      return [left, top].map((px) => Math.round(px * 4) / 4);
    };
    const letters = (node) => {
      const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
      const found = [];
      while (walker.nextNode()) {
        const { nodeValue, parentElement } = walker.currentNode;
        if (!nodeValue.trim()) continue;
        const range = document.createRange();
        const start = nodeValue.search(/\S/);
        range.setStart(walker.currentNode, start);
        range.setEnd(walker.currentNode, start + 1);
        const { left, top, height } = range.getBoundingClientRect();
        const { color, fontStyle } = getComputedStyle(parentElement);
        found.push([nodeValue.trim()[0], Math.round(left * 4) / 4, Math.round(top * 4) / 4, Math.round(height), color, fontStyle]);
      }
      return found;
    };
    return {
      lines: [...root.querySelectorAll(lines)].map((line) => letters(within ? line.querySelector(within) : line)).filter((line) => line.length > 0),
      numbers: [...root.querySelectorAll(numbers)].filter((number) => number.getBoundingClientRect().height > 0).map((number) => [number.textContent, ...rect(number)]),
    };
  }, { lines, within, numbers });
}

const lessonLine = (page, line) => playground(page).evaluate((element, line) => element._lesson.source.rust.split("\n")[line - 1], line);

pageTest("what was typed is compiled and run, and its record has the text", async ({ page }) => {
  await fake(page);
  await edit(page);
  await goToLine(page, 5);
  await page.keyboard.type('\nprintln!("typed");');
  await says(page, "No errors");
  const record = await runToTheEnd(page);
  assert.equal(record.outcome, "completed");
  assert.ok(record.log.some(({ text }) => text === "typed"));
  assert.equal(record.scenario, "gather");
  assert.deepEqual(record.params, { a: 2, b: 1, c: 3 });
  assert.equal(record.source, await text(page));
  assert.match(record.source, /\n {4}println!\("typed"\);\n/);
  assert.match(record.program, /^[\w-]+$/);
  // Control and Enter run from within the editor, too.
  await content(page).focus();
  await page.evaluate(() => addEventListener("playground-finish", ({ detail }) => (globalThis.again = detail.source)));
  await page.keyboard.press("ControlOrMeta+Enter");
  assert.equal(await (await page.waitForFunction(() => globalThis.again)).jsonValue(), record.source);
});

pageTest("a lesson's own program runs as it was compiled, also when it stands in an editor", async ({ page }) => {
  await fake(page);
  await edit(page, "gather?predict=none&speed=20");
  const record = await runToTheEnd(page);
  assert.equal(record.source, undefined);
  assert.equal(record.log.length, 7);
  // Tasks stand beside their lines, and the lit line is the cursor's.
  await moveTo(page, record.events.findIndex(({ kind }) => kind === "sleep") + 1);
  const [lit] = await page.locator(".cm-line.at").allTextContents();
  assert.match(lit, /sleep\(wait\)/);
  assert.ok((await page.locator(".cm-whos .names b").allTextContents()).includes("A"));
  // What is typed above takes them along.
  await goToLine(page, 2);
  await page.keyboard.type("\n\n");
  const [moved] = await page.locator(".cm-lineNumbers .at").allTextContents();
  assert.equal(moved, "9");
  // A number leads to the next event of its line, whatever number it had in the run.
  const before = await playground(page).evaluate((element) => element._playback.n);
  await page.locator(".cm-lineNumbers .eventful", { hasText: /^9$/ }).click();
  assert.ok((await playground(page).evaluate((element) => element._playback.n)) > before);
});

pageTest("an error is underlined, said and mended by a button, and nothing runs before", async ({ page }) => {
  await fake(page);
  await edit(page);
  await goToLine(page, 5);
  await page.keyboard.type("slep();");
  await says(page, "1 error");
  await page.locator(".cm-lintRange-error", { hasText: "slep" }).waitFor();
  await page.getByRole("status").filter({ hasText: "1 error" }).waitFor({ state: "attached" });
  await page.locator("body").click({ position: { x: 2, y: 2 } });
  await page.getByRole("button", { name: /^Run/ }).click();
  // The cursor goes to the error.
  await page.locator(".cm-focused").waitFor();
  assert.equal(await playground(page).evaluate((element) => element.record), undefined);
  await page.getByRole("button", { name: /use `sleep`/ }).click();
  await says(page, "No errors");
  assert.match(await text(page), /\{sleep\(\);/);
  assert.equal((await runToTheEnd(page)).outcome, "completed");
});

pageTest("an error that was never looked at is found by Run", async ({ page }) => {
  await fake(page);
  await edit(page);
  await goToLine(page, 5);
  await page.keyboard.insertText("slep();");
  await page.keyboard.press("ControlOrMeta+Enter");
  await says(page, "1 error");
  await page.waitForFunction(() => document.querySelector("async-playground")._runner.state === "idle");
  assert.equal(await playground(page).evaluate((element) => element.record), undefined);
}, SAME);

pageTest("an error is mended by keys, and that is undone by keys", async ({ page }) => {
  await fake(page);
  await edit(page);
  await goToLine(page, 5);
  await page.keyboard.type("slep();");
  await says(page, "1 error");
  await page.keyboard.press("ControlOrMeta+.");
  await says(page, "No errors");
  await page.keyboard.press("ControlOrMeta+z");
  await says(page, "1 error");
  assert.match(await text(page), /slep\(\);/);
});

pageTest("what is not known here is said as that", async ({ page }) => {
  await fake(page);
  await edit(page);
  await goToLine(page, 1);
  await page.keyboard.type("\nuse std::fs;");
  await page.locator(".checked li", { hasText: "the playground does not know `std::fs`" }).waitFor();
  await page.getByRole("button", { name: "Error in line 2" }).click();
  await page.locator(".cm-focused").waitFor();
}, SAME);

pageTest("Reset brings the lesson's program back, and undo what was typed", async ({ page }) => {
  await fake(page);
  await edit(page);
  const own = await text(page);
  await goToLine(page, 1);
  await page.keyboard.type("// mine");
  await page.waitForFunction(() => location.hash.startsWith("#code="));
  await page.getByRole("button", { name: "Reset the program" }).click();
  assert.equal(await text(page), own);
  await page.waitForFunction(() => location.hash === "");
  await page.locator(".cm-focused").waitFor();
  await page.keyboard.press("ControlOrMeta+z");
  assert.match(await text(page), /\/\/ mine/);
  await page.waitForFunction(() => location.hash.startsWith("#code="));
});

pageTest("who reloads or leaves in the middle of a word finds it again, though a part of it stood in the address", async ({ page }) => {
  await fake(page);
  await edit(page, "gather?predict=none");
  await goToLine(page, 1);
  await page.keyboard.type("// one");
  await page.waitForFunction(() => location.hash.startsWith("#code="));
  await page.keyboard.type(" two");
  await page.reload();
  await ready(page);
  await content(page).waitFor();
  assert.match(await text(page), /\/\/ one two$/m);
  await goToLine(page, 1);
  await page.keyboard.type(" three");
  await page.goto("/hello/");
  await page.goBack();
  await ready(page);
  await content(page).waitFor();
  assert.match(await text(page), /\/\/ one two three$/m);
});

pageTest("what was typed survives a reload, and is found again by who comes back", async ({ page }) => {
  await fake(page);
  await edit(page, "gather?predict=none&a=1");
  await goToLine(page, 1);
  await page.keyboard.type("// grüße 🦀");
  await page.waitForFunction(() => location.hash.startsWith("#code="));
  const typed = await text(page);
  await page.reload();
  await ready(page);
  await content(page).waitFor();
  assert.equal(await text(page), typed);
  assert.match(page.url(), /\?a=1&predict=none#code=/);
  await page.goto("/hello/");
  await page.goBack();
  await ready(page);
  await content(page).waitFor();
  assert.equal(await text(page), typed);
  // By an address that says nothing of it.
  await page.goto("/hello/");
  await page.goto("/gather/");
  await ready(page);
  await content(page).waitFor();
  assert.equal(await text(page), typed);
  await page.getByRole("button", { name: "Reset the program" }).click();
  await page.waitForFunction(() => location.hash === "");
  await page.goto("/gather/");
  await ready(page);
  assert.equal(await content(page).count(), 0);
});

pageTest("a link to a program that is cut off says so, and shows the lesson's own", async ({ page }) => {
  await fake(page);
  await edit(page);
  await goToLine(page, 1);
  await page.keyboard.type("// mine");
  await page.waitForFunction(() => location.hash.startsWith("#code="));
  const link = page.url();
  await page.evaluate(() => localStorage.clear());
  await page.goto("/hello/");
  await page.goto(link.slice(0, -5));
  await ready(page);
  await page.getByRole("alert").filter({ hasText: /the program in this link is cut off/ }).waitFor();
  assert.doesNotMatch(await text(page), /mine/);
}, SAME);

pageTest("a program that is too long for the address is said to be", async ({ page }) => {
  await fake(page);
  await edit(page);
  await playground(page).evaluate((element) => (element.source = `${element.source}// ${"x".repeat(31_000)}\n`));
  await page.getByRole("alert").filter({ hasText: /at most 30000 are allowed: it is not kept in the address/ }).waitFor();
}, SAME);

pageTest("the link to a run shows the program that it was made with", async ({ page }) => {
  await fake(page);
  await edit(page, "gather?predict=none&speed=20");
  await goToLine(page, 5);
  await page.keyboard.type('println!("typed");');
  await says(page, "No errors");
  const record = await runToTheEnd(page);
  await page.locator(".share summary").click();
  const link = await page.getByRole("textbox", { name: /^Link to this run/ }).inputValue();
  const context = await page.context().browser().newContext();
  try {
    const other = await context.newPage();
    await fake(other);
    await other.goto(link);
    assert.deepEqual(await finished(other), record);
    await ready(other);
    await content(other).waitFor();
    assert.equal(await text(other), record.source);
    await moveTo(other, 3);
    assert.match((await other.locator(".cm-line.at").allTextContents())[0], /typed/);
    // It can be run again, and changed.
    assert.equal((await runToTheEnd(other)).source, record.source);
  } finally {
    await context.close();
  }
}, SAME);

pageTest("the editor is entered and left by keys alone", async ({ page }) => {
  await fake(page);
  await open(page, "gather?predict=none");
  await page.locator(".source pre").focus();
  await page.keyboard.press("Enter");
  await page.locator(".cm-focused").waitFor();
  await page.keyboard.type("// k");
  assert.match(await text(page), /^\/\/ k/);
  await page.keyboard.press("Tab");
  await page.waitForFunction(() => !document.querySelector("async-playground").shadowRoot.querySelector(".cm-focused"));
  await page.keyboard.press("Shift+Tab");
  await page.locator(".cm-focused").waitFor();
  // No key that is typed is a shortcut.
  await page.keyboard.type("? c s 0 ");
  assert.equal(await page.locator("dialog[open]").count(), 0);
  assert.match(await text(page), /\? c s 0 /);
});

pageTest("what could stand at a place is offered, with what it does", async ({ page }) => {
  await fake(page);
  await edit(page);
  await says(page, "No errors");
  await goToLine(page, 5);
  await page.keyboard.type("sle");
  await page.locator(".cm-completionInfo", { hasText: "Waits until a time has passed." }).waitFor();
  await page.getByRole("option", { name: /^sleep_until/ }).click();
  assert.match(await text(page), /\{sleep_until/);
});

pageTest("a compiler that crashes or does not answer is started anew, and the page goes on", async ({ page }) => {
  await fake(page);
  await edit(page);
  await goToLine(page, 1);
  await page.keyboard.type("crash!");
  await says(page, "the checker failed: the fake compiler crashed");
  await page.keyboard.press("ControlOrMeta+z");
  await says(page, "No errors");
  await page.keyboard.type("hang!");
  await says(page, "the checker did not answer within 10 s: it was started anew");
  await page.keyboard.press("ControlOrMeta+z");
  await says(page, "No errors");
}, SAME);

let built = false;
pageTest("before the compiler is there, the editor is one, and says that it is coming", async ({ page }) => {
  built = false;
  await fake(page, { isBuilt: () => built });
  await edit(page);
  await says(page, "The checker is still being built");
  await goToLine(page, 5);
  await page.keyboard.type('println!("early");slep();');
  assert.match(await text(page), /early/);
  await page.getByRole("button", { name: /^Run/ }).click();
  await page.getByRole("alert").filter({ hasText: "The checker is not there yet" }).waitFor();
  built = true;
  await says(page, "1 error");
}, { allowed: [/Failed to load resource/] });

pageTest("while the compiler is missing, it is looked for from time to time, however much is typed", async ({ page }) => {
  await fake(page, { isBuilt: () => false });
  await edit(page);
  const asked = () => page.waitForRequest(addressOf("compiler_bg.wasm"));
  for (const letter of "words") {
    const request = asked();
    await page.keyboard.type(letter);
    await request;
  }
  const times = [];
  while (times.length < 4) {
    await asked();
    times.push(performance.now());
  }
  // Every three seconds; one of them may still be for what was typed.
  assert.ok(times[3] - times[0] > 5000, `${times.map((time) => Math.round(time - times[0]))} ms`);
}, { allowed: [/Failed to load resource/], ...SAME });

pageTest("a page for a program of one's own: it runs, is kept, and is found", async ({ page }) => {
  await fake(page);
  await page.goto("/");
  await page.getByRole("link", { name: /write your own program/ }).click();
  await ready(page);
  await page.getByRole("heading", { name: "Your own program" }).waitFor();
  const record = await runToTheEnd(page);
  assert.equal(record.scenario, "program");
  assert.equal(record.log.at(-1).text, "breakfast");
  assert.equal(record.source, await text(page));
  assert.equal(await page.getByRole("tab", { name: "Python" }).count(), 0);
  await page.getByRole("button", { name: "Search" }).click();
  await page.keyboard.type("your own");
  await page.getByRole("option", { name: /^Your own program/ }).waitFor();
});

pageTest("where the program cannot be changed, nothing offers it", async ({ page }) => {
  await fake(page);
  await openHtml(page, '<script type="module" src="/embed/async-playground.js"></script><async-playground scenario="gather" view="compact"></async-playground>');
  await page.getByRole("button", { name: /^Run/ }).waitFor();
  assert.equal(await page.getByRole("button", { name: "Edit" }).count(), 0);
  await page.locator(".source code").first().click();
  await playground(page).evaluate((element) => element.setAttribute("editable", ""));
  await page.getByRole("button", { name: "Edit" }).waitFor();
  await playground(page).evaluate((element) => element.setAttribute("editable", "no"));
  await page.getByRole("alert").filter({ hasText: 'attribute "editable" is "no": allowed are true, false' }).waitFor();
  await page.getByRole("button", { name: "Edit" }).waitFor();
  await playground(page).evaluate((element) => element.setAttribute("editable", "false"));
  await page.waitForFunction(() => !document.querySelector("async-playground").shadowRoot.querySelector(".edit"));
  assert.equal(await content(page).count(), 0);
}, SAME);

pageTest("a program that stands inside the element is shown and run in place of a lesson", async ({ page }) => {
  await fake(page);
  await openHtml(page, `<script type="module" src="/embed/async-playground.js"></script><async-playground view="compact" editable site="/">
<pre>
async fn main() {
    println!("mine &lt;&gt;");
}
</pre></async-playground>`);
  await ready(page);
  assert.equal(await text(page), 'async fn main() {\n    println!("mine <>");\n}\n');
  assert.equal(await page.getByRole("heading", { name: "Your own program" }).count(), 0);
  const record = await runToTheEnd(page);
  assert.deepEqual([record.scenario, record.log.map(({ text }) => text)], ["program", ["mine <>"]]);
  await page.getByRole("button", { name: "Edit" }).click();
  await page.locator(".cm-line").first().click();
  await page.keyboard.press("End");
  await page.keyboard.type('println!("more");');
  await page.getByRole("button", { name: "Reset the program" }).click();
  assert.doesNotMatch(await text(page), /more/);
  // The link to it carries it.
  await page.locator(".share summary").click();
  const link = await page.getByRole("textbox", { name: /^Link to these settings/ }).inputValue();
  await page.goto(link);
  await ready(page);
  await content(page).waitFor();
  assert.match(await text(page), /mine <>/);
}, SAME);

pageTest("what runs a program, simulates and checks it can be called", async ({ page }) => {
  await fake(page);
  await openHtml(page);
  const called = await page.evaluate(async () => {
    const { check, run, simulate } = await import("/embed/async-playground.js");
    const source = 'async fn main() {\n    println!("a");\n    println!("b");\n}\n';
    const broken = source.replace("{", "{ slep();");
    const [ran, simulated] = [await run({ source }), await simulate({ source })];
    return {
      ran: ran.log.map(({ text }) => text),
      simulated: [simulated.clock, simulated.log.length],
      again: (await run({ source, program: Uint8Array.fromBase64?.(ran.program, { alphabet: "base64url" }) })).log.length,
      found: await check(broken),
      refused: await run({ source: broken }).catch(({ name, message, diagnostics }) => [name, message, diagnostics.length]),
      unknown: await run({ source: source.replace("main()", "main(a: Duration)") }).catch(({ message }) => message),
      given: (await run({ source: source.replace("main()", "main(a: Duration)") , scenario: "async-sleep" }, {}).catch(({ message }) => message)),
    };
  });
  assert.deepEqual(called.ran, ["a", "b"]);
  assert.deepEqual(called.simulated, ["simulated", 2]);
  assert.equal(called.again, 2);
  assert.deepEqual([called.found[0].line, called.found[0].column, called.found[0].code], [1, 19, "E0425"]);
  assert.deepEqual(called.refused, ["ProgramError", "the program does not compile: line 1: cannot find function `slep` in this scope", 1]);
  assert.match(called.unknown, /main takes "a"/);
}, SAME);

/** What a reader does to the program as soon as it is seen. @type {Record<string, (page: Page) => Promise<void>>} */
const FIRST_TOUCHES = {
  "a press on Edit": (page) => page.getByRole("button", { name: "Edit" }).click(),
  "a click into the program": async (page) => {
    const { x, y } = await page.locator(".source .line code").first().boundingBox();
    await page.mouse.click(x + 2, y + 8);
  },
  "Enter": async (page) => {
    await page.locator(".source pre").focus();
    await page.keyboard.press("Enter");
  },
};

for (const [how, touch] of Object.entries(FIRST_TOUCHES)) {
  pageTest(`before any script of the page has come, ${how} is kept: the editor opens as soon as it can`, async ({ page }) => {
    await fake(page);
    let release;
    const released = new Promise((resolve) => (release = resolve));
    await page.route(/\/embed\/assets\/(element|site)-[^/]*\.js$/, async (route) => {
      await released;
      await route.continue();
    });
    await page.goto("/gather/?predict=none", { waitUntil: "commit" });
    // The script that keeps it asks for the others.
    await page.locator('head script[src*="site-"]').waitFor({ state: "attached" });
    await touch(page);
    await page.locator("async-playground[data-touched]").waitFor();
    assert.equal(await page.evaluate(() => customElements.get("async-playground")), undefined);
    release();
    await page.locator(".cm-focused").waitFor();
    await page.keyboard.type("x");
    assert.match(await text(page), /^xuse /);
  });
}

pageTest("who leaves in the middle of a word finds it when they come back", async ({ page }) => {
  await fake(page);
  await edit(page);
  await goToLine(page, 1);
  await page.keyboard.type("// half");
  await page.getByRole("link", { name: /^Next/ }).first().click();
  await page.waitForURL((url) => !url.pathname.startsWith("/gather/"));
  await ready(page);
  await page.goBack();
  await ready(page);
  await content(page).waitFor();
  assert.match(await text(page), /\/\/ half/);
});

pageTest("where the compiler cannot be fetched, the editor says so, and tries again when asked", async ({ page }) => {
  await fake(page);
  let isThere = false;
  await page.route(addressOf("compiler_bg.wasm"), (route) => (isThere ? route.fallback() : route.abort()));
  await edit(page);
  await says(page, "The checker could not be loaded.");
  // What is typed is asked about, too.
  const again = page.waitForEvent("requestfailed", (request) => addressOf("compiler_bg.wasm").test(request.url()));
  await page.keyboard.insertText("// typed all the same\n");
  await again;
  isThere = true;
  await page.getByRole("button", { name: "Try again" }).click();
  await says(page, "No errors");
}, { ...SAME, allowed: [/Failed to load resource/] });
