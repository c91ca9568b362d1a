// The pages that are read, without a lesson of their own: what the course says as a whole.

import { html } from "@lit-labs/ssr";
import { nothing } from "lit";

import { GLOSSARY, STATES, anchorOf } from "../src/glossary.js";
import { bar } from "./bar.js";
import { coded } from "./coded.js";
import { CONCEPTS } from "./concepts.js";
import { lessonOf } from "./course.js";
import { TUTORIALS } from "./coverage.js";
import { DECISIONS } from "./decisions.js";
import { documentOf } from "./document.js";
import { DRAWING, runOf } from "./drawn.js";
import { more } from "./more.js";
import { own } from "./own.js";

/** A link to a lesson. @param {string} id */
const linkTo = (id) => html`<a href="../${id}/">${lessonOf(id).title}</a>`;

/** What stands on each of them. @type {Record<string, () => unknown>} */
const BODIES = { glossary, "rust-and-python": rustAndPython, "when-async": whenAsync, coverage };

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
${GLOSSARY.map(({ word, says, rust, python, lesson }) => html`<div id=${anchorOf(word)}><dt>${word}</dt>
<dd><p>${coded(says)}</p>
${rust ? html`<p class="names"><b>Rust</b> <span>${coded(rust)}</span> <b>Python</b> <span>${coded(python)}</span></p>` : nothing}
<p class="taught">Taught in ${linkTo(lesson)}</p></dd></div>
`)}</dl>
<p>The states of a task are running, ready and waiting. tokio-console, and with it what this page exports, has other words for them: ${states}.</p>`;
}

/**
 * A table, of which each row begins with its head. Where there is no room for columns, a cell says which one it is of,
 * and roles keep it a table.
 * @param {string} name
 * @param {readonly string[]} columns
 * @param {readonly (readonly unknown[])[]} rows
 */
function table(name, columns, rows) {
  return html`<table class="columns ${name}" role="table">
<thead role="rowgroup"><tr role="row">${columns.map((column) => html`<th scope="col" role="columnheader">${column}</th>`)}</tr></thead>
<tbody role="rowgroup">
${rows.map(([head, ...cells]) => html`<tr role="row"><th scope="row" role="rowheader">${head}</th>${cells.map((cell, index) => html`<td role="cell" data-column=${columns[index + 1]}>${cell}</td>`)}</tr>
`)}</tbody>
</table>`;
}

function rustAndPython() {
  const rows = CONCEPTS.map(({ concept, rust, python, same, differs, lesson }) => [concept, coded(rust), coded(python), coded(same), coded(differs), linkTo(lesson)]);
  return html`<p>The lessons are Rust programs, each with a twin in Python that does the same. Most of async is the same in both: a loop, awaits, tasks. The rest is here.</p>
${table("concepts", ["Concept", "Rust", "Python", "The same", "Not the same", "Lesson"], rows)}`;
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

function coverage() {
  const all = TUTORIALS.flatMap(({ rows }) => rows);
  const open = all.filter(([, , ...where]) => where.length === 0);
  return html`<p>${open.length} of the ${all.length} rows are open: nothing here shows them yet. All exercises are among them: no lesson sets one so far. Some can be tried, in Rust, on the <a href="../${own.id}/">page for your own program</a>.</p>
${TUTORIALS.map(({ title, about, rows }) => html`<section class="tutorial">
<h3>${title}</h3>
<p>${coded(about)}</p>
${table("coverage", ["What", "Kind", "Where"], rows.map(([kind, what, ...where]) => [coded(what), kind, where.length > 0 ? where.map(linkToPlace) : "Not yet"]))}
</section>
`)}`;
}

/**
 * A link to what a row of the coverage names.
 * @param {string} place
 * @param {number} index
 */
function linkToPlace(place, index) {
  const [id, anchor] = place.split("#");
  const address = `../${id && `${id}/`}${anchor ? `#${anchor}` : ""}`;
  return html`${index > 0 ? " · " : nothing}<a href=${address}>${titleOf(id, anchor)}</a>`;
}

/**
 * @param {string} id
 * @param {string | undefined} anchor
 */
function titleOf(id, anchor) {
  if (id === "") return "The front page";
  const page = more.find((page) => page.id === id) ?? lessonOf(id);
  const entry = id === "glossary" && GLOSSARY.find(({ word }) => anchorOf(word) === anchor);
  return entry ? `${page.title}: ${entry.word}` : page.title;
}
