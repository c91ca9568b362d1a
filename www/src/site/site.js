// A lesson's page: its element has what the address says.

import "../async-playground.js";
import { follow } from "./address.js";
import { formatPage, parsePage } from "./permalink.js";

const element = /** @type {import("../element.js").AsyncPlayground} */ (document.querySelector("async-playground"));

follow(element, {
  read: () => ({ scenario: element.scenario, ...parsePage(location) }),
  // The page stands in its lesson's folder.
  write: (address) => `../${formatPage(address)}`,
});

// What was to be read until then.
element.addEventListener("playground-ready", () => element.replaceChildren(), { once: true });

// The address may carry a run behind its "#", and would not if it said where on the page one is.
document.querySelector(".skip")?.addEventListener("click", (event) => {
  event.preventDefault();
  document.querySelector("main")?.focus();
});
