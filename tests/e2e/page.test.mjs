// The learner's way through the page.

import assert from "node:assert/strict";

import { addressOf } from "../../www/test/embed.js";
import { openHtml } from "./browser.mjs";
import { finished, lookAt, open, playground, ready, show } from "./lesson.mjs";
import { pageTest } from "./page.mjs";

/** @param {import("playwright-core").Page} page */
const run = (page) => page.getByRole("button", { name: /^Run/ }).click();

/** @param {import("playwright-core").Page} page */
const logged = (page) => page.getByRole("region", { name: "Log" }).locator("li .text").allInnerTexts();

pageTest("from landing to a finished gather", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("navigation").getByRole("link", { name: "Three waits, at once" }).click();
  await page.waitForURL(/\/gather\/$/);
  await ready(page);
  await page.getByRole("heading", { name: "Three waits, at once" }).waitFor();
  // No faster: two deadlines that are due in one poll would print in the order of the branches.
  await page.locator("select[name=speed]").selectOption("4");
  await run(page);
  const record = await finished(page);
  assert.equal(record.outcome, "completed");
  assert.deepEqual(await logged(page), [
    "A starting",
    "B starting",
    "C starting",
    "B done",
    "A done",
    "C done",
    "A result, B result, C result",
  ]);
  const figures = await page.locator(".verdict dd").allInnerTexts();
  assert.ok(record.elapsed_ms >= 750);
  assert.deepEqual(figures.slice(0, 3), [`${(record.elapsed_ms / 1000).toFixed(3)} s`, "0.750 s", "1.500 s"]);
  assert.match(page.url(), /\/gather\/\?speed=4$/);
});

pageTest("the log is there while the run goes on, and a stopped run is dropped", async ({ page }) => {
  await page.goto("/sequential/?a=10&speed=0.25");
  await run(page);
  await page.getByRole("region", { name: "Log" }).getByText("A starting").waitFor();
  await page.getByRole("button", { name: "Stop" }).click();
  const record = await finished(page);
  assert.equal(record.outcome, "stopped");
  assert.deepEqual(await logged(page), ["A starting"]);
  assert.ok(record.elapsed_ms < 40_000, "A would have slept for 40 s");
  await page.getByText("stopped: measured until then").waitFor();
});

pageTest("Ctrl+Enter runs, from within a control, too", async ({ page }) => {
  await open(page, "hello?seconds=0.1");
  await page.locator("select[name=speed]").focus();
  await page.keyboard.press("Control+Enter");
  assert.equal((await finished(page)).outcome, "completed");
});

pageTest("parameters live in the address, and a reload shows the same", async ({ page }) => {
  await open(page, "gather?a=1.5&speed=20");
  const b = page.getByRole("spinbutton", { name: "B" });
  await b.fill("0.7");
  await b.blur();
  await page.waitForURL(/b=0\.7/);
  await page.reload();
  await ready(page);
  const shown = await page.locator(".controls input[type=number]").evaluateAll((inputs) => inputs.map((input) => input.value));
  assert.deepEqual(shown, ["1.5", "0.7", "3"]);
  assert.equal(await page.locator("select[name=speed]").inputValue(), "20");
  await run(page);
  assert.deepEqual((await finished(page)).params, { a: 1.5, b: 0.7, c: 3 });
});

pageTest("two elements on one page run apart", async ({ page }) => {
  await openHtml(
    page,
    `<script type="module" src="/embed/async-playground.js"></script>
     <async-playground scenario="sequential" speed="10"></async-playground>
     <async-playground scenario="await-chain" speed="4"></async-playground>`,
  );
  const both = await page.evaluate(async () => {
    await customElements.whenDefined("async-playground");
    const { simulate } = await import("/embed/async-playground.js");
    const elements = [...document.querySelectorAll("async-playground")];
    const records = await Promise.all(elements.map((element) => element.run()));
    const lines = (record) => record.log.map(({ text }) => text);
    const expected = await Promise.all(elements.map((element) => simulate(element.scenario)));
    return records.map((record, index) => [lines(record), lines(expected[index])]);
  });
  for (const [real, simulated] of both) assert.deepEqual(real, simulated);
});

