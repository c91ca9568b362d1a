// The front page: it knows where a learner goes on, and has the search and the keys of the course.

import { startCourse } from "./course.js";
import { whereToGoOn } from "./go-on.js";
import { obeyCourseKeys } from "./keys.js";
import { Memory } from "./memory.js";
import { workOffline } from "./offline.js";
import { offerRuns } from "./run-here.js";

const memory = new Memory(() => localStorage);
const start = /** @type {HTMLAnchorElement} */ (document.querySelector("a.start"));
const first = { href: start.href, words: start.textContent };
const links = [.../** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("nav a[data-lesson]"))];
const titles = new Map(links.map((link) => [link, link.textContent]));

/** Where something is done, the course is continued. */
function goOn() {
  const id = whereToGoOn(links.map(({ dataset: { lesson = "" } }) => lesson), memory.read().lessons);
  const link = links.find(({ dataset }) => dataset.lesson === id);
  start.href = link?.href ?? first.href;
  start.textContent = link ? `Continue with “${titles.get(link)}”` : first.words;
}

goOn();
const { search } = startCourse(null, memory, goOn);
obeyCourseKeys(search);
offerRuns();
workOffline();
