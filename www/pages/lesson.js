// A lesson's page: the course around it, and in the element what there is to read before it runs, and without.

import { html } from "@lit-labs/ssr";
import { nothing } from "lit";

import { next } from "../src/icons.js";
import { plain } from "../src/inline.js";
import { seconds } from "../src/record/figures.js";
import { shortName } from "../src/record/names.js";
import { bar } from "./bar.js";
import { coded } from "./coded.js";
import { course, parts } from "./course.js";
import { documentOf } from "./document.js";
import { own } from "./own.js";
import "./still.js";
import { stillSheet } from "./sheets.js";

/** @import { ChoiceQuestion, Exercise, RunRecord } from "../src/types.js" */
/** @import { Page } from "./course.js" */

/** @param {Page} lesson */
export function lessonPage(lesson) {
  return documentOf({
    title: `${lesson.title}: Async Playground`,
    description: plain(lesson.summary),
    path: `${lesson.id}/`,
    head: html`<link rel="preload" href=${`../${stillSheet.fileName}`} as="style" vite-ignore>`,
    body: html`<body>
<a class="skip" href="#lesson">Skip to the lesson</a>
${bar(lesson)}
<main id="lesson" tabindex="-1">
<async-playground scenario=${lesson.id} view="full" keys="page" site="../">
${reading(lesson)}
</async-playground>
${onward(lesson)}
</main>
</body>`,
  });
}

/**
 * Where one goes on: on a phone the bar is far away at the end of a lesson. At the end of a part, what one takes along.
 * @param {Page} lesson
 */
function onward(lesson) {
  const after = lesson === own ? undefined : course[course.indexOf(lesson) + 1];
  return html`${ending(lesson)}
${after ? html`<p class="onward"><a href="../${after.id}/"><span>Next: ${after.title}</span>${next}</a></p>` : nothing}`;
}

/** @param {Page} lesson */
function ending(lesson) {
  const at = parts.findIndex(({ lessons }) => lessons.at(-1) === lesson);
  if (at < 0) return nothing;
  const [{ title, takeaways }, then] = [parts[at], parts[at + 1]];
  return html`<section class="ending" aria-labelledby="ending">
<h2 id="ending" tabindex="-1">The end of “${title}”: what to take along</h2>
<ul>
${takeaways.map(({ text, lesson }) => html`<li>${coded(text)} <a href="../${lesson.id}/">${lesson.title}</a></li>
`)}</ul>
${then ? html`<p><b>Next: ${then.title}.</b> ${coded(then.opening)} <a href="../${then.lessons[0].id}/">Go on with “${then.lessons[0].title}”</a></p>` : nothing}
</section>`;
}

/**
 * The element's own content: what it cannot show without a script; and the rest once more, for who does not know of
 * the shadow of an element, where it is shown.
 * @param {Page} lesson
 */
function reading(lesson) {
  const { title, summary, text, words, predict, exercise, source, run, browser_only } = lesson;
  return html`<article slot="lesson">
<h2>${title}</h2>
<p>${coded(summary)}</p>
${text.split("\n\n").map((paragraph) => html`<p>${coded(paragraph)}</p>
`)}${words ? html`<h3>${coded(words.title)}</h3>
<pre>${words.text}</pre>
` : nothing}
<pre>${source.rust}</pre>
</article>
<div class="reading">
<p>Here it can be read, and not run: that takes JavaScript and WebAssembly.</p>
${run ? html`<details><summary>What it prints, and when (simulated)</summary>${printed(run)}</details>
` : nothing}${browser_only ? html`<p>No clock can simulate it: ${coded(browser_only)}.</p>
` : nothing}
${predict.map((question) => (question.kind === "choice" ? asked(question) : nothing))}${exercise ? task(exercise) : nothing}${source.python ? html`<details><summary>The same in Python</summary>
<pre tabindex="0" aria-label="Python program">${source.python}</pre></details>
` : nothing}</div>`;
}

/**
 * A question that can be answered without a run.
 * @param {ChoiceQuestion} question
 */
function asked({ ask, options }) {
  return html`<p><b>${coded(ask)}</b></p>
<ul>${options.map(({ text }) => html`<li>${coded(text)}</li>`)}</ul>
<details><summary>The answer</summary>
<ul>${options.map(({ text, right, reason }) => html`<li><b>${right ? "Right" : "Not quite"}: ${coded(text)}</b> ${coded(reason)}</li>`)}</ul></details>
`;
}

/**
 * An exercise, to be done where programs can be run, or in one's head.
 * @param {Exercise} exercise
 */
function task({ goal, hints, given, answer }) {
  return html`<p><b>Your turn:</b> ${coded(goal)}</p>
${given === null ? nothing : html`<details><summary>The program to change</summary>
<pre tabindex="0" aria-label="The program to change">${given}</pre></details>
`}${hints.map((hint, index) => html`<details><summary>Hint ${index + 1}</summary><p>${coded(hint)}</p></details>
`)}<details><summary>An answer</summary>
<pre tabindex="0" aria-label="An answer">${answer.text}</pre></details>
`;
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
