// The pages as they are written where the site's address is known, and the text of drawings.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { test } from "node:test";

import { nothing, svg } from "lit";

import { svgText } from "../pages/svg-text.js";

const WRITE = `
  import { course } from "./pages/course.js";
  import { frontPage } from "./pages/front.js";
  import { lessonPage } from "./pages/lesson.js";
  import { missingPage } from "./pages/missing.js";
  import { written } from "./pages/written.js";
  const lesson = course.find(({ id }) => id === "gather");
  console.log(JSON.stringify([frontPage(), lessonPage(lesson), missingPage()].map(written)));`;

/** @param {string} site */
const write = (site) => ({ args: ["--input-type=module", "--eval", WRITE], options: { cwd: new URL("..", import.meta.url), env: { ...process.env, SITE: site } } });

test("where the site's address is known, its pages say their own, and that of their picture", () => {
  const { args, options } = write("https://example.org/async?x#y");
  const [front, lesson, missing] = JSON.parse(execFileSync(process.execPath, args, options).toString());
  for (const [page, path] of [[front, ""], [lesson, "gather/"]]) {
    const own = `https://example.org/async/${path}`;
    assert.ok(page.includes(`<link rel="canonical" href="${own}">`));
    assert.ok(page.includes(`<meta property="og:url" content="${own}">`));
    assert.ok(page.includes(`<meta property="og:image" content="${own}preview.png">`));
  }
  // It may be the answer to any address.
  assert.ok(missing.includes('<base href="/async/">'));
  assert.ok(!missing.includes("canonical"));
});

for (const site of ["example.org", "ftp://example.org/"]) {
  test(`"${site}" is no address of a site`, () => {
    const { args, options } = write(site);
    const { status, stderr } = spawnSync(process.execPath, args, options);
    assert.notEqual(status, 0);
    assert.match(stderr.toString(), new RegExp(`SITE is "${site}": it must be the site's address`));
  });
}

test("a drawing as text has its values, and no markup but its own", () => {
  const rows = [1, 2].map((x) => svg`<path d="M${x} 0" class=${`hue-${x}`}/>`);
  const text = svgText(svg`<g x=${0.5} y="${1}">${rows}${nothing}${undefined}<text>${'<b> & "c"'}</text></g>`);
  assert.equal(text, '<g x="0.5" y="1"><path d="M1 0" class="hue-1"/><path d="M2 0" class="hue-2"/><text>&#60;b&#62; &#38; &#34;c&#34;</text></g>');
});
