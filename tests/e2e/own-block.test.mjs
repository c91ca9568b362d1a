// A code block in a page of somebody else's is a program: shown, run, and taken over when the page changes it.

import assert from "node:assert/strict";

import { openHtml } from "./browser.mjs";
import { fake } from "./fakes.mjs";
import { finished, playground, ready, runToTheEnd, settled } from "./lesson.mjs";
import { pageTest } from "./page.mjs";

/** @typedef {import("playwright-core").Page} Page */

const SAME = { onlyIn: { chromium: "what is read of a page is the same in both" } };

const SOURCE = `use std::time::Duration;
use tokio::time::sleep;

#[tokio::main]
async fn main() {
    sleep(Duration::from_millis(50)).await;
    println!("{}", vec![1, 2].iter().map(|n| n < &2).filter(|it| *it).count());
}
`;

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** @param {Page} page @param {string} inside @param {string} [attributes] */
const openBlock = (page, inside, attributes = "") => openHtml(page, `<script type="module" src="/embed/async-playground.js"></script>
  <async-playground ${attributes}>${inside}</async-playground>`);

/** The program of the element. @param {Page} page */
const source = (page) => playground(page).evaluate((element) => element.source);

/** The program, as it is seen. @param {Page} page */
const listing = (page) => page.locator(".source .line code").allTextContents();

/** Keeps the errors that are told of. @param {Page} page */
async function listen(page) {
  await page.addInitScript(() => {
    globalThis.errors = [];
    addEventListener("playground-error", ({ detail }) => errors.push(detail.message));
  });
}

const lines = (make) => SOURCE.trimEnd().split("\n").map((line, index) => make(escaped(line), index + 1)).join("");

/** The block, as tools draw it. */
const DRAWN = {
  "plain": `<pre>${escaped(SOURCE)}</pre>`,
  "for Markdown": `<pre><code class="language-rust">${escaped(SOURCE)}</code></pre>`,
  "a script": `<script type="text/rust">\n${SOURCE.replace(/^(?=.)/gm, "    ")}  </script>`,
  "mdBook, with hidden lines and buttons": `<pre><pre class="playground"><div class="buttons"><button class="fa fa-copy">Copy</button><button>Run</button></div><code class="language-rust edition2021 hljs"><span class="boring">${lines((line, n) => (n < 3 ? `${line}\n` : ""))}</span>${lines((line, n) => (n < 3 ? "" : `<span class="hljs-keyword">${line}</span>\n`))}</code></pre></pre>`,
  "Markdown that hides lines": `<pre>${lines((line, n) => (n < 3 ? `# ${line}\n` : `${line}\n`))}</pre>`,
  "Sphinx, with line numbers beside": `<div class="highlight-rust"><div class="highlight"><table class="highlighttable"><tr><td class="linenos"><div class="linenodiv"><pre>${lines((_, n) => `${n}\n`)}</pre></div></td><td class="code"><div><pre><span></span>${escaped(SOURCE)}</pre></div></td></tr></table><button class="copybtn o-tooltip--left">Copy</button></div></div>`,
  "Sphinx, with line numbers inside": `<div class="highlight"><pre><span></span>${lines((line, n) => `<span class="linenos">${n}</span>${line}\n`)}</pre></div>`,
  "Material": `<div class="highlight"><pre id="__code_0"><span></span><button class="md-clipboard">Copy</button><code>${lines((line, n) => `<a id="__codelineno-0-${n}" name="__codelineno-0-${n}" href="#__codelineno-0-${n}"></a><span class="k">${line}</span>\n`)}</code></pre></div>`,
  "Docusaurus": `<div class="codeBlock"><pre class="prism-code"><code>${lines((line) => `<div class="token-line"><span class="token plain">${line}</span><br></div>`)}</code></pre><div><button>Copy</button></div></div>`,
  "Starlight": `<figure class="frame"><pre data-language="rust"><code>${lines((line, n) => `<div class="ec-line"><div class="gutter"><div class="ln">${n}</div></div><div class="code">${line || "\n"}</div></div>`)}</code></pre><div class="copy"><button>Copy</button></div></figure>`,
};

for (const [tool, html] of Object.entries(DRAWN)) {
  pageTest(`the letters of the program alone are taken from a block as it is drawn: ${tool}`, async ({ page }) => {
    await fake(page);
    await openBlock(page, html);
    await ready(page);
    assert.equal(await source(page), SOURCE);
  }, SAME);
}

pageTest("a block is compiled and run, and it is seen where it stands", async ({ page }) => {
  await openBlock(page, DRAWN["for Markdown"], 'view="compact" speed="4"');
  await ready(page);
  const record = await runToTheEnd(page);
  assert.equal(record.outcome, "completed");
  assert.deepEqual(record.log.map(({ text, line }) => [text, line]), [["1", 7]]);
  assert.ok(record.elapsed_ms >= 12 && record.speed === 4, String(record.elapsed_ms));
  assert.equal((await listing(page)).join(""), SOURCE);
  assert.equal(await page.locator(".cm-content").count(), 0, "nobody has touched it");
  assert.ok(await page.locator(".source .t-keyword").count() > 3, "it has its colours");
  await page.locator(".source .line.eventful").first().waitFor();
});

