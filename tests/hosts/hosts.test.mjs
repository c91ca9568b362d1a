// The element in sites that tools for docs have built, put there as the README says: what runs, what stays as it was,
// and what the page around is told of it, which is nothing.

import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { serveFolder } from "../e2e/browser.mjs";
import { pageTest } from "../e2e/page.mjs";
import { recipeOf } from "./recipe.mjs";

/** @typedef {import("playwright-core").Page} Page */

/**
 * @typedef {object} Host what is special of a tool
 * @property {(name: string) => string} address of a page
 * @property {string} block the selector of the block that is marked, without JavaScript
 * @property {(page: Page) => Promise<void>} toggle the theme, from light to dark
 * @property {string} field the selector of the search's field
 * @property {string} [opens] the key that opens its search
 * @property {true} [instant] whether it changes the page in place of loading another
 */

/** @type {Record<string, Host>} */
const HOSTS = {
  mdbook: {
    address: (name) => `/mdbook/${name}.html`,
    block: "pre > code.async-playground",
    async toggle(page) {
      await page.locator("#mdbook-theme-toggle").click();
      await page.locator("#mdbook-theme-navy").click();
    },
    field: "#mdbook-searchbar",
    opens: "/",
  },
  sphinx: {
    address: (name) => `/sphinx/${name}.html`,
    block: "div.async-playground pre",
    toggle: (page) => page.locator(".theme-toggle").filter({ visible: true }).click(),
    field: ".sidebar-search",
    opens: "/",
  },
  "mkdocs-material": {
    address: (name) => `/mkdocs-material/${name}/`,
    block: "div.async-playground pre > code",
    toggle: (page) => page.locator("label.md-header__button[title=Dark]").click(),
    field: ".md-search__input",
    instant: true,
    opens: "/",
  },
  docusaurus: {
    address: (name) => `/docusaurus/${name}/`,
    block: "async-playground pre",
    toggle: (page) => page.getByRole("button", { name: /^Switch between/ }).click(),
    field: ".navbar__search-input",
    instant: true,
  },
};

/** The README's program. */
const PROGRAM = `#[tokio::main]
async fn main() {
    tokio::time::sleep(std::time::Duration::from_millis(500)).await;
    println!("half a second later");
}`;

/** What the tools have a use for: mdBook turns its pages by arrows, Material by letters, and all search by one or the other. */
const KEYS = ["ArrowLeft", "ArrowRight", "s", "f", "n", "p", ",", ".", "/", "?"];

/** The tools have inline scripts and styles of their own; else all comes from the site. */
const POLICY = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
].join("; ");

const sites = () => serveFolder(fileURLToPath(new URL("../../target/hosts", import.meta.url)), { "Content-Security-Policy": POLICY });