pageTest("a blocked loop stops the page's frames, and the page says so", async ({ page }) => {
  await page.goto("/blocking-sleep/?seconds=0.5");
  await run(page);
  const record = await finished(page);
  assert.deepEqual(record.diagnoses.map(({ code }) => code), ["blocked-loop"]);
  const gap = await page.locator(".heartbeat dd").innerText();
  assert.ok(Number(/^(\d+) ms/.exec(gap)[1]) >= 500, gap);
  await lookAt(page, /^Diagnoses/);
  const said = await page.getByRole("region", { name: "Diagnoses" }).getByText(/blocked the loop for/).innerText();
  assert.ok(Number(/for (\d+\.\d+) s/.exec(said)[1]) >= 0.5, said);
});

const BAD = [
  ["gather/?a=abc", /parameter "a" is "abc": allowed is a number from 0\.1 to 10 s/],
  ["gather/?a=11", /parameter "a" is "11"/],
  ["gather/?a=1&a=2", /a is in the address twice; once is allowed/],
  ["gather/?compare=nope", /attribute "compare" is "nope": allowed are/],
  ["gather/#/hello", /"#\/hello" in the address is not known here: behind "#" stands a run or a program alone/],
  ["gather/?d=1", /"gather" has no parameter "d" \(given as "1"\): allowed are a, b, c/],
  ["gather/?speed=fast", /parameter "speed" is "fast": allowed is a number from 0\.25 to 20/],
  ["gather/?a=<img src=x onerror=alert(1)>", /<img src=x onerror=alert\(1\)>/],
];

pageTest("an address that means nothing is refused on the page, which stays usable", async ({ page }) => {
  for (const [address, says] of BAD) {
    await page.goto(`/${address}`);
    const alert = page.getByRole("alert");
    await alert.filter({ hasText: says }).waitFor();
    await page.getByRole("heading", { name: "Three waits, at once" }).waitFor();
    await playground(page).evaluate((element) => Object.assign(element, { params: "", compare: "", speed: "20" }));
    await run(page);
    assert.equal((await finished(page)).outcome, "completed", address);
    assert.equal(await alert.innerText(), "", address);
  }
});

/** Ways in which the wasm does not come, and what the page says of each. */
const BROKEN = {
  "is missing": [(route) => route.fulfill({ status: 404, body: "" }), /could not be fetched: the server answered 404/],
  "is a page": [
    (route) => route.fulfill({ status: 200, contentType: "text/html", body: "<!doctype html>" }),
    /is something else: the server answered with "text\/html"/,
  ],
  "is no wasm": [
    (route) => route.fulfill({ status: 200, contentType: "application/wasm", body: Buffer.from("\0asm, and no more") }),
    /is no module that this browser takes/,
  ],
};

pageTest("a wasm that its server knows no type for is taken for what it is", async ({ page }) => {
  await page.route("**/*.wasm", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-type": "application/octet-stream" } });
  });
  await page.goto("/gather/?speed=20");
  await ready(page);
  await run(page);
  assert.equal((await finished(page)).outcome, "completed");
});

for (const [how, [answer, says]] of Object.entries(BROKEN)) {
  pageTest(
    `a wasm that ${how}: the page says so, can be read, and tries again`,
    async ({ page }) => {
      await page.route("**/*.wasm", answer);
      await page.goto("/gather/");
      await page.getByRole("alert").filter({ hasText: says }).waitFor();
      await page.getByRole("heading", { name: "Three waits, at once" }).waitFor();
      await page.getByLabel("Rust program").getByText("async fn work").waitFor();
      await page.unroute("**/*.wasm");
      await page.getByRole("button", { name: "Try again" }).click();
      await ready(page);
      await page.locator("select[name=speed]").selectOption("20");
      await run(page);
      assert.equal((await finished(page)).outcome, "completed");
    },
    { allowed: [/console: Failed to load resource.*404/] },
  );
}

