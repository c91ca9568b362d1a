// The front page: what this is, the one idea, a run, and the course.

import { html } from "@lit-labs/ssr";

import { coded } from "./coded.js";
import { course, lessonOf, parts } from "./course.js";
import { brand, documentOf } from "./document.js";
import { DRAWING, runOf } from "./drawn.js";
import { more } from "./more.js";
import { own } from "./own.js";

const TITLE = "See what async programs do, and when";

const WHAT = "Small async programs in Rust, each with its twin in Python. You predict what one prints and how long it takes, run it in your browser, and see, step by step, what runs, what could run, and what waits, and for what.";

/** The model in one sentence. */
const MODEL = "One cook, many pots: the cook looks after whichever pot needs it now, and stands in front of none until it boils.";

/** What in the kitchen is what in a program. */
const MAPPING = [
  ["The cook", "the event loop", "one thread, which does one thing at a time"],
  ["A pot", "a task", "work that is begun, and most of the time waits"],
  ["To stir it", "a poll", "the task runs until it has to wait"],
  ["A timer on it", "a deadline", "the loop looks after the task when it rings"],
  ["To stand and watch it", "to block", "no other pot is looked after meanwhile"],
  ["Three cooks", "threads, or processes", "the only way to stir three pots at the same moment"],
];

const HOW = {
  Predict: "In which order will the lines be printed, and how long will it take in all? Say it before you run it: what surprises you, you will remember.",
  Run: "It is Rust, compiled to WebAssembly. Nothing is faked: every line, bar and number is recorded while the program runs.",
  See: "Step through the run in both directions: the line that runs, the tasks that are ready, the timers that are set.",
};

/** The lesson whose run stands for all. */
const SHOWN = "gather";

/** What a link to the page shows. */
export const frontPicture = () => ({ title: TITLE, summary: "Predict, run and see small async programs, on your browser's own event loop.", part: `${course.length} lessons`, run: lessonOf(SHOWN).run });

export function frontPage() {
  const [first] = course;
  return documentOf({
    title: "Async Playground: predict, run and see async programs",
    description: "Small async programs in Rust and Python, one lesson each: predict what they do, run them on your browser's own event loop, and see why they did it.",
    path: "",
    style: "/src/site/front.css",
    head: html`<link rel="stylesheet" href="/${DRAWING}">
<script type="module" src="/src/site/old-addresses.js"></script>`,
    body: html`<body>
<a class="skip" href="#lessons">Skip to the lessons</a>
<header class="bar">${brand("./")}
<button type="button" class="search" hidden>Search <kbd>/</kbd></button>
</header>
<main class="front">
<p role="alert" id="problem"></p>
<section class="hero">
<div>
<h1>${TITLE}</h1>
<p>${WHAT}</p>
<p><a class="start" href="./${first.id}/">Start with “${first.title}”</a></p>
<p class="own"><a href="./${own.id}/">Or write your own program</a>: any small tokio program runs here, without a server.</p>
</div>
${runOf(lessonOf(SHOWN), "./")}
</section>
<section class="model" aria-labelledby="model">
<div>
<h2 id="model">The one idea</h2>
<p>${MODEL}</p>
</div>
<table>
<thead><tr><th scope="col">In the kitchen</th><th scope="col">In a program</th><th scope="col">That is</th></tr></thead>
<tbody>
${MAPPING.map(([there, here, is]) => html`<tr><th scope="row">${there}</th><td><b>${here}</b></td><td>${is}</td></tr>
`)}</tbody>
</table>
</section>
<section class="how" aria-label="How it works">
${Object.entries(HOW).map(([name, what], index) => html`<div><h2><span aria-hidden="true">${index + 1}</span> ${name}</h2><p>${what}</p></div>
`)}</section>
<nav id="lessons" aria-label="Lessons" tabindex="-1">
${parts.map(({ title, opening, takeaways, lessons }, index) => html`<section>
<div>
<h2><span aria-hidden="true">${index + 1}</span> ${title}</h2>
<p>${coded(opening)}</p>
<details><summary>What to take along</summary>
<ul>${takeaways.map(({ text }) => html`<li>${coded(text)}</li>`)}</ul></details>
</div>
<ol>
${lessons.map(({ id, title, summary }) => html`<li><a href="./${id}/" data-lesson=${id}>${title}</a><p>${coded(summary)}</p></li>
`)}</ol>
</section>
`)}</nav>
<section class="more" aria-labelledby="more">
<h2 id="more">To read</h2>
<ul>
${more.map(({ id, title, summary }) => html`<li><a href="./${id}/">${title}</a><p>${summary}</p></li>
`)}</ul>
</section>
</main>
</body>`,
  });
}
