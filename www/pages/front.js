// The front page: what this is, how it works, and the course.

import { html } from "@lit-labs/ssr";
import { unsafeHTML } from "lit/directives/unsafe-html.js";

import { seconds } from "../src/record/figures.js";
import { describe } from "../src/record/sentences.js";
import { drawTimeline } from "../src/views/timeline/picture.js";
import { course, parts } from "./course.js";
import { brand, documentOf } from "./document.js";
import { own } from "./own.js";
import { svgText } from "./svg-text.js";

/** @import { RunRecord } from "../src/types.js" */

const TITLE = "See what async programs do, and when";

const WHAT = "Small async programs in Rust, each with its twin in Python. You predict what one prints and how long it takes, run it on your browser's own event loop, and see every poll, wake and wait of it, step by step.";

const HOW = {
  Predict: "In which order will the lines be printed, and how long will it take in all? Whoever has said so first learns more from the answer.",
  Run: "It is Rust, compiled to WebAssembly. Nothing is faked: every line, bar and number is recorded while the program runs.",
  See: "Step through the run in both directions: the line that runs, the tasks that are ready, the timers that are set.",
};

/** The lesson whose run stands for all: the drawings are as wide as what they stand in at most, and on a phone. */
const SHOWN = "gather";
const WIDTHS = { wide: 620, narrow: 330 };

const shown = () => course.find(({ id }) => id === SHOWN) ?? course[0];

/** The styles of the drawing, which are made when the site is built. */
export const DRAWING = "src/site/drawing.css";

/** What a link to the page shows. */
export const frontPicture = () => ({ title: TITLE, summary: "Predict, run and see small async programs, on your browser's own event loop.", part: `${course.length} lessons`, run: shown().run });

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
${picture()}
</section>
<section class="how" aria-label="How it works">
${Object.entries(HOW).map(([name, what], index) => html`<div><h2><span aria-hidden="true">${index + 1}</span> ${name}</h2><p>${what}</p></div>
`)}</section>
<nav id="lessons" aria-label="Lessons" tabindex="-1">
${parts.map(({ title, lessons }) => html`<section>
<h2>${title}</h2>
<ol>
${lessons.map(({ id, title, summary }) => html`<li><a href="./${id}/" data-lesson=${id}>${title}</a><p>${summary}</p></li>
`)}</ol>
</section>
`)}</nav>
</main>
</body>`,
  });
}

function picture() {
  const { id, title, run } = shown();
  if (!run) return "";
  return html`<figure>
${Object.entries(WIDTHS).map(([name, width]) => unsafeHTML(svg(run, name, width)))}
<figcaption>The run of <a href="./${id}/">${title}</a>: its waits add up to ${together(seconds(run.waits_ms))}, and all of them take ${together(seconds(run.elapsed_ms))}.</figcaption>
</figure>`;
}

/** A number and its unit stay on one line. @param {string} time */
const together = (time) => time.replace(" ", "\u00a0");

/**
 * @param {RunRecord} run
 * @param {string} name
 * @param {number} width
 */
function svg(run, name, width) {
  const { drawn, height } = drawTimeline(run, width);
  return `<svg class="drawing ${name}" role="img" aria-label="${describe(run)}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${svgText(drawn)}</svg>\n`;
}
