// The room that the element takes: told by its view alone, so that nothing around it ever moves.

import assert from "node:assert/strict";

import { openHtml } from "./browser.mjs";
import { finished, playground, ready, runToTheEnd, settled } from "./lesson.mjs";
import { pageTest } from "./page.mjs";

const SAME = { onlyIn: { chromium: "what is left out is the same in both" } };

/** @typedef {import("playwright-core").Page} Page */

const MODULE = '<script type="module" src="/embed/async-playground.js"></script><meta name="viewport" content="width=device-width">';

/** @param {Page} page @param {string} [attributes] */
async function openElement(page, attributes = "") {
  await openHtml(page, `${MODULE}<p>Before</p><async-playground scenario="gather" speed="20" ${attributes}></async-playground><p id="after">After</p>`);
  await ready(page);
}

/** Heights in a window of 800 px. */
const HEIGHTS = { full: 800, compact: 700, small: 350, projector: 800 };

/** A phone; half of a laptop's, as at 200 %; a column of docs; a laptop. */
for (const width of [320, 640, 800, 1280]) {
  pageTest(`whatever happens in it, each view is as tall as before and cut off nowhere, ${width} px wide`, async ({ page }) => {
    for (const [view, height] of Object.entries(HEIGHTS)) {
      await openElement(page, `view="${view}"`);
      const before = await around(page);
      assert.equal(before.height, height, view);
      await playground(page).evaluate((element) => void element.run());
      assert.deepEqual(await around(page), before, `${view}, running`);
      await finished(page);
      assert.deepEqual(await around(page), before, `${view}, at its end`);
      for (const wrong of ["a=pink", "a=-1"]) {
        await playground(page).evaluate((element, wrong) => Object.assign(element, { params: wrong, theme: "pink", language: "c" }), wrong);
        await settled(page);
        assert.deepEqual(await around(page), before, `${view}, with a message`);
      }
    }
  }, { context: { viewport: { width, height: 800 } }, ...(width === 320 || width === 1280 ? {} : { onlyIn: { chromium: "the narrowest and the widest are enough to see whether browsers differ" } }) });
}

/** How tall the element is, where what follows it stands, and how large the page is. @param {Page} page */
function around(page) {
  return page.evaluate(() => ({
    height: document.querySelector("async-playground").getBoundingClientRect().height,
    after: document.querySelector("#after").getBoundingClientRect().top + scrollY,
    page: [document.documentElement.scrollWidth <= innerWidth, document.documentElement.scrollHeight],
  }));
}

pageTest("where it cannot be used, what stands inside is read in the same room", async ({ page }) => {
  await page.route("**/embed/*course*", (route) => route.abort());
  await openHtml(page, `${MODULE}<async-playground scenario="nothing" view="small"><pre>${"a line\n".repeat(40)}</pre></async-playground><p id="after">After</p>`);
  await page.getByRole("alert").getByText("nothing").waitFor();
  const { height } = await around(page);
  assert.equal(height, 350);
  await playground(page).locator("pre").scrollIntoViewIfNeeded();
}, { context: { viewport: { width: 700, height: 800 } } });

for (const width of [320, 1280]) {
  pageTest(`in the small view Run, program, timeline, log and cursor are at hand in 350 px, ${width} px wide`, async ({ page }) => {
    await openElement(page, 'view="small"');
    await isInside(page, ["h2", ".controls .primary", ".source .line"]);
    await runToTheEnd(page);
    await isInside(page, [".controls .primary", ".timeline .axis", ".scrubber input", ".sentence"]);
    await page.getByRole("tab", { name: "Log" }).click();
    await settled(page);
    await isInside(page, [".log li", ".scrubber input", ".sentence"]);
    assert.equal(await page.getByRole("tab", { name: "Program" }).isVisible(), width < 960, "where there is room, the program stays");
    if (width < 960) {
      await page.getByRole("tab", { name: "Program" }).click();
      await page.waitForFunction(() => {
        const { shadowRoot } = document.querySelector("async-playground");
        const [line, side] = [".source .line.at", ".side.scrolls"].map((part) => shadowRoot.querySelector(part)?.getBoundingClientRect());
        return line && line.top >= side.top - 1 && line.bottom <= side.bottom + 1;
      });
    }
    await isInside(page, [".source .line.at", ".scrubber input"]);
  }, { context: { viewport: { width, height: 600 } } });
}

/** @param {Page} page @param {string[]} parts */
async function isInside(page, parts) {
  const outside = await playground(page).evaluate((element, parts) => {
    const room = element.getBoundingClientRect();
    return parts.filter((part) => {
      const found = element.shadowRoot.querySelector(part);
      if (!found?.checkVisibility()) return true;
      const { left, right, top, bottom } = found.getBoundingClientRect();
      // Lines of code are scrolled to their ends.
      const isCutOff = right > room.right + 1 && !part.includes(".line");
      return isCutOff || left < room.left || top < room.top || bottom > room.bottom;
    });
  }, parts);
  assert.deepEqual(outside, []);
}

