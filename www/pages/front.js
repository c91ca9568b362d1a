// The front page: what this is, and the course.

import { html } from "@lit-labs/ssr";

import { course, parts } from "./course.js";
import { brand, documentOf } from "./document.js";

export function frontPage() {
  const [first] = course;
  return documentOf({
    title: "Async Playground: predict, run and see async programs",
    description: "Small async programs in Rust and Python, one lesson each: predict what they do, run them on your browser's own event loop, and see why they did it.",
    path: "",
    style: "/src/site/front.css",
    head: html`<script type="module" src="/src/site/front.js"></script>`,
    body: html`<body>
<header class="bar">${brand("./")}
<button type="button" class="search" hidden>Search <kbd>/</kbd></button>
</header>
<main class="front">
<p role="alert" id="problem"></p>
<p>Async/await is explained everywhere and seen nowhere.</p>
<p><a class="start" href="./${first.id}/">Start with “${first.title}”</a></p>
<nav aria-label="Lessons">
${parts.map(({ title, lessons }) => html`<h2>${title}</h2>
<ol>
${lessons.map(({ id, title, summary }) => html`<li><a href="./${id}/" data-lesson=${id}>${title}</a><p>${summary}</p></li>
`)}</ol>
`)}</nav>
</main>
</body>`,
  });
}
