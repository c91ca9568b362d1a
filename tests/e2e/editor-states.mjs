// The states of the editor, for shots.mjs: how a page gets to each. The compiler and the machine are the real ones.

import { addressOf } from "../../www/test/embed.js";
import { finished, open, playground } from "./lesson.mjs";

/** @typedef {import("playwright-core").Page} Page */

/** Opens a lesson with its editor, which has the focus. @param {Page} page */
async function edit(page, address = "gather") {
  await open(page, `${address}?predict=none&speed=4`);
  await page.getByRole("button", { name: "Edit" }).click();
  await page.locator(".cm-focused").waitFor();
}

/** @param {Page} page @param {RegExp} words */
const says = (page, words) => page.locator(".checked .summary", { hasText: words }).waitFor();

/** Puts another text in place of a part of the program, by keys. @param {Page} page @param {[string, string][]} changes */
async function change(page, ...changes) {
  const source = await playground(page).evaluate((element) => element.source);
  await page.locator(".cm-content").focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText(changes.reduce((text, [before, after]) => text.replace(before, after), source).trimEnd());
}

/** Types where a text ends. @param {Page} page @param {string} before @param {string} typed */
async function typeAfter(page, before, typed) {
  await playground(page).evaluate((element, before) => {
    const { view } = element._editor.editor;
    view.dispatch({ selection: { anchor: view.state.doc.toString().indexOf(before) + before.length }, scrollIntoView: true });
    view.focus();
  }, before);
  await page.keyboard.type(typed);
}

/** @param {Page} page */
async function run(page) {
  await page.keyboard.press("ControlOrMeta+Enter");
  return finished(page);
}

/** @param {string} body of `main` @param {string} [uses] @returns {(page: Page) => Promise<void>} */
const own = (body, uses = "") => async (page) => {
  await open(page, "program");
  await page.locator(".cm-content").focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText(`${uses}#[tokio::main(flavor = "local")]\nasync fn main() {\n${body}\n}`);
  await page.locator(".checked").waitFor();
};

/** What becomes of a request for the compiler. @param {(route: import("playwright-core").Route) => unknown} answer */
const compilerIs = (answer) => async (/** @type {Page} */ page) => {
  await page.route(addressOf("compiler_bg.wasm"), answer);
  await edit(page);
};

/** @type {Record<string, (page: Page) => Promise<unknown>>} */
export const EDITOR_STATES = {
  "nothing changed": async (page) => {
    await edit(page);
    await says(page, /No errors/);
  },
  "an error": async (page) => {
    await edit(page);
    await says(page, /No errors/);
    await change(page, ["sleep(wait)", "sleep(wat)"]);
    await says(page, /1 error/);
  },
  "many problems": async (page) => {
    await edit(page, "user-and-posts");
    await change(page, ["sleep(wait).await", "sleep(wait)"], ["println!", "printn!"], ["sleep(wait).await", "slep(wait).await"], ["user.id", "user.di"]);
    await says(page, /3 errors/);
  },
  "a fix is offered": async (page) => {
    await edit(page);
    await change(page, ["sleep(wait)", "slep(wait)"]);
    await says(page, /1 error/);
    await page.locator(".cm-lintRange").hover();
    await page.locator(".cm-tooltip-lint").waitFor();
  },
  completion: async (page) => {
    await edit(page);
    await says(page, /No errors/);
    await typeAfter(page, "sleep(wait).await;", "\n    tokio::time::");
    await page.locator(".cm-tooltip-autocomplete").waitFor();
  },
  "a line of documentation": async (page) => {
    await edit(page);
    await says(page, /No errors/);
    await page.locator(".cm-line span", { hasText: /^join!?$/ }).last().hover();
    await page.locator(".described").waitFor();
  },
  "a changed program has run": async (page) => {
    await edit(page);
    await change(page, ["sleep(wait).await;", "sleep(wait);"]);
    await says(page, /1 warning/);
    await run(page);
  },
  "changed after the run": async (page) => {
    await edit(page);
    await change(page, ["starting", "begins"]);
    await run(page);
    await typeAfter(page, "begins", " now");
    await says(page, /No errors/);
  },
  "own program": (page) => open(page, "program"),
  "own program, run": async (page) => {
    await open(page, "program");
    await page.getByRole("button", { name: /^Run/ }).click();
    await finished(page);
  },
  "own program, not known here": async (page) => {
    await own('    println!("{:?}", fs::read_to_string("a.txt"));', "use std::fs;\n\n")(page);
    await says(page, /error/);
    await page.keyboard.press("ControlOrMeta+Enter");
  },
  "own program, a panic": async (page) => {
    await own("    let list: Vec<u32> = vec![1, 2];\n    println!(\"{}\", list[5]);")(page);
    await run(page);
  },
  "the compiler is loading": async (page) => {
    await compilerIs(() => {})(page);
    await says(page, /oading/);
  },
  "the compiler is being built": async (page) => {
    await compilerIs((route) => route.fulfill({ status: 404, body: "" }))(page);
    await says(page, /still being built/);
  },
  "the compiler cannot be loaded": async (page) => {
    await compilerIs((route) => route.abort())(page);
    await says(page, /cannot/);
  },
};
