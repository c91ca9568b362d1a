// axe finds nothing on any page, in any state, light and dark, wide and narrow.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import { fake, fakeExercise } from "./fakes.mjs";
import { finished, lookAt, moveTo, open, playground, ready, runToTheEnd } from "./lesson.mjs";
import { pageTest } from "./page.mjs";
import { giveFigures } from "./speed.mjs";

/** @typedef {import("playwright-core").Page} Page */

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** WCAG 2.0, 2.1 and 2.2, A and AA. */
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];

const WIDTHS = [1280, 320];

/** What depends on the colours, and is asked once more where they are dark. */
const OF_COLOURS = ["color-contrast", "link-in-text-block"];

/** How to get to each state. @type {Record<string, (page: Page) => Promise<unknown>>} */
const STATES = {
  "the front page": (page) => page.goto("/"),
  "the page of figures": async (page) => {
    await giveFigures(page);
    await page.goto("/speed/");
    await page.getByText("1 of 2 hold.").waitFor();
  },
  "an address that is not there": (page) => page.goto("/404.html"),
  "a lesson with the course opened": async (page) => {
    await open(page, "gather");
    await page.locator(".course summary").click();
    await page.getByRole("navigation", { name: "Lessons" }).waitFor();
  },
  "the search": async (page) => {
    await open(page, "gather");
    await page.getByRole("button", { name: "Search" }).click();
    await page.keyboard.type("join");
    await page.getByRole("dialog").getByRole("option").first().waitFor();
  },
  "what is remembered, and a file that is no record": async (page) => {
    await open(page, "gather?speed=20");
    await page.getByRole("button", { name: "Search" }).waitFor();
    await runToTheEnd(page);
    await page.evaluate(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(["{"], "holiday.json"));
      dispatchEvent(new DragEvent("drop", { dataTransfer }));
    });
    await page.getByText("“holiday.json” is no JSON.").waitFor();
    await page.locator("details.course summary").click();
    await page.getByRole("button", { name: "Forget what this page remembers…" }).click();
    await page.getByRole("dialog").waitFor();
  },
  "a prediction that was wrong": async (page) => {
    await open(page, "gather?speed=20");
    await page.getByRole("button", { name: "Move 'A starting' down" }).click();
    await page.getByRole("spinbutton", { name: /^How long/ }).fill("99");
    await runToTheEnd(page);
    await page.getByRole("button", { name: "Show why" }).first().click();
  },
  "a program of one's own": async (page) => {
    await page.goto("/program/");
    await ready(page);
  },
  "a program with an error, in its editor": async (page) => {
    await fake(page);
    await open(page, "gather");
    await page.getByRole("button", { name: "Edit" }).click();
    await page.locator(".cm-focused").waitFor();
    await page.keyboard.type("slep(); let unused = 1;\n");
    await page.getByRole("button", { name: /use `sleep`/ }).waitFor();
    await page.keyboard.press("ControlOrMeta+f");
    await page.getByRole("textbox", { name: "Find" }).waitFor();
  },
  "an exercise with hints and an answer": async (page) => {
    await fake(page);
    await fakeExercise(page, "sequential");
    await open(page, "sequential");
    const panel = page.getByRole("region", { name: "Your turn" });
    const press = (/** @type {string} */ name) => panel.getByRole("button", { name }).click();
    await press("Your turn");
    await press("Check");
    await panel.getByText("Not yet.").waitFor();
    await press("Edit the program");
    await page.locator(".cm-focused").waitFor();
    await page.keyboard.type("//");
    await press("Check");
    await panel.getByText("Not yet.").waitFor();
    for (const name of ["Hint", "Another hint", "An answer"]) await press(name);
    // What was said is of the program before.
    await page.locator(".cm-content").focus();
    await page.keyboard.type("/");
    await panel.getByText("Before your change:").waitFor();
  },
  "what could stand at a place of a program": async (page) => {
    await fake(page);
    await open(page, "gather");
    await page.getByRole("button", { name: "Edit" }).click();
    await page.locator(".checked .good").waitFor();
    await page.keyboard.type("sle");
    await page.getByRole("option").first().waitFor();
  },
  "a run of a program that was changed": async (page) => {
    await fake(page);
    await open(page, "gather");
    await page.getByRole("button", { name: "Edit" }).click();
    await page.locator(".checked .good").waitFor();
    await page.keyboard.type("// mine\n");
    await page.locator(".checked .good").waitFor();
    await moveTo(page, (await runToTheEnd(page)).events.length - 2);
  },
  "a run that goes on": async (page) => {
    await open(page, "sequential?speed=0.25");
    await page.getByRole("button", { name: /^Run/ }).click();
    await page.getByRole("region", { name: "Log" }).getByText("A starting").waitFor();
  },
  "a run that has ended, with everything opened": async (page) => {
    await open(page, "gather?speed=4");
    await runToTheEnd(page);
    await page.getByRole("checkbox", { name: "links" }).check();
    for (const summary of await playground(page).locator("summary").all()) await summary.click();
  },
  ...Object.fromEntries(["Prediction", "Tasks", "Clock", "In words"].map((panel) => [
    `the panel ${panel}`,
    async (/** @type {Page} */ page) => {
      await open(page, "gather?speed=20");
      await runToTheEnd(page);
      await lookAt(page, panel);
    },
  ])),
  "the middle of a run": async (page) => {
    await open(page, "event-loop?speed=4");
    const { events } = await runToTheEnd(page);
    await moveTo(page, events.find(({ kind }) => kind === "wake").n + 1);
  },
  "Python": async (page) => {
    await open(page, "event-loop?speed=4");
    await runToTheEnd(page);
    await page.getByRole("tab", { name: "Python" }).click();
  },
  "a run that was stopped": async (page) => {
    await open(page, "sequential?speed=0.25");
    await page.getByRole("button", { name: /^Run/ }).click();
    await page.getByRole("region", { name: "Log" }).getByText("A starting").waitFor();
    await page.getByRole("button", { name: "Stop" }).click();
    await finished(page);
  },
  "a run with a diagnosis, and values for the next one": async (page) => {
    await open(page, "blocking-sleep?seconds=0.3&speed=20");
    await runToTheEnd(page);
    const seconds = page.getByRole("spinbutton").last();
    await seconds.fill("0.4");
    await seconds.blur();
    await page.getByText("The new value applies to the next run.").waitFor({ state: "attached" });
  },
  "very many tasks": async (page) => {
    await open(page, "scale?tasks=1000&speed=20");
    await runToTheEnd(page);
  },
  "a comparison": async (page) => {
    await page.goto("/sequential/?compare=gather&speed=20");
    await ready(page);
    await runToTheEnd(page);
    await page.getByText(/ less\.$/).waitFor();
  },
  "the list of shortcuts": async (page) => {
    await open(page, "hello");
    await page.getByRole("button", { name: "Keyboard shortcuts" }).click();
    await page.getByRole("dialog").waitFor();
  },
  "an address with an error": async (page) => {
    await page.goto("/gather/?a=abc");
    await page.getByRole("alert").filter({ hasText: '"abc"' }).waitFor();
  },
  "wasm that does not load": async (page) => {
    await page.route("**/*.wasm", (route) => route.fulfill({ status: 200, contentType: "text/html", body: "" }));
    await page.goto("/gather/");
    await page.getByLabel("Rust program").getByText("async fn work").waitFor();
  },
  "the page to be embedded": async (page) => {
    await page.goto("/embed/embed.html#/gather?speed=20");
    await ready(page);
    await runToTheEnd(page);
  },
};

for (const [state, go] of Object.entries(STATES)) {
  for (const width of WIDTHS) {
    pageTest(
      `axe: ${state}, ${width} px wide`,
      async ({ page }) => {
        await go(page);
        // Run by the debugger, not by the page: the page's policy allows no script from outside.
        await page.evaluate(axe);
        assert.deepEqual(await violations(page, TAGS), [], "light");
        await page.emulateMedia({ colorScheme: "dark" });
        assert.deepEqual(await violations(page, OF_COLOURS), [], "dark");
      },
      { context: { viewport: { width, height: 800 } }, onlyIn: { chromium: "axe reads the document and its styles, which are the same in both" } },
    );
  }
}

/**
 * What axe finds, one line for each element.
 * @param {Page} page
 * @param {string[]} wanted tags, or rules
 */
function violations(page, wanted) {
  return page.evaluate(async (runOnly) => {
    // It would copy the style sheets of a shadow, which the page's policy forbids.
    const { violations } = await axe.run(document, { runOnly, resultTypes: ["violations"], preload: false });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.flat().join(" ")}: ${failureSummary.replace(/\s+/g, " ")}`),
    );
  }, wanted);
}
