// The element in somebody else's page: it follows the page's theme, takes nothing else from it, and can be told how to look.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";

import { openHtml } from "./browser.mjs";
import { playground, ready, runToTheEnd, settled } from "./lesson.mjs";
import { pageTest } from "./page.mjs";

/** @typedef {import("playwright-core").Page} Page */

const project = new URL("../../", import.meta.url);

/** @param {Page} page @param {string} [attributes] */
async function openElement(page, attributes = "") {
  await openHtml(page, `<script type="module" src="/embed/async-playground.js"></script><main><async-playground scenario="gather" speed="20" ${attributes}></async-playground></main>`);
  await ready(page);
}

// --- Its theme ----------------------------------------------------------------

/** What each tool writes when its reader changes the theme: where, what, and what it means on a light and on a dark system. */
const MARKS = [
  ...["light", "rust"].map((name) => ["mdBook", "html", "class", `js ${name} sidebar-visible`, "light", "light"]),
  ...["coal", "navy", "ayu"].map((name) => ["mdBook", "html", "class", `js ${name} sidebar-visible`, "dark", "dark"]),
  ["furo", "body", "data-theme", "light", "light", "light"],
  ["furo", "body", "data-theme", "dark", "dark", "dark"],
  ["furo", "body", "data-theme", "auto", "light", "dark"],
  ["pydata", "html", "data-mode", "dark", "dark", "dark"],
  ["pydata", "html", "data-mode", "auto", "light", "dark"],
  ["Material", "body", "data-md-color-scheme", "default", "light", "light"],
  ["Material", "body", "data-md-color-scheme", "slate", "dark", "dark"],
  ["Docusaurus and Starlight", "html", "data-theme", "light", "light", "light"],
  ["Docusaurus and Starlight", "html", "data-theme", "dark", "dark", "dark"],
  ["Bootstrap", "html", "data-bs-theme", "dark", "dark", "dark"],
  ["others", "html", "class", "dark", "dark", "dark"],
  ["others", "html", "style", "color-scheme: dark", "dark", "dark"],
  ["others", "html", "style", "color-scheme: light dark", "light", "dark"],
  ["a page that is dark and does not say it", "body", "style", "background: #222", "dark", "dark"],
  ["a page that says nothing", "body", "class", "", "light", "light"],
];

pageTest("its theme is that of the page around, however that is marked, and follows it", async ({ page }) => {
  await openElement(page);
  for (const system of /** @type {const} */ (["dark", "light"])) {
    await page.emulateMedia({ colorScheme: system });
    for (const [tool, where, attribute, value, onLight, onDark] of MARKS) {
      await mark(page, where, attribute, value);
      await page.evaluate(() => new Promise(requestAnimationFrame));
      await settled(page);
      const wanted = system === "light" ? onLight : onDark;
      assert.equal(await looks(page), wanted, `${tool}: ${attribute}="${value}" on ${where}, on a ${system} system`);
      await mark(page, where, attribute, "");
    }
  }
  await mark(page, "body", "data-theme", "dark");
  await playground(page).evaluate((element) => void (element.theme = "light"));
  await settled(page);
  assert.equal(await looks(page), "light", "what the attribute says comes first");
});

/** @param {Page} page @param {string} where @param {string} attribute @param {string} value none, if it is empty */
function mark(page, where, attribute, value) {
  return page.locator(where).evaluate((element, { attribute, value }) => {
    // The policy forbids the attribute of this name, and not what it does.
    if (attribute === "style") element.style.cssText = value;
    else if (value === "") element.removeAttribute(attribute);
    else element.setAttribute(attribute, value);
  }, { attribute, value });
}

/** Whether the element is light or dark, by its colours. @param {Page} page */
function looks(page) {
  return page.evaluate(() => {
    const [red] = getComputedStyle(document.querySelector("async-playground").shadowRoot.querySelector(".bench")).backgroundColor.match(/\d+/g);
    return Number(red) > 128 ? "light" : "dark";
  });
}

// --- Nothing else ---------------------------------------------------------------

/** What a page may say of its text, and what is inherited. */
const INHERITED = {
  textAlign: "right", letterSpacing: "0.4em", wordSpacing: "1em", textTransform: "uppercase", lineHeight: "3", whiteSpace: "pre",
  fontSize: "40px", fontStyle: "italic", fontWeight: "900", fontFamily: "monospace", fontVariant: "small-caps", textIndent: "5em",
  userSelect: "none", cursor: "crosshair", wordBreak: "break-all", hyphens: "auto", color: "red", listStyle: "square inside",
  direction: "rtl", unicodeBidi: "bidi-override", tabSize: "20", textShadow: "0 0 9px red", borderSpacing: "9px", quotes: "none",
  textWrap: "nowrap", overflowWrap: "anywhere", accentColor: "lime", caretColor: "lime", fontFeatureSettings: '"smcp"', orphans: "9",
};

