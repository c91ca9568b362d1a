// The bar at the top: where one is in the course, and where else one can go.

import { html } from "@lit-labs/ssr";
import { nothing } from "lit";

import { menu, next, previous } from "../src/icons.js";
import { course, parts } from "./course.js";
import { brand } from "./document.js";
import { more } from "./more.js";
import { own } from "./own.js";

/** @param {{ id: string, title: string }} page a lesson, or another page in a folder of its own */
export function bar({ id, title }) {
  const at = course.findIndex((lesson) => lesson.id === id);
  const [before, after] = at < 0 ? [] : [course[at - 1], course[at + 1]];
  const current = (/** @type {string} */ other) => (other === id ? "page" : nothing);
  return html`<header class="bar">
<details class="course">
<summary>${menu}<span class="hidden">Lessons</span></summary>
<nav id="course" aria-label="Lessons">
${parts.map(({ title, lessons }) => html`<h2>${title}</h2>
<ol>
${lessons.map(({ id, title }) => html`<li><a href="../${id}/" data-lesson=${id} aria-current=${current(id)}>${title}</a></li>
`)}</ol>
`)}<p class="own"><a href="../${own.id}/" data-own=${own.id} aria-current=${current(own.id)}>${own.title}</a></p>
<h2>To read</h2>
<ol>
${more.map(({ id, title }) => html`<li><a href="../${id}/" aria-current=${current(id)}>${title}</a></li>
`)}</ol>
</nav>
</details>
<h1>${brand("../")}</h1>
<p class="where">${at < 0 ? nothing : html`${course[at].lesson} · ${at + 1} of ${course.length} · `}<b>${title}</b></p>
${parts.some(({ lessons }) => lessons.at(-1) === course[at]) ? html`<a class="end" href="#ending">End of the part</a>` : nothing}
<button type="button" class="search" hidden>Search <kbd>/</kbd></button>
${before ? html`<a rel="prev" href="../${before.id}/">${previous}<span>${before.title}</span></a>` : nothing}
${after ? html`<a rel="next" href="../${after.id}/"><span>Next: ${after.title}</span>${next}</a>` : nothing}
</header>`;
}
