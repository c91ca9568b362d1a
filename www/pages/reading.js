// The pages that are read, without a lesson of their own: what the course says as a whole.

import { html } from "@lit-labs/ssr";
import { nothing } from "lit";

import { GLOSSARY, STATES } from "../src/glossary.js";
import { bar } from "./bar.js";
import { coded } from "./coded.js";
import { CONCEPTS } from "./concepts.js";
import { lessonOf } from "./course.js";
import { DECISIONS } from "./decisions.js";
import { documentOf } from "./document.js";
import { DRAWING, runOf } from "./drawn.js";

/** A link to a lesson. @param {string} id */
const linkTo = (id) => html`<a href="../${id}/">${lessonOf(id).title}</a>`;

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
${rust ? html`<p class="names"><b>Rust</b> <span>${coded(rust)}</span> <b>Python</b> <span>${coded(python)}</span></p>` : nothing}
<p class="taught">Taught in ${linkTo(lesson)}</p></dd></div>
`)}</dl>
<p>The states of a task are running, ready and waiting. tokio-console, and with it what this page exports, has other words for them: ${states}.</p>`;
}

/** What is said of each concept. Where there is no room for columns, a cell says which one it is of, and roles keep it a table. */
const COLUMNS = ["Rust", "Python", "The same", "Not the same", "Lesson"];

function rustAndPython() {
  return html`<p>The lessons are Rust programs, each with a twin in Python that does the same. Most of async is the same in both: a loop, awaits, tasks. The rest is here.</p>
<table class="concepts" role="table">
<thead role="rowgroup"><tr role="row">${["Concept", ...COLUMNS].map((column) => html`<th scope="col" role="columnheader">${column}</th>`)}</tr></thead>
<tbody role="rowgroup">
${CONCEPTS.map(({ concept, rust, python, same, differs, lesson }) => html`<tr role="row"><th scope="row" role="rowheader">${concept}</th>${[coded(rust), coded(python), coded(same), coded(differs), linkTo(lesson)].map((cell, index) => html`<td role="cell" data-column=${COLUMNS[index]}>${cell}</td>`)}</tr>
`)}</tbody>
</table>`;
}

function whenAsync() {
  return DECISIONS.map(({ when, answer, why, lessons }) => html`<section class="decision">
<h3>${when}</h3>
<p class="answer">${answer}</p>
<p>${coded(why)}</p>
<div class="evidence">${lessons.map((id) => runOf(lessonOf(id), "../"))}</div>
</section>
`);
}
