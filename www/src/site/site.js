// The course: which lessons there are, which one is open, and which have been run.

import { html, render } from "lit";

import { AsyncPlayground } from "../async-playground.js";
import { course } from "../engine/scenarios.js";
import { follow } from "./address.js";

/** @import { Lesson } from "../types.js" */

const element = /** @type {AsyncPlayground} */ (document.querySelector("async-playground"));
const nav = /** @type {HTMLElement} */ (document.querySelector("#course"));

/** @type {Set<string>} Lessons that were run to their end on this page. */
const done = new Set();

/** @type {readonly Pick<Lesson, "id" | "title" | "lesson">[]} */
let all = [];

function draw() {
  const current = all.find(({ id }) => id === element.scenario);
  document.title = current ? `${current.title}: Async Playground` : "Async Playground";
  const parts = [...new Set(all.map(({ lesson }) => lesson))];
  // On a phone the course folds away; at the side it is always open.
  render(
    html`<details ?open=${wide.matches}>
      <summary>${current ? `Lesson ${all.indexOf(current) + 1} of ${all.length}: ${current.title}` : "Lessons"}</summary>
      ${parts.map((part) => html`
        <h2>${part}</h2>
        <ol>
          ${all.filter(({ lesson }) => lesson === part).map(({ id, title }) => html`
            <li><a href="#/${id}" aria-current=${id === element.scenario ? "page" : "false"}>${title}${done.has(id) ? html`<span class="done">run</span>` : ""}</a></li>`)}
        </ol>`)}
    </details>`,
    nav,
  );
}

const wide = matchMedia("(width > 53.75em)");
wide.addEventListener("change", draw);

addEventListener("hashchange", draw);
element.addEventListener("playground-finish", () => {
  if (element.record?.outcome === "completed") done.add(element.scenario);
  draw();
});
element.addEventListener("playground-ready", async () => {
  element.replaceChildren();
  all = await course();
  draw();
});

// Where the programs cannot run, the lessons can still be read.
element.addEventListener("playground-error", async () => {
  try {
    all = await course();
  } catch {
    // The element shows what stands in it until it is ready.
    try {
      const { readLessons } = await import("./reading.js");
      const lessons = await readLessons();
      all = lessons.course;
      element.replaceChildren(lessons.article(element.scenario) ?? "");
    } catch (error) {
      element.replaceChildren(`The lessons cannot be read here either: ${/** @type {Error} */ (error).message}.`);
    }
  }
  draw();
});

// The address says which lesson is open, and would not if it said where on the page one is.
document.querySelector(".skip")?.addEventListener("click", (event) => {
  event.preventDefault();
  document.querySelector("main")?.focus();
});

follow(element, "hello");
