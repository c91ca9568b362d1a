// The course: which lessons there are, which one is open, and which have been run.

import { html, render } from "lit";

import { AsyncPlayground, scenarios } from "../async-playground.js";
import { follow } from "./address.js";

/** @import { Scenario } from "../types.js" */

const element = /** @type {AsyncPlayground} */ (document.querySelector("async-playground"));
const nav = /** @type {HTMLElement} */ (document.querySelector("#course"));

/** @type {Set<string>} Lessons that were run to their end on this page. */
const done = new Set();

/** @type {Scenario[]} */
let course = [];

function draw() {
  const current = course.find(({ id }) => id === element.scenario);
  document.title = current ? `${current.title}: Async Playground` : "Async Playground";
  const parts = [...new Set(course.map(({ lesson }) => lesson))];
  // On a phone the course folds away; at the side it is always open.
  render(
    html`<details ?open=${wide.matches}>
      <summary>${current ? `Lesson ${course.indexOf(current) + 1} of ${course.length}: ${current.title}` : "Lessons"}</summary>
      ${parts.map((part) => html`
        <h2>${part}</h2>
        <ol>
          ${course.filter(({ lesson }) => lesson === part).map(({ id, title }) => html`
            <li><a href="#/${id}" aria-current=${id === element.scenario ? "page" : "false"}>${title}${done.has(id) ? html`<span class="done">run</span>` : ""}</a></li>`)}
        </ol>`)}
    </details>`,
    nav,
  );
}

const wide = matchMedia("(min-width: 861px)");
wide.addEventListener("change", draw);

addEventListener("hashchange", draw);
element.addEventListener("playground-finish", () => {
  if (element.record?.outcome === "completed") done.add(element.scenario);
  draw();
});
element.addEventListener("playground-ready", async () => {
  course = await scenarios();
  draw();
});

// Where the programs cannot run, the lessons can still be read: they stand in a page of their own.
element.addEventListener("playground-error", async () => {
  if (course.length > 0 || element.childElementCount > 0) return;
  try {
    course = await scenarios();
    draw();
  } catch {
    const page = await fetch("./lessons.html").then((response) => response.text());
    const lessons = new DOMParser().parseFromString(page, "text/html");
    const lesson = lessons.getElementById(element.scenario);
    if (lesson) element.replaceChildren(document.adoptNode(lesson));
    nav.replaceChildren(...document.adoptNode(/** @type {HTMLElement} */ (lessons.querySelector("nav"))).childNodes);
  }
});

// The address says which lesson is open, and would not if it said where on the page one is.
document.querySelector(".skip")?.addEventListener("click", (event) => {
  event.preventDefault();
  document.querySelector("main")?.focus();
});

follow(element, "hello");