pageTest("a lesson whose own wasm is missing: the page says so, can be read, and tries again", async ({ page }) => {
  await page.route(addressOf("gather.wasm"), BROKEN["is missing"][0]);
  await page.goto("/gather/?speed=20");
  await page.getByRole("alert").filter({ hasText: /The wasm at .*gather-.* could not be fetched: the server answered 404/ }).waitFor();
  await page.getByLabel("Rust program").getByText("async fn work").waitFor();
  await page.unroute(addressOf("gather.wasm"));
  await page.getByRole("button", { name: "Try again" }).click();
  await ready(page);
  await run(page);
  assert.equal((await finished(page)).outcome, "completed");
}, { allowed: [/console: Failed to load resource.*404/] });

for (const [name, file, address] of [
  ["what tells of a run is missing: the page says so, and the next run tries again", "run", "/gather/?speed=20"],
  ["a lesson to compare with whose own wasm is missing: the page says so, and tries again", "sequential", "/gather/?speed=20&compare=sequential"],
]) {
  pageTest(name, async ({ page }) => {
    const wasm = addressOf(`${file}.wasm`);
    await page.route(wasm, BROKEN["is missing"][0]);
    await page.goto(address);
    await ready(page);
    await run(page);
    await page.getByRole("alert").filter({ hasText: new RegExp(`The wasm at .*${file}-.* could not be fetched: the server answered 404`) }).waitFor();
    await page.unroute(wasm);
    await run(page);
    assert.equal((await finished(page)).outcome, "completed");
  }, { allowed: [/console: Failed to load resource.*404/] });
}

pageTest("a policy that forbids wasm is named", async ({ page }) => {
  await page.route("**/", async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers(), "content-security-policy": "default-src 'self'" };
    await route.fulfill({ response, headers });
  });
  await page.goto("/gather/");
  await page.getByRole("alert").filter({ hasText: "script-src needs 'wasm-unsafe-eval'" }).waitFor();
  await page.getByLabel("Rust program").getByText("async fn work").waitFor();
}, { allowed: [/Content Security Policy/] });

pageTest("a browser without WebAssembly is told so", async ({ page }) => {
  await page.addInitScript(() => delete globalThis.WebAssembly);
  await page.goto("/gather/");
  await page.getByRole("alert").filter({ hasText: "no WebAssembly" }).waitFor();
  await page.getByLabel("Rust program").getByText("async fn work").waitFor();
});

pageTest("at 320 px nothing runs out of the page", async ({ page }) => {
  await page.goto("/gather/?speed=20");
  await run(page);
  await finished(page);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.equal(wide, 320);
}, { context: { viewport: { width: 320, height: 640 } } });

pageTest("the run before is one of the same lesson", async ({ page }) => {
  const offered = page.getByRole("option", { name: "the run before this one" });
  await page.goto("/hello/?speed=20");
  for (let count = 0; count < 2; count++) {
    await run(page);
    await finished(page);
  }
  assert.equal(await offered.count(), 1);
  await show(page, "return-values");
  await page.getByRole("heading", { name: "A value comes back" }).waitFor();
  assert.equal(await offered.count(), 0);
});

pageTest("a comparison outlives a wasm that came only at the second try", async ({ page }) => {
  await page.route("**/*.wasm", (route) => route.fulfill({ status: 404, body: "" }));
  await page.goto("/gather/?compare=sequential&speed=4");
  await page.getByRole("button", { name: "Try again" }).waitFor();
  await page.unroute("**/*.wasm");
  await page.getByRole("button", { name: "Try again" }).click();
  await run(page);
  await page.getByText(/^(gather|sequential) took .* less\.$/).waitFor();
}, { allowed: [/console: Failed to load resource.*404/] });
