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

/** A link to a lesson. @param {string} id */
const linkTo = (id) => html`<a href="../${id}/">${lessonOf(id).title}</a>`;

/** What stands on each of them. @type {Record<string, () => unknown>} */
const BODIES = { glossary, "rust-and-python": rustAndPython, "when-async": whenAsync, coverage, speed };

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
  return html`<p>${shown(all.length, open.length)}</p>
${TUTORIALS.map(({ title, about, rows }) => html`<section class="tutorial">
<h3>${title}</h3>
<p>${coded(about)}</p>
${table("coverage", ["What", "Kind", "Where"], rows.map(([kind, what, ...where]) => [coded(what), kind, where.length > 0 ? where.map(linkToPlace) : "Not yet"]))}
</section>
`)}`;
}

/** Its figures are those of a file, and of the visitor's own browser: src/speed/ shows them. */
function speed() {
  const work = ["spawn", "channel", "yield-now", "race", "timeout", "threads"].map((id, index) => html`${index > 0 ? ", " : nothing}${linkTo(id)}`);
  return html`<p>A task that waits should cost next to nothing, however many there are, and to watch it should not cost much more. ${linkTo("scale")} shows it with one run; here are many, by turns in one page, and by others that do the same work. The lessons behind the rest of the work: ${work}.</p>
<p class="unscripted">The figures are loaded and drawn by JavaScript, which is off here, and so is what would measure your browser. The file <a href="../bench.json">bench.json</a> has what was measured.</p>
<section class="measured">
<h3>In your browser</h3>
<p>Promises that wait for one second, and as many tasks of a run: by turns, three times each. It takes some seconds, and nothing leaves your browser.</p>
<form id="here" hidden>
<label>How many: <select name="tasks"><option value="1000">1,000</option><option value="10000" selected>10,000</option><option value="100000">100,000: slow on a phone</option></select></label>
<button type="submit">Measure</button>
<button type="button" hidden>Stop</button>
<progress hidden aria-label="How much of it is measured"></progress>
</form>
<p id="progress" role="status"></p>
<div id="result"></div>
</section>
<div id="figures" aria-busy="true"></div>`;
}

/**
 * @param {number} all how many rows there are
 * @param {number} open of which nothing shows so many
 */
function shown(all, open) {
  return open === 0 ? `Each of the ${all} rows leads to where it is shown.` : `${all - open} of the ${all} rows lead to where they are shown. Nothing here shows the other ${open} yet.`;
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
