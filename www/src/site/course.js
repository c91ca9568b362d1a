// The course around a page: what is remembered of it, its list, its search, and records from files.

import { lessons, own } from "virtual:course";

import { Menu } from "./menu.js";
import { Notice } from "./notice.js";
import { openRecords } from "./open-record.js";
import { SearchDialog } from "./search-dialog.js";

/** @import { AsyncPlayground } from "../element.js" */
/** @import { Memory } from "./memory.js" */

/** What was said in this tab already. */
const SAID = "async-playground.said";

/**
 * @param {AsyncPlayground | null} element the lesson, if the page has one
 * @param {Memory} memory
 * @param {() => void} [onRefresh] called when the memory may be another than before
 */
export function startCourse(element, memory, onRefresh = () => {}) {
  const header = /** @type {HTMLElement} */ (document.querySelector("header"));
  const nav = /** @type {HTMLElement} */ (document.querySelector('nav[aria-label="Lessons"]'));
  const place = () => header.parentNode?.insertBefore(document.createElement("div"), header.nextSibling) ?? header;

  const notice = new Notice(place());
  const addressOf = (/** @type {string} */ id) => menu.addressOf(id);
  const openRecord = openRecords({ element, lessons: [...lessons, own], addressOf }, notice, place());
  const refresh = () => {
    menu.draw();
    onRefresh();
  };
  const menu = new Menu(nav, memory, place(), {
    onRecord: openRecord,
    onForgotten: () => {
      notice.tell("It is forgotten.");
      refresh();
    },
  });

  const search = new SearchDialog(place(), lessons, own, addressOf);
  const button = /** @type {HTMLElement | null} */ (header.querySelector("button.search"));
  if (button) button.hidden = false;
  button?.addEventListener("click", () => search.open());
  let said = "";
  /** Says why nothing is remembered: once in a tab or, where not even that can be remembered, once on a page. */
  const sayTrouble = () => {
    const { trouble } = memory;
    if (!trouble || said === trouble.reason) return;
    said = trouble.reason;
    try {
      if (sessionStorage.getItem(SAID) === said) return;
      sessionStorage.setItem(SAID, said);
    } catch {
      // Then it is said on the next page again.
    }
    notice.say(trouble.message);
  };

  // Another page of the course may have been run, and this one may come back as it was left.
  addEventListener("storage", refresh);
  addEventListener("pageshow", ({ persisted }) => persisted && refresh());
  if (memory.trouble?.reason === "unreadable") sayTrouble();

  return {
    /** Opens the search, if it is not open. */
    search: () => search.open(),
    /** To be called when this page has remembered something, or tried to. */
    onRemembered() {
      refresh();
      sayTrouble();
    },
  };
}
