// The lessons as lessons.html has them: to be read where the programs cannot run.

/** @import { Scenario } from "../types.js" */

/**
 * @typedef {object} Reading
 * @property {Pick<Scenario, "id" | "title" | "lesson">[]} course
 * @property {(id: string) => HTMLElement | null} article a lesson's text and its programs
 */

/** @type {Promise<Reading> | undefined} */
let reading;

/** Fetched once; what could not be fetched is tried again by the next call. */
export function readLessons() {
  reading ??= fetchLessons().catch((error) => {
    reading = undefined;
    throw error;
  });
  return reading;
}

/** @returns {Promise<Reading>} */
async function fetchLessons() {
  const response = await fetch("./lessons.html").catch(({ message }) => {
    throw new Error(`lessons.html could not be fetched: ${message}`);
  });
  if (!response.ok) throw new Error(`lessons.html could not be fetched: the server answered ${response.status}`);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  return {
    course: [...page.querySelectorAll("nav ol")].flatMap((part) =>
      [...part.querySelectorAll("a")].map((link) => ({
        id: link.hash.slice(1),
        title: link.textContent,
        lesson: part.previousElementSibling?.textContent ?? "",
      })),
    ),
    article(id) {
      const article = page.getElementById(id);
      return article && document.importNode(article, true);
    },
  };
}
