// The keys of the course around the lesson.

import { actionOf, isBehindDialog } from "../controllers/shortcuts.js";

/** @import { AsyncPlayground } from "../element.js" */
/** @import { Shortcut } from "../controllers/shortcuts.js" */

/** @typedef {"next-lesson" | "previous-lesson" | "search"} Action */

/** @type {readonly Shortcut<Action>[]} */
export const COURSE_SHORTCUTS = [
  { keys: ["n"], what: "Next lesson", action: "next-lesson" },
  { keys: ["p"], what: "Previous lesson", action: "previous-lesson" },
  { keys: ["/"], what: "Search the lessons", action: "search" },
];

/**
 * Obeys the keys of the course, wherever the focus is.
 * @param {Record<Action, () => boolean>} actions each says whether there was anything to do
 * @param {AsyncPlayground | null} element the lesson, if the page has one
 */
export function obeyCourseKeys(actions, element) {
  addEventListener("keydown", (event) => {
    if (isBehindDialog(document, element?.shadowRoot ?? document)) return;
    const action = actionOf(event, COURSE_SHORTCUTS);
    if (action !== undefined && actions[action]()) event.preventDefault();
  });
}
