// The pages that are read, without a lesson of their own: what the course says as a whole.

import { html } from "@lit-labs/ssr";

import { GLOSSARY, STATES } from "../src/glossary.js";
import { bar } from "./bar.js";
import { coded } from "./coded.js";
import { CONCEPTS } from "./concepts.js";
import { course, lessonOf } from "./course.js";
import { DECISIONS } from "./decisions.js";
import { documentOf } from "./document.js";
import { DRAWING, runOf } from "./drawn.js";

/** A link to a lesson. @param {string} id */
const linkTo = (id) => html`<a href="../${id}/">${lessonOf(id).title}</a>`;

/** What a lesson shows is said when the course has that lesson. @param {string} id */
const isShown = (id) => course.some((lesson) => lesson.id === id);

/** What stands on each of them. @type {Record<string, () => unknown>} */
const BODIES = { glossary, "rust-and-python": rustAndPython, "when-async": whenAsync };

/** @param {import("./more.js").More} page */
export function readingPage({ id, title, summary }) {
  return documentOf({
    title: `${title}: Async Playground`,
    description: summary,
    path: `${id}/`,
    style: "/src/site/reading.css",
    head: html`<link rel="stylesheet" href="/${DRAWING}">`,
    body: html`<body>
<a class="skip" href="#text">Skip to the text</a>
${bar({ id, title })}
<main class="page" id="text" tabindex="-1">
<h2>${title}</h2>
<p class="lead">${summary}</p>
${BODIES[id]()}
</main>
</body>`,
  });
}

function glossary() {
  const states = Object.entries(STATES).map(([theirs, ours]) => `${theirs} is ${ours}`).join(", ");
  return html`<dl class="glossary">
${GLOSSARY.map(({ word, says, rust, python, lesson }) => html`<div id=${word.replace(/\W+/g, "-")}><dt>${word}</dt>
<dd><p>${coded(says)}</p>
<p class="names"><b>Rust</b> ${coded(rust)} <b>Python</b> ${coded(python)}</p>
<p class="taught">Taught in ${linkTo(lesson)}</p></dd></div>
`)}</dl>
<p>The states of a task are running, ready and waiting. tokio-console, and with it what this page exports, has other words for them: ${states}.</p>`;
}

function rustAndPython() {
  return html`<p>The lessons are Rust programs, each with a twin in Python that does the same. Most of async is the same in both: a loop, awaits, tasks. The rest is here.</p>
<div class="scroll" tabindex="0" role="region" aria-label="Concepts"><table class="concepts">
<thead><tr><th scope="col">Concept</th><th scope="col">Rust</th><th scope="col">Python</th><th scope="col">The same</th><th scope="col">Not the same</th><th scope="col">Lesson</th></tr></thead>
<tbody>
${CONCEPTS.filter(({ lesson }) => isShown(lesson)).map(({ concept, rust, python, same, differs, lesson }) => html`<tr><th scope="row">${concept}</th><td>${coded(rust)}</td><td>${coded(python)}</td><td>${coded(same)}</td><td>${coded(differs)}</td><td>${linkTo(lesson)}</td></tr>
`)}</tbody>
</table></div>`;
}

function whenAsync() {
  return DECISIONS.map(({ when, answer, why, lessons }) => html`<section class="decision">
<h3>${when}</h3>
<p class="answer">${answer}</p>
<p>${coded(why)}</p>
<div class="evidence">${lessons.filter(isShown).map((id) => runOf(lessonOf(id), "../"))}</div>
</section>
`);
}
