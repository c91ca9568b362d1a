// On paper: the program, its run and what is said of it, in ink, in whatever page it stands.

import assert from "node:assert/strict";

import { openHtml } from "./browser.mjs";
import { playground, ready, runToTheEnd, settled } from "./lesson.mjs";
import { pageTest } from "./page.mjs";

/** @typedef {import("playwright-core").Page} Page */

const SEEN = [".source .line", ".timeline .stage > svg", ".log li", ".sentence"];
const UNSEEN = [".controls :is(.primary, .square, .aside)", ".scrubber", ".tools", ".masthead .tabs", ".panels .tabs"];

for (const [view, figures] of [["full", [".verdict dd"]], ["compact", [".verdict dd"]], ["small", []]]) {
  pageTest(`in a dark page that is printed, the ${view} view is ink on paper, whole and without controls`, async ({ page }) => {
    await openHtml(page, `<html data-theme="dark"><script type="module" src="/embed/async-playground.js"></script><h1>Docs</h1>
      <async-playground scenario="gather" speed="20" predict="none" view="${view}"></async-playground><p id="after">After</p>`);
    await page.evaluate(() => (document.documentElement.style.cssText = "color-scheme: dark; background: #222; color: #eee"));
    await ready(page);
    await runToTheEnd(page);
    if (view === "small") await page.getByRole("tab", { name: "Log" }).click();
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    await settled(page);
    const { seen, unseen, cut, ink, paper, height, needed } = await playground(page).evaluate((element, { parts, others }) => {
      const root = element.shadowRoot;
      const isSeen = (part) => [...root.querySelectorAll(part)].some((found) => found.checkVisibility() && found.getBoundingClientRect().height > 0);
      const bench = root.querySelector(".bench");
      const { color, backgroundColor } = getComputedStyle(bench);
      return {
        seen: parts.filter(isSeen),
        unseen: others.filter(isSeen),
        cut: [...root.querySelectorAll(":not(svg *, .hidden, .chip *, .legend *)")].filter((part) => {
          const { overflowX, overflowY } = getComputedStyle(part);
          return part.checkVisibility() && [overflowX, overflowY].some((overflow) => overflow !== "visible") && (part.scrollHeight > part.clientHeight + 1 || part.scrollWidth > part.clientWidth + 1);
        }).map((part) => part.className),
        ink: color,
        paper: backgroundColor,
        height: element.getBoundingClientRect().height,
        needed: bench.getBoundingClientRect().height,
      };
    }, { parts: [...SEEN, ...figures], others: UNSEEN });
    assert.deepEqual(seen, [...SEEN, ...figures]);
    assert.deepEqual(unseen, []);
    assert.deepEqual(cut, []);
    assert.deepEqual([ink, paper], ["rgb(29, 31, 36)", "rgb(255, 255, 255)"]);
    assert.equal(height, needed, "it is as tall as what it shows");
  }, { context: { viewport: { width: 720, height: 900 }, colorScheme: "dark" } });
}
