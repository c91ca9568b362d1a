// What the page says beside a run is about that run, whatever the controls say by now.

import assert from "node:assert/strict";

import { finished, open, playground, runToTheEnd, seconds, settled } from "./lesson.mjs";
import { pageTest } from "./page.mjs";

/** @typedef {import("playwright-core").Page} Page */

pageTest("a run keeps its figures when another speed is chosen, and the page says which controls differ", async ({ page }) => {
  await open(page, "gather?speed=10");
  await runToTheEnd(page);
  const before = await figures(page);
  assert.equal(before[1], "0.300 s");
  await page.locator("select[name=speed]").selectOption("1");
  await page.getByText("The run shown had speed\u00a0=\u00a010.").waitFor();
  const a = page.locator(".controls input[name=a]");
  await a.fill("4");
  await a.blur();
  await page.getByText("The run shown had A\u00a0=\u00a02\u00a0s, speed\u00a0=\u00a010.").waitFor();
  await foreseen(page, "gather", { a: 4 }, 1);
  assert.deepEqual(await figures(page), before);

  // What is as it was for the run differs no more.
  await a.fill("2.0");
  await a.blur();
  await page.locator("select[name=speed]").selectOption("10");
  await settled(page);
  assert.equal(await page.getByText("The run shown had").count(), 0);
});

pageTest("a prediction is judged for the run that it was made for, though a value changes in mid-run", async ({ page }) => {
  await open(page, "gather?speed=4");
  const total = page.getByRole("spinbutton", { name: /^How long/ });
  await total.fill("0.75");
  await page.getByRole("button", { name: /^Run/ }).click();
  await page.getByRole("region", { name: "Log" }).getByText("A starting").waitFor();
  const a = page.locator(".controls input[name=a]");
  await a.fill("3");
  await a.blur();
  const record = await finished(page);
  assert.equal(record.params.a, 2);
  const said = page.getByRole("region", { name: "Prediction" }).locator("li").filter({ hasText: "You said 0.75 s." });
  await said.getByText("Right.").waitFor();
  assert.match(await said.innerText(), new RegExp(`It took ${seconds(record.elapsed_ms)}, and 0\\.750 s on the simulated clock`));

  // Asked again, what is asked is about what is chosen now; the run's answer has gone.
  await page.getByRole("button", { name: "Predict again" }).click();
  assert.equal(await total.inputValue(), "");
  await runToTheEnd(page);
});

pageTest("what was said before a value was typed stays said, where the same is asked", async ({ page }) => {
  await open(page, "gather?speed=20");
  const total = page.getByRole("spinbutton", { name: /^How long/ });
  await total.fill("0.25");
  await page.locator(".controls input[name=a]").fill("5");
  await page.keyboard.press("Control+Enter");
  const { params } = await finished(page);
  assert.equal(params.a, 5);
  await page.getByRole("region", { name: "Prediction" }).getByText("You said 0.25 s.").waitFor();
  assert.deepEqual(await page.getByRole("region", { name: "Prediction" }).locator("li b").allInnerTexts(), ["Right."]);
});

pageTest("simulations of an older wish are dropped: none is shown, and none is waited for", async ({ page }) => {
  await open(page, "scale?speed=20");
  await playground(page).evaluate(async (element) => {
    for (let less = 0; less < 12; less++) {
      element.params = `tasks=${1_000_000 - less}`;
      await element.updateComplete;
    }
    element.scenario = "gather";
    element.params = "";
    await element.updateComplete;
  });
  await page.getByRole("heading", { name: "Three waits, at once" }).waitFor();
  await runToTheEnd(page);
  await page.locator(".verdict dt").filter({ hasText: /^simulated/ }).waitFor();
  assert.deepEqual((await figures(page)).slice(1, 3), ["0.150 s", "0.300 s"]);
});

pageTest("a link is to the run that is shown", async ({ page }) => {
  await open(page, "gather?speed=20");
  await runToTheEnd(page);
  await playground(page).locator(".share summary").click();
  const link = page.getByRole("textbox", { name: /^Link to this run/ });
  const first = await link.inputValue();
  await page.locator("select[name=speed]").selectOption("0.25");
  await page.getByRole("button", { name: /^Run/ }).click();
  await settled(page);
  assert.equal(await link.count(), 0);
  await page.getByRole("region", { name: "Log" }).getByText("A starting").waitFor();
  assert.equal(await link.count(), 0);
  await page.getByRole("button", { name: "Stop" }).click();
  await finished(page);
  assert.notEqual(await link.inputValue(), first);
});

/** The figures above the timeline. @param {Page} page */
function figures(page) {
  return page.locator(".verdict dd").allInnerTexts();
}

/** Waits until the page could have taken a simulation over. @param {Page} page */
async function foreseen(page, id, params, speed) {
  await page.evaluate(async ([id, params, speed]) => {
    const { simulate } = await import("/embed/async-playground.js");
    await simulate(id, params, { speed });
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  }, [id, params, speed]);
}