pageTest("who may not edit a block has no editor, whatever she touches; who may has it by a touch", async ({ page }) => {
  await fake(page);
  await openBlock(page, DRAWN.plain, 'editable="false"');
  await ready(page);
  await page.locator(".source .line code").first().click();
  await page.keyboard.type("x");
  assert.equal(await page.getByRole("button", { name: "Edit" }).count(), 0);
  assert.equal(await source(page), SOURCE);
  await playground(page).evaluate((element) => element.setAttribute("editable", ""));
  await page.getByRole("button", { name: "Edit" }).click();
  await page.locator(".cm-focused").waitFor();
  await page.keyboard.type("// mine\n");
  assert.equal(await source(page), `// mine\n${SOURCE}`);
  await page.getByRole("button", { name: "Reset the program" }).click();
  assert.equal(await source(page), SOURCE);
});

pageTest("main has its arguments from the author, who is told which it has not", async ({ page }) => {
  await listen(page);
  const takes = 'use std::time::Duration;\n\npub async fn main(tea: Duration, cups: u32) {\n    println!("{tea:?} {cups}");\n}\n';
  await openBlock(page, `<pre>${takes}</pre>`, 'params="tea=1.5&cups=2"');
  await ready(page);
  const record = await runToTheEnd(page);
  assert.deepEqual([record.params, record.log[0].text], [{ tea: 1.5, cups: 2 }, "1.5s 2"]);
  const refused = {
    "tea=1": 'main takes "cups", of which nobody gives a value: name one in the parameters, or let main take nothing',
    "tea=1&cups=2&milk=3": 'main takes no "milk" (given as "3"): allowed are tea: Duration, cups: u32',
    "tea=1&cups=2.5": 'parameter "cups" is "2.5": allowed is a whole number',
    "tea=hot&cups=2": 'parameter "tea" is "hot": allowed is a number of seconds',
  };
  for (const [params, says] of Object.entries(refused)) {
    await playground(page).evaluate((element, params) => element.setAttribute("params", params), params);
    await page.getByRole("button", { name: /^Run/ }).click();
    await page.getByRole("alert").getByText(says, { exact: true }).waitFor();
    assert.equal((await page.evaluate(() => errors)).at(-1), says);
  }
  // In the Rust Playground it has them, too.
  await playground(page).evaluate((element) => element.setAttribute("params", "tea=1.5&cups=2"));
  await settled(page);
  const link = await page.getByRole("link", { name: "Open in Rust Playground" }).getAttribute("href");
  assert.match(new URL(link).searchParams.get("code"), /lesson\(std::time::Duration::from_secs_f64\(1\.5\), 2\)\.await/);
}, SAME);

pageTest("what does not compile says so, with its line, and stays to be read", async ({ page }) => {
  await listen(page);
  const wrong = SOURCE.replace("sleep(Duration", "slep(Duration::ZERO); slep(Duration");
  await openBlock(page, `<pre>${escaped(wrong)}</pre>`, 'view="compact"');
  await ready(page);
  await page.getByRole("button", { name: /^Run/ }).click();
  const says = /^the program does not compile: line 6: .*\(and 1 more\)$/;
  await page.getByRole("alert").getByText(says).waitFor();
  assert.match((await page.evaluate(() => errors)).join("\n"), says);
  assert.equal((await listing(page)).join(""), wrong);
  // Where it can be mended, it is said at its place.
  await playground(page).evaluate((element) => element.setAttribute("editable", ""));
  await page.getByRole("button", { name: /^Run/ }).click();
  await page.locator(".checked", { hasText: "cannot find function `slep` in this scope" }).waitFor();
}, SAME);

pageTest("code that is outside of the playground's Rust is named as that", async ({ page }) => {
  const outside = SOURCE.replace("sleep(Duration::from_millis(50)).await;", 'let _ = std::net::TcpStream::connect("localhost:80");');
  await openBlock(page, `<pre>${escaped(outside)}</pre>`, 'view="compact"');
  await ready(page);
  await page.getByRole("button", { name: /^Run/ }).click();
  await page.getByRole("alert").getByText(/line 6: .*playground.*std::net/).waitFor();
}, SAME);

pageTest("a program that the page changes later is taken over, unless the reader has made it her own", async ({ page }) => {
  await fake(page);
  await openBlock(page, "", 'editable="true"');
  // As a client-side framework does: first the element, then what stands in it, then its letters.
  await page.getByRole("alert").getByText('there is no scenario ""').waitFor();
  await playground(page).evaluate((element) => {
    element.innerHTML = '<pre><code class="language-rust"></code></pre>';
    element.querySelector("code").append('fn main() {\n    println!("one");\n}');
  });
  await ready(page);
  assert.equal(await page.getByRole("alert").innerText(), "");
  assert.equal((await runToTheEnd(page)).log[0].text, "one");
  const change = (text) => playground(page).evaluate(async (element, text) => {
    element.querySelector("code").firstChild.data = `fn main() {\n    println!("${text}");\n}`;
    await new Promise(requestAnimationFrame);
    await element.updateComplete;
  }, text);
  await change("two");
  assert.equal(await source(page), 'fn main() {\n    println!("two");\n}\n');
  assert.equal(await playground(page).evaluate((element) => element.record ?? null), null, "the run was one of another program");
  assert.equal((await runToTheEnd(page)).log[0].text, "two");
  await page.getByRole("button", { name: "Edit" }).click();
  await page.locator(".cm-focused").waitFor();
  await page.keyboard.type("// mine\n");
  await change("three");
  assert.match(await source(page), /^\/\/ mine\n.*two/s);
  await page.getByRole("button", { name: "Reset the program" }).click();
  assert.match(await source(page), /three/);
  assert.match((await finished(page)).log[0].text, /two/);
}, SAME);