for (const [tool, host] of Object.entries(HOSTS)) {
  /** @type {(name: string, body: Parameters<typeof pageTest>[1], context?: import("playwright-core").BrowserContextOptions) => void} */
  const hostTest = (name, body, context) => {
    const told = async (given) => {
      await tellPort(given.page, given.origin);
      await body(given);
    };
    pageTest(`${tool}: ${name}`, told, { site: sites, context, onlyIn: { chromium: "the tools differ, not the browsers" } });
  };

  test(`${tool}: the README needs ten lines at most, beside the program`, () => {
    const length = recipeOf(tool).length - PROGRAM.split("\n").length;
    assert.ok(length <= 10, `${length} lines`);
  });

  hostTest("a lesson runs, and so does the page's own block of code; another block is left alone", async ({ page }) => {
    await open(page, host);
    assert.equal(await page.locator("async-playground").count(), 2);
    for (const [n, line] of ["B done", "half a second later"].entries()) {
      const record = await run(page, n);
      assert.equal(record.outcome, "completed");
      assert.ok(record.log.some(({ text }) => text.includes(line)), JSON.stringify(record.log));
      await inside(page, n).locator(".timeline svg.lanes").waitFor();
      await inside(page, n).locator(".log").getByText(line).waitFor();
    }
    assert.equal((await element(page, 1).evaluate(({ source }) => source)).trim(), PROGRAM);
  });

  hostTest("nothing moves when the page is read, nor when an element runs", async ({ page }) => {
    await watchShifts(page);
    await open(page, host);
    for (const n of [0, 1]) await run(page, n);
    assert.deepEqual(await page.evaluate(() => shifts), []);
  });

  hostTest("the element has the theme of the page, as it is changed", async ({ page }) => {
    await open(page, host);
    await wake(page, 0);
    const before = await scheme(page);
    await page.evaluate(() => scrollTo(0, 0));
    await host.toggle(page);
    await page.waitForFunction((before) => {
      const { shadowRoot } = document.querySelector("async-playground");
      return getComputedStyle(shadowRoot.querySelector(".bench")).backgroundColor !== before.background;
    }, before);
    const after = await scheme(page);
    assert.ok(before.light > 0.8 && after.light < 0.2, JSON.stringify([before, after]));
  }, { colorScheme: "light" });

  hostTest("left in mid-run and come back to, the page has an element that runs", async ({ page }) => {
    await open(page, host);
    await page.evaluate(() => {
      globalThis.isSame = true;
    });
    await wake(page, 1);
    await element(page, 1).getByRole("button", { name: /^Run/ }).click();
    await element(page, 1).getByRole("button", { name: "Stop" }).and(page.locator(":enabled")).waitFor();
    await follow(page, "Elsewhere", host.address("elsewhere"));
    await page.getByText("not even a quagga").first().waitFor();
    assert.equal(await page.evaluate(() => globalThis.isSame), host.instant, "whether navigation is instant");
    assert.equal(await page.locator("async-playground").count(), 0);
    await follow(page, "Waiting", host.address("waiting"));
    await page.getByRole("heading", { name: "Below" }).waitFor();
    assert.equal(await page.locator("async-playground").count(), 2);
    for (const n of [0, 1]) assert.equal((await run(page, n)).outcome, "completed");
    await page.goBack();
    await page.getByText("not even a quagga").first().waitFor();
  });

  hostTest("on paper, there are the program, what it printed and the timeline, without controls", async ({ page }) => {
    await open(page, host);
    await run(page, 1);
    await page.emulateMedia({ media: "print" });
    const own = inside(page, 1);
    await own.locator(".source").getByText("tokio::time::sleep").waitFor();
    await own.locator(".log").getByText("half a second later").waitFor();
    await own.locator(".timeline svg.lanes").waitFor();
    await own.getByRole("button", { name: /^Run/ }).waitFor({ state: "hidden" });
    await own.getByRole("slider").waitFor({ state: "hidden" });
  });

  hostTest("without JavaScript, the page is read as before", async ({ page }) => {
    await page.goto(host.address("waiting"));
    await page.getByText("What stands here is read without JavaScript.").waitFor();
    const block = page.locator(host.block);
    assert.equal((await block.innerText()).trim().replace(/\n+/g, "\n"), PROGRAM);
    assert.deepEqual(await block.evaluate(looks), await page.locator("pre", { hasText: "fn other" }).evaluate(looks));
  }, { javaScriptEnabled: false });

  hostTest("a link to a heading below leads there, and stays there", async ({ page }) => {
    // Not every browser holds what is read where it is when something above grows.
    await page.addInitScript(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("* { overflow-anchor: none !important; }");
      document.adoptedStyleSheets = [sheet];
    });
    await page.goto(`${host.address("waiting")}#below`);
    await page.waitForLoadState("networkidle");
    const top = () => page.getByRole("heading", { name: "Below" }).evaluate((heading) => heading.getBoundingClientRect().top);
    const landed = await top();
    assert.ok(landed >= 0 && landed < 150, `${landed}`);
    await page.waitForFunction(() => [...document.querySelectorAll("async-playground")].at(-1).shadowRoot.querySelector(".controls"));
    assert.equal(await top(), landed);
  }, { viewport: { width: 1280, height: 500 } });

  hostTest("what is pressed in an element does not reach the page, and the page's search is as it was", async ({ page }) => {
    await open(page, host);
    const address = page.url();
    const stays = async (where) => {
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      assert.equal(page.url(), address, where);
      assert.equal(await page.evaluate(() => document.activeElement?.localName), "async-playground", where);
    };
    await run(page, 1);
    const button = inside(page, 1).getByRole("button", { name: /^Run/ });
    await button.focus();
    for (const key of ["ArrowLeft", "Home", "ArrowLeft", "End", "ArrowRight", "+"]) {
      await page.keyboard.press(key);
      await stays(`${key}, which the element uses`);
    }
    await page.keyboard.press("?");
    await element(page, 1).getByRole("dialog").waitFor();
    for (const key of KEYS) {
      await page.keyboard.press(key);
      await stays(`${key} in the dialog`);
    }
    await page.keyboard.press("Escape");
    await inside(page, 1).locator(".source pre").click();
    await element(page, 1).locator(".cm-content").waitFor();
    for (const key of KEYS) {
      await page.keyboard.press(key);
      await stays(`${key} in the editor`);
    }
    await page.evaluate(() => document.activeElement.blur());
    if (host.opens) {
      await page.keyboard.press(host.opens);
      await page.waitForFunction((field) => document.activeElement?.matches(field), host.field);
    } else {
      await page.locator(host.field).click();
    }
    await page.keyboard.type("quagga", { delay: 20 });
    if (tool === "sphinx") await page.keyboard.press("Enter");
    await page.getByRole("link", { name: /Elsewhere/ }).or(page.getByRole("option", { name: /quagga/ })).filter({ visible: true }).first().waitFor();
  });
}

