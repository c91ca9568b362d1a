// The keys of the course around the lesson.

import { actionOf } from "../controllers/shortcuts.js";

/** @import { Shortcut } from "../controllers/shortcuts.js" */

/** @type {readonly Shortcut<"next" | "prev" | "search">[]} */
export const COURSE_SHORTCUTS = [
  { keys: ["n"], what: "Next lesson", action: "next" },
  { keys: ["p"], what: "Previous lesson", action: "prev" },
  { keys: ["/"], what: "Search the lessons", action: "search" },
];

/**
 * Obeys the keys of the course, wherever the focus is.
 * @param {() => boolean} search opens the search, if it is there
 */
export function obeyCourseKeys(search) {
  addEventListener("keydown", (event) => {
    const action = actionOf(event, COURSE_SHORTCUTS);
    if (action && (action === "search" ? search() : follow(action))) event.preventDefault();
  });
}

/**
 * Follows a link of the bar.
 * @param {"next" | "prev"} way
 */
function follow(way) {
  const link = /** @type {HTMLElement | null} */ (document.querySelector(`.bar a[rel=${way}]`));
  link?.click();
  return link !== null;
}
