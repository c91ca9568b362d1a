// Older addresses of lessons stand behind the front page's "#": they lead to the lesson's own page.

import { formatPage, parseHash } from "./permalink.js";

function lead() {
  const problem = /** @type {HTMLElement} */ (document.querySelector("#problem"));
  problem.textContent = "";
  if (!location.hash.startsWith("#/")) return;
  try {
    const address = parseHash(location.hash);
    if (address.scenario === "") return;
    if (!document.querySelector(`[data-lesson="${address.scenario}"]`)) throw new Error(`there is no lesson "${address.scenario}": those that there are stand below`);
    location.replace(formatPage(address));
  } catch (error) {
    problem.textContent = /** @type {Error} */ (error).message;
  }
}

addEventListener("hashchange", lead);
lead();
