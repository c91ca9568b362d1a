// Marked blocks of code, as the tools make them of fences, become elements; others stay as they are.

import assert from "node:assert/strict";

import { LOADER, PROGRAM, awake, openDocs } from "./docs-page.mjs";
import { pageTest } from "./page.mjs";

/** @typedef {import("playwright-core").Page} Page */

/** What the tools make of the program: mdBook 0.5, Sphinx 9 with MyST 5, Material for MkDocs 9.8. */
const MARKED = {
  mdBook: `<pre><pre class="playground"><code class="language-rust async-playground">${PROGRAM}</code></pre></pre>`,
  "mdBook, when its script has been there": `<pre class="playground"><div class="buttons"><button title="Copy">copy</button></div><code class="language-rust async-playground hljs"><span class="hljs-keyword">use</span>${PROGRAM.slice(3)}</code></pre>`,
  Sphinx: `<div class="async-playground highlight-rust notranslate"><div class="highlight"><pre><span></span><span class="k">use</span>${PROGRAM.slice(3)}</pre></div></div>`,
  "Sphinx, with line numbers": `<div class="async-playground highlight-rust notranslate"><div class="highlight"><pre><span></span>${PROGRAM.replace(/^/gm, '<span class="linenos">1</span>').replace(/<span[^>]*>1<\/span>$/, "")}</pre></div></div>`,
  Material: `<div class="async-playground highlight"><pre><span></span><code><span class="k">use</span>${PROGRAM.slice(3)}</code></pre></div>`,
  "Material, with line numbers": `<div class="async-playground highlight"><table class="highlighttable"><tr><td class="linenos"><div class="linenodiv"><pre><span></span><span class="normal">1</span></pre></div></td><td class="code"><div><pre><span></span><code>${PROGRAM}</code></pre></div></td></tr></table></div>`,
};

const UNMARKED = `<pre id="other"><code class="language-rust">fn main() {}</code></pre><div class="highlight-rust"><pre>fn main() {}</pre></div>
  <div class="async-playground">A word.</div><p><code class="language-rust async-playground">fn</code></p>`;

/** The programs that can be read in elements. @param {Page} page */
const listed = (page) => page.evaluate(() => [...document.querySelectorAll("async-playground")].map(({ shadowRoot }) => shadowRoot.querySelector("pre").textContent));

for (const [tool, html] of Object.entries(MARKED)) {
  pageTest(`a marked block of ${tool} becomes an element, and no other block`, async ({ page }) => {
    await openDocs(page, `<div class="far"></div><main>${UNMARKED}${html}</main>`);
    assert.deepEqual(await listed(page), [PROGRAM]);
    const { element, others } = await page.evaluate(() => {
      const element = document.querySelector("async-playground");
      const { innerHTML } = element;
      element.remove();
      return { element: innerHTML, others: document.querySelector("main").innerHTML };
    });
    // Whole, as it was.
    const asParsed = (/** @type {string} */ html) => page.evaluate((html) => Object.assign(document.createElement("main"), { innerHTML: html }).innerHTML, html);
    assert.equal(element, await asParsed(html));
    assert.equal(others, await asParsed(UNMARKED));
  });
}

pageTest("the program of a marked block is what the element runs", async ({ page }) => {
  await openDocs(page, MARKED["Sphinx, with line numbers"]);
  await awake(page);
  assert.equal(await page.evaluate(() => document.querySelector("async-playground").source), PROGRAM);
});

pageTest("a host says by a selector what is marked, and by attributes how all of it opens; a block by its classes", async ({ page }) => {
  const head = LOADER.replace("src", `data-selector="pre.run" data-view="small" data-theme="dark" src`);
  await openDocs(page, `<div class="far"></div><pre class="run">${PROGRAM}</pre><pre class="run view-compact editable-false">${PROGRAM}</pre>${MARKED.mdBook}`, { head });
  assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll("async-playground")].map((element) => Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])))), [
    { view: "small", theme: "dark" },
    { view: "compact", theme: "dark", editable: "false" },
  ]);
});

pageTest("a selector that is none is named, once, and the tools' own marks are looked for", async ({ page, complaints }) => {
  const head = LOADER.replace("src", `data-selector="pre[" src`);
  await openDocs(page, `<div class="far"></div>${MARKED.mdBook}`, { head });
  await page.evaluate(() => document.body.append("more"));
  assert.deepEqual(await listed(page), [PROGRAM]);
  assert.equal(complaints.length, 1);
  assert.match(complaints[0], /data-selector is "pre\[", which is no CSS selector/);
}, { allowed: [/data-selector/] });

pageTest("blocks that come later become elements, but for those that React has made", async ({ page }) => {
  await openDocs(page, `<div class="far"></div>`);
  await page.evaluate((html) => {
    const [reacts, plain] = [0, 1].map(() => Object.assign(document.createElement("div"), { innerHTML: html }));
    // As React marks its own (react-dom, ReactDOMComponentTree).
    reacts.querySelector("code").__reactFiber$x1 = {};
    document.body.append(reacts, plain);
  }, MARKED.mdBook);
  await page.locator("async-playground").waitFor();
  assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll("code")].map((code) => code.closest("async-playground") !== null)), [false, true]);
});