pageTest("any height that the page names is its height, and auto is what it needs", async ({ page }) => {
  await openElement(page, 'view="compact"');
  for (const [said, height] of [["420px", 420], ["50vh", 400], ["10rem", 160]]) {
    await playground(page).evaluate((element, said) => element.style.setProperty("--async-playground-height", said), said);
    assert.equal((await around(page)).height, height, said);
  }
  await playground(page).evaluate((element) => element.style.setProperty("--async-playground-height", "auto"));
  await runToTheEnd(page);
  const hidden = await playground(page).evaluate((element) => [".side.scrolls", ".run-side", ".source pre", ".log ol"].filter((part) => {
    const { scrollHeight, clientHeight } = element.shadowRoot.querySelector(part);
    return scrollHeight > clientHeight + 1;
  }));
  assert.deepEqual(hidden, []);
}, { context: { viewport: { width: 700, height: 800 } } });

/** What an element may stand in, as styles of what is around it. */
const PARENTS = {
  "a row": { display: "flex" },
  "an item of a row": [{ display: "flex" }, {}],
  "a column": { display: "flex", flexDirection: "column", alignItems: "center" },
  "a grid": { display: "grid" },
  "a grid of columns as wide as they need": { display: "grid", gridTemplateColumns: "auto" },
  "a cell": [{ display: "table" }, { display: "table-cell" }],
  "a cell of a wide table": [{ display: "table", width: "100%" }, { display: "table-cell" }],
  "a float": { float: "left" },
  "an inline block": { display: "inline-block" },
  "a box as wide as it needs": { width: "fit-content" },
};

for (const width of [320, 1280]) {
  pageTest(`it has room in any parent, ${width} px wide`, async ({ page }) => {
    await openElement(page, 'view="compact"');
    for (const [name, styles] of Object.entries(PARENTS)) {
      const box = await playground(page).evaluate((element, styles) => {
        const outer = document.createElement("div");
        let inner = outer;
        for (const style of styles) {
          inner = inner.appendChild(document.createElement("div"));
          Object.assign(inner.style, style);
        }
        document.querySelector("#after").before(outer);
        inner.append(element);
        const { width, height, right } = element.getBoundingClientRect();
        return { width, height, isCutOff: right > document.documentElement.clientWidth };
      }, [styles].flat());
      assert.equal(box.height, 700, name);
      assert.equal(box.isCutOff, false, `${name}: ${box.width}`);
      assert.ok(box.width >= Math.min(width - 32, 600), `${name}: ${box.width}`);
    }
  }, { context: { viewport: { width, height: 800 } } });
}

pageTest("each part can be left out, and the title has the level that is asked for", async ({ page }) => {
  const parts = { title: "h2", text: ".lesson .summary", source: ".source", log: ".log", share: ".share", compare: ".compare-with" };
  for (const view of ["full", "compact", "small"]) {
    await openElement(page, `view="${view}" predict="none"`);
    await runToTheEnd(page);
    const there = async () => {
      await settled(page);
      return playground(page).evaluate((element, parts) => Object.keys(parts).filter((name) => element.shadowRoot.querySelector(parts[name])), parts);
    };
    const all = view === "small" ? ["title", "source", "log"] : Object.keys(parts);
    assert.deepEqual(await there(), all, view);
    for (const name of Object.keys(parts)) {
      await playground(page).evaluate((element, name) => void (element.without = name), name);
      assert.deepEqual(await there(), all.filter((other) => other !== name), `${view} without ${name}`);
    }
    await playground(page).evaluate((element, all) => void (element.without = all), Object.keys(parts).join(" "));
    assert.deepEqual(await there(), [], `${view} without any`);
    await playground(page).evaluate((element) => void (element.without = ""));
  }
  await openElement(page, 'heading-level="4"');
  await runToTheEnd(page);
  await page.getByRole("tab", { name: "Loop and log" }).click();
  await settled(page);
  assert.deepEqual(await levels(page), ["4", "5", "6"]);
  await playground(page).evaluate((element) => element.removeAttribute("heading-level"));
  await settled(page);
  assert.deepEqual(await levels(page), ["2", "3", "4"]);
}, SAME);

/** The levels of headings, as they are told to who cannot see them. @param {Page} page */
function levels(page) {
  return playground(page).evaluate((element) => ["h2", "h3", "h4"].map((name) => element.shadowRoot.querySelector(name).ariaLevel));
}
