// A lesson's page: its element has what the address says, and what was typed the last time.

import { lessons } from "virtual:course";

import { AsyncPlayground } from "../element.js";
import { message } from "../engine/message.js";
import { follow } from "./address.js";
import { COURSE_SHORTCUTS, obeyCourseKeys } from "./keys.js";
import { Memory } from "./memory.js";
import { workOffline } from "./offline.js";
import { formatPage, parsePage } from "./permalink.js";
import { remember, withDraft } from "./remember.js";

/** @import { Address } from "../types.js" */

// Here, and not by the module that others import: the bundler makes scripts of this module's parts, and the element
// would be ready before anybody here listens.
customElements.define("async-playground", AsyncPlayground);

const element = /** @type {AsyncPlayground} */ (document.querySelector("async-playground"));
const memory = new Memory(() => localStorage);

// The lesson lists them with its own.
element.shortcuts = COURSE_SHORTCUTS;

// The page stands in its lesson's folder.
const write = (/** @type {Address} */ address) => `../${formatPage(address)}`;

follow(element, {
  read() {
    const given = { scenario: element.scenario, ...parsePage(location) };
    const address = withDraft(given, memory, lessons);
    if (address !== given) history.replaceState(null, "", write(address));
    return address;
  },
  write,
});

/** @type {ReturnType<typeof import("./course.js").startCourse> | undefined} */
let around;
remember(element, memory, () => around?.onRemembered());
obeyCourseKeys(() => around?.search() ?? false);

// The rest of what is around the lesson comes when that can run, or cannot.
let isComing = false;
for (const type of ["playground-ready", "playground-error"]) {
  element.addEventListener(type, async () => {
    if (isComing) return;
    isComing = true;
    try {
      const { startCourse } = await import("./course.js");
      around = startCourse(element, memory);
    } catch (error) {
      element.problem = new Error(`The search, and the marks of what is done, could not be loaded. Reload the page to try again. (${message(error)})`);
    }
  });
}

// What was to be read until then.
element.addEventListener("playground-ready", () => element.replaceChildren(), { once: true });

// The address may carry a run behind its "#", and would not if it said where on the page one is.
for (const [link, place] of [[".skip", "main"], [".bar .end", "#ending"]]) {
  document.querySelector(link)?.addEventListener("click", (event) => {
    event.preventDefault();
    /** @type {HTMLElement | null} */ (document.querySelector(place))?.focus();
  });
}

workOffline();
