// A lesson's page: the course around it, and in the element what there is to read before it runs, and without.

import { html } from "@lit-labs/ssr";
import { nothing } from "lit";

import { menu, next, previous } from "../src/icons.js";
import { seconds } from "../src/record/figures.js";
import { shortName } from "../src/record/names.js";
import { course, parts } from "./course.js";
import { brand, documentOf } from "./document.js";
import { own } from "./own.js";
import "./still.js";
import { stillSheet } from "./sheets.js";

/** @import { RunRecord } from "../src/types.js" */
/** @import { Page } from "./course.js" */

/** @param {Page} lesson */
export function lessonPage(lesson) {
  return documentOf({
    title: `${lesson.title}: Async Playground`,
    description: lesson.summary,
    path: `${lesson.id}/`,
    head: html`<link rel="preload" href=${`../${stillSheet.fileName}`} as="style" vite-ignore>`,
    body: html`<body>
<a class="skip" href="#lesson">Skip to the lesson</a>
${bar(lesson)}
<main id="lesson" tabindex="-1">
<async-playground scenario=${lesson.id} view="full" keys="page">
${reading(lesson)}
</async-playground>
${onward(lesson)}
</main>
</body>`,
  });
}

/**
 * Where one is in the course, and where else one can go.
 * @param {Page} lesson
 */
function bar(lesson) {
  const at = course.indexOf(lesson);
  const [before, after] = at < 0 ? [] : [course[at - 1], course[at + 1]];
  return html`<header class="bar">
<details class="course">
<summary>${menu}<span class="hidden">Lessons</span></summary>
<nav id="course" aria-label="Lessons">
${parts.map(({ title, lessons }) => html`<h2>${title}</h2>
<ol>
${lessons.map(({ id, title }) => html`<li><a href="../${id}/" data-lesson=${id} aria-current=${id === lesson.id ? "page" : nothing}>${title}</a></li>
`)}</ol>
`)}<p class="own"><a href="../${own.id}/" data-own=${own.id} aria-current=${lesson === own ? "page" : nothing}>${own.title}</a></p>
</nav>
</details>
<h1>${brand("../")}</h1>
<p class="where">${at < 0 ? nothing : html`${lesson.lesson} · ${at + 1} of ${course.length} · `}<b>${lesson.title}</b></p>
<button type="button" class="search" hidden>Search <kbd>/</kbd></button>
${before ? html`<a rel="prev" href="../${before.id}/">${previous}<span>${before.title}</span></a>` : nothing}
${after ? html`<a rel="next" href="../${after.id}/"><span>Next: ${after.title}</span>${next}</a>` : nothing}
</header>`;
}

/**
 * Where one goes on: on a phone the bar is far away at the end of a lesson.
 * @param {Page} lesson
 */
function onward(lesson) {
  const after = lesson === own ? undefined : course[course.indexOf(lesson) + 1];
  return after ? html`<p class="onward"><a href="../${after.id}/"><span>Next: ${after.title}</span>${next}</a></p>` : nothing;
}

/**
 * The element's own content: what it cannot show without a script; and the rest once more, for who does not know of
 * the shadow of an element, where it is shown.
 * @param {Page} lesson
 */
function reading(lesson) {
  const { title, summary, text, words, source, run } = lesson;
  return html`<article slot="lesson">
<h2>${title}</h2>
<p>${summary}</p>
${text.split("\n\n").map((paragraph) => html`<p>${paragraph}</p>
`)}${words ? html`<h3>${words.title}</h3>
<pre>${words.text}</pre>
` : nothing}
<pre>${source.rust}</pre>
</article>
<div class="reading">
<p>Here it can be read, and not run: that takes JavaScript and WebAssembly.</p>
${run ? html`<details><summary>What it prints, and when (simulated)</summary>${printed(run)}</details>
` : nothing}
${source.python ? html`<details><summary>The same in Python</summary>
<pre tabindex="0" aria-label="Python program">${source.python}</pre></details>
` : nothing}</div>`;
}

/** @param {RunRecord} run */
function printed({ log, tasks, elapsed_ms }) {
  return html`<table class="printed">
<thead><tr><th scope="col">Time</th><th scope="col">Task</th><th scope="col">Line</th></tr></thead>
<tbody>
${log.map(({ at_ms, task, text }) => html`<tr><td>${seconds(at_ms)}</td><td>${shortName({ id: task }, tasks)}</td><td>${text}</td></tr>
`)}</tbody>
</table>
<p>In all it takes ${seconds(elapsed_ms)}.</p>`;
}