/**
 * Material navigates at once to pages that its sitemap names, in which the port stands as well.
 * @param {Page} page
 * @param {string} origin
 */
async function tellPort(page, origin) {
  await page.route("**/sitemap.xml", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replaceAll("http://localhost", origin) });
  });
}

/** @param {Page} page @param {number} n counted from 0 */
const element = (page, n) => page.locator("async-playground").nth(n);

/** What an element draws. @param {Page} page @param {number} n */
const inside = (page, n) => element(page, n).locator(".bench");

/** @param {Page} page @param {Host} host */
async function open(page, host) {
  await page.goto(host.address("waiting"));
  await page.getByRole("heading", { name: "Below" }).waitFor();
}

/**
 * Comes near an element, and waits until it can be used.
 * @param {Page} page
 * @param {number} n
 */
async function wake(page, n) {
  await element(page, n).scrollIntoViewIfNeeded();
  await element(page, n).locator(".controls button.primary").waitFor();
}

/**
 * Runs an element to its end.
 * @param {Page} page
 * @param {number} n
 * @returns {Promise<any>} the record
 */
async function run(page, n) {
  await wake(page, n);
  await element(page, n).evaluate((element) => {
    element.ended = new Promise((resolve, reject) => {
      element.addEventListener("playground-finish", resolve, { once: true });
      element.addEventListener("playground-error", ({ detail }) => reject(detail), { once: true });
    });
  });
  await element(page, n).getByRole("button", { name: /^Run/ }).click();
  return element(page, n).evaluate(async (element) => {
    await element.ended;
    await element.updateComplete;
    return JSON.parse(JSON.stringify(element.record));
  });
}

/**
 * By a link in the page.
 * @param {Page} page
 * @param {string} name
 * @param {string} address
 */
async function follow(page, name, address) {
  await page.getByRole("link", { name, exact: true }).filter({ visible: true }).last().click();
  await page.waitForURL(`**${address}`);
}

/** How a block of code looks. @param {Element} block */
function looks(block) {
  const { fontFamily, fontSize, color, backgroundColor, padding, width } = getComputedStyle(block.closest("pre"));
  return { fontFamily, fontSize, color, backgroundColor, padding, width };
}

/** Of the first element: its background, and how light that is. @param {Page} page */
function scheme(page) {
  return element(page, 0).locator(".bench").evaluate((bench) => {
    const background = getComputedStyle(bench).backgroundColor;
    const canvas = new OffscreenCanvas(1, 1).getContext("2d");
    canvas.fillStyle = background;
    canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
    return { background, light: (red + green + blue) / 3 / 255 };
  });
}

/**
 * Keeps what an element moves in the page, in `shifts`: also what is so soon after a click that a browser would forgive it.
 * What begins above the elements is the page's own doing, such as a font that comes late; what moves within an element is
 * tested elsewhere (tests/e2e/still-layout.test.mjs).
 * @param {Page} page
 */
async function watchShifts(page) {
  await page.addInitScript(() => {
    globalThis.shifts = [];
    new PerformanceObserver((list) => {
      const first = document.querySelector("async-playground");
      for (const { value, sources } of list.getEntries()) {
        const nodes = sources.flatMap(({ node }) => node ?? []);
        const isAbove = (node) => node !== first && (node.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
        if (nodes.length > 0 && !nodes.some(isAbove)) shifts.push({ value, moved: nodes.map(({ textContent }) => textContent.slice(0, 80)) });
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
}
