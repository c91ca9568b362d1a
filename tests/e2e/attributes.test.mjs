// Any value may be given to any attribute: what is not allowed is named, and the element stays usable.

import assert from "node:assert/strict";

import { openHtml } from "./browser.mjs";
import { finished, give, playground, ready, settled } from "./lesson.mjs";
import { pageTest } from "./page.mjs";

const SAME = { onlyIn: { chromium: "what is allowed, and said of it, is the same in both" } };

/** @typedef {import("playwright-core").Page} Page */

const element = (attributes = "") => `<script type="module" src="/embed/async-playground.js"></script>
  <async-playground scenario="gather" speed="20" ${attributes}>What stands here.</async-playground>`;

/** What is refused, and in which words. */
const REFUSED = {
  'view="foo"': 'attribute "view" is "foo": allowed are full, compact',
  'view=""': 'attribute "view" is "": allowed are full, compact',
  'theme="<b>pink"': 'attribute "theme" is "<b>pink": allowed are auto, light, dark',
  'predict="yes"': 'attribute "predict" is "yes": allowed are ask, required, none',
  'language="en"': 'attribute "language" is "en": allowed are rust, python',
  'keys="everywhere"': 'attribute "keys" is "everywhere": allowed are element, page',
  'at="end"': 'attribute "at" is "end": allowed is the number of an event, from 0',
  'at="-1"': 'attribute "at" is "-1": allowed is the number of an event, from 0',
  'src="file:///run.json"': 'attribute "src" is "file:///run.json": it must be the address of a recorded run, as in run.json',
  'poster="javascript:alert(1)"': 'attribute "poster" is "javascript:alert(1)": it must be the address of a text, as in run.txt',
  'compare="Gather"': 'attribute "compare" is "Gather": allowed are ',
  'params="a=2&speed=4"': '"gather" has no parameter "speed" (given as "4"): allowed are a, b, c',
  'params="run=1&=2"': '"gather" has no parameter "run" (given as "1"): allowed are a, b, c',
  'params="a=%F0%9F"': 'parameter "a" is "',
  'params="__proto__=1"': '"gather" has no parameter "__proto__"',
};

pageTest("a value that is not allowed is refused in words and with an event, and the lesson can be used", async ({ page }) => {
  await listen(page);
  for (const [attribute, says] of Object.entries(REFUSED)) {
    await openHtml(page, element(attribute));
    await page.getByRole("alert").getByText(says).waitFor();
    await ready(page);
    assert.deepEqual((await errors(page)).map((message) => message.startsWith(says)), [true], attribute);
    await page.getByRole("heading", { name: "Three waits, at once" }).waitFor();
    // The next value is allowed, and the message goes.
    const name = attribute.split("=")[0];
    await playground(page).evaluate((element, name) => element.removeAttribute(name), name);
    await page.waitForFunction(() => document.querySelector("async-playground").shadowRoot.querySelector("[role=alert]").textContent === "");
    assert.equal(await playground(page).evaluate(async (element) => (await element.run()).outcome), "completed", attribute);
  }
}, SAME);

pageTest("lang is HTML's own: no language of a program, and nothing is wrong with it", async ({ page }) => {
  await listen(page);
  await openHtml(page, element('lang="en" language="python"'));
  await ready(page);
  await settled(page);
  assert.deepEqual(await errors(page), []);
  assert.equal(await page.getByRole("tab", { name: "Python" }).getAttribute("aria-selected"), "true");
});

pageTest("no value of any property ends the element: it draws, says what is wrong, and runs again", async ({ page }) => {
  await listen(page);
  await openHtml(page, element());
  await ready(page);
  const names = ["scenario", "params", "compare", "speed", "theme", "view", "language", "predict", "record", "prediction", "at"];
  const failed = [];
  for (const name of names) {
    failed.push(...(await playground(page).evaluate(async (element, name) => {
      const good = { scenario: "gather", params: "", compare: "", speed: "20", theme: "auto", view: "full", language: "rust", predict: "ask", record: undefined, prediction: undefined, at: undefined };
      const values = [null, undefined, {}, [], 5, NaN, true, () => {}, Symbol("s"), Object.create(null), { toString: () => { throw new Error("no text"); } }, "", "\ud800", "x".repeat(5000), "__proto__", "%", "constructor"];
      const failed = [];
      for (const [index, value] of values.entries()) {
        try {
          element[name] = value;
          await element.updateComplete;
          for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
          await element.updateComplete;
          if (name !== "record" && name !== "scenario" && !element.shadowRoot.querySelector("button.primary")) failed.push(`${name} ${index}: no Run`);
        } catch (error) {
          failed.push(`${name} ${index}: ${error}`);
        }
      }
      Object.assign(element, good);
      await element.updateComplete;
      return failed;
    }, name)));
    // What is wrong with a speed or a parameter is told when the lesson is there again.
    await ready(page);
  }
  assert.deepEqual(failed, []);
  await ready(page);
  assert.equal(await playground(page).evaluate(async (element) => (await element.run()).outcome), "completed");
  const said = await errors(page);
  for (const name of ["compare", "theme", "view", "language", "predict"]) assert.ok(said.some((message) => message.startsWith(`attribute "${name}" is`)), name);
  assert.ok(said.some((message) => message.startsWith('property "prediction" is not what this property gives')));
  for (const name of ["a scenario", "no scenario", '"speed"']) assert.ok(said.some((message) => message.includes(name.replace("a scenario", "no scenario"))), name);
}, SAME);

pageTest("without a scenario, what stands inside is read, and the message says which there are", async ({ page }) => {
  await listen(page);
  await openHtml(page, element());
  await ready(page);
  await playground(page).evaluate((element) => element.removeAttribute("scenario"));
  await page.getByRole("alert").getByText('there is no scenario "": there are why,').waitFor();
  await page.getByText("What stands here.").waitFor();
  await playground(page).evaluate((element) => element.setAttribute("scenario", "hello"));
  await page.getByRole("heading", { level: 2 }).waitFor();
}, SAME);

pageTest("a record that is set is checked as a shared one is, and refused with an error", async ({ page }) => {
  await listen(page);
  await openHtml(page, element());
  await ready(page);
  const record = await playground(page).evaluate((element) => element.run());
  const bad = {
    "this is no record of a run: it has no version": {},
    "version is 2; it must be 1: this page reads no other version": { ...record, version: 2 },
    "elapsed_ms is -1": { ...record, elapsed_ms: -1 },
    "events is missing": { ...record, events: undefined },
    'this run is one of "sequential": here only one of "gather" can be shown': { ...record, scenario: "sequential" },
  };
  for (const [says, value] of Object.entries(bad)) {
    await playground(page).evaluate((element, value) => (element.record = value), value);
    await page.getByRole("alert").getByText(says).waitFor();
    assert.ok((await errors(page)).at(-1).startsWith(says), says);
    // What was shown before still is.
    assert.deepEqual(await finished(page), record);
  }
  await playground(page).evaluate((element) => (element.record = undefined));
  assert.equal(await playground(page).evaluate((element) => element.record), undefined);
  await give(page, record);
  assert.deepEqual(await finished(page), record);
}, SAME);

/** Keeps the errors that are told of. @param {Page} page */
async function listen(page) {
  await page.addInitScript(() => {
    globalThis.errors = [];
    addEventListener("playground-error", ({ detail }) => errors.push(detail instanceof Error ? detail.message : "no Error"));
  });
}

/** @param {Page} page */
function errors(page) {
  return page.evaluate(() => globalThis.errors);
}