for (const [name, attributes] of [["ready", ""], ["small", 'view="small"']]) {
  pageTest(`what a page says of its own text deforms nothing: ${name}`, async ({ page }) => {
    await openElement(page, attributes);
    await runToTheEnd(page);
    await holdsStill(page);
  });
}

pageTest("what a page says of its own text deforms nothing: before any script has come", async ({ page }) => {
  await page.goto("/gather/");
  await holdsStill(page);
}, { context: { javaScriptEnabled: false } });

/** @param {Page} page */
async function holdsStill(page) {
  const before = await drawn(page);
  await page.evaluate((styles) => {
    const { parentElement } = document.querySelector("async-playground");
    Object.assign(parentElement.style, styles);
    parentElement.dir = "rtl";
    parentElement.lang = "he";
  }, INHERITED);
  const after = await drawn(page);
  assert.deepEqual(after.filter((part, index) => part !== before[index]), []);
}

/** Where each part stands, and how it looks. @param {Page} page */
function drawn(page) {
  return page.evaluate((names) => {
    const element = document.querySelector("async-playground");
    const { left, top } = element.getBoundingClientRect();
    return [...element.shadowRoot.querySelectorAll(":not(link, style, slot, .instead *)")].filter((part) => part.checkVisibility()).map((part) => {
      const box = part.getBoundingClientRect();
      const style = getComputedStyle(part);
      const place = [box.left - left, box.top - top, box.width, box.height].map(Math.round).join(" ");
      return `${part.localName}.${part.getAttribute("class")}: ${place}; ${names.map((name) => style[name]).join("; ")}`;
    });
  }, Object.keys(INHERITED));
}

// --- What can be told -------------------------------------------------------------

/** The rows of the README's table, each with the names in its first cell. */
const documented = [...readFileSync(new URL("README.md", project), "utf8").matchAll(/^ *\| (`(?:--async-playground-|::part\().*?) \|/gm)].flatMap(([, cell]) =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name),
);

/** The names in the sources. */
const known = new Set(
  readdirSync(new URL("www/src/", project), { recursive: true })
    .filter((name) => /\.js$/.test(name) && !/^site\b/.test(name))
    .map((name) => readFileSync(new URL(`www/src/${name}`, project), "utf8"))
    .flatMap((text) => [
      ...[...text.matchAll(/var\((--async-playground-[\w-]+)/g)].map(([, name]) => name),
      ...[...text.matchAll(/\bpart="(\w+)"/g)].map(([, name]) => `::part(${name})`),
    ]),
);

/** A value of each property, and what shows it: a part of the shadow and a property of its style. */
const VALUES = {
  "--async-playground-height": ["432px", ":host", "height", "432px"],
  "--async-playground-accent": ["rgb(1, 2, 3)", ".timeline .cursor", "stroke", "rgb(1, 2, 3)"],
  "--async-playground-background": ["rgb(1, 2, 3)", ".bench", "backgroundColor", "rgb(1, 2, 3)"],
  "--async-playground-text": ["rgb(1, 2, 3)", ".bench", "color", "rgb(1, 2, 3)"],
  "--async-playground-border": ["rgb(1, 2, 3)", ".bench", "borderTopColor", "rgb(1, 2, 3)"],
  "--async-playground-font": ["fantasy", ".bench", "fontFamily", "fantasy"],
  "--async-playground-code-font": ["fantasy", ".source pre", "fontFamily", "fantasy"],
  "--async-playground-radius": ["3px", ".bench", "borderTopLeftRadius", "3px"],
};

pageTest("each property and each part of the README does what it says, and there is no other", async ({ page }) => {
  assert.deepEqual([...known].sort(), [...documented].sort());
  await openElement(page);
  await runToTheEnd(page);
  await page.getByRole("tab", { name: "Loop and log" }).click();
  for (const name of documented) {
    const seen = name.startsWith("::part") ? await marked(page, name) : await told(page, name, VALUES[name]);
    assert.equal(seen, name.startsWith("::part") ? "rgb(1, 2, 3)" : VALUES[name][3], name);
  }
});

/** @param {Page} page @param {string} name @param {string[]} value */
function told(page, name, [value, selector, property]) {
  return playground(page).evaluate((element, { name, value, selector, property }) => {
    element.style.setProperty(name, value);
    const part = selector === ":host" ? element : element.shadowRoot.querySelector(selector);
    const seen = getComputedStyle(part)[property];
    element.style.removeProperty(name);
    return seen;
  }, { name, value, selector, property });
}

/** @param {Page} page @param {string} part */
function marked(page, part) {
  return playground(page).evaluate((element, part) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`async-playground${part} { outline: 1px solid rgb(1, 2, 3); }`);
    document.adoptedStyleSheets = [sheet];
    const found = element.shadowRoot.querySelector(`[part="${part.slice(7, -1)}"]`);
    const seen = found?.checkVisibility() && getComputedStyle(found).outlineColor;
    document.adoptedStyleSheets = [];
    return seen;
  }, part);
}
