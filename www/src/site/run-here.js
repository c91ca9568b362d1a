// Runs that are drawn on a page can be run there: the element takes the place of the drawing when somebody wants it.

import { message } from "../engine/message.js";

/** The scripts of the site stand in a folder of it. The bundler must not take it for a file of ours. */
const SITE = new URL(/* @vite-ignore */ "..", import.meta.url).href;

export function offerRuns() {
  for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll("button[data-run]"))) {
    button.hidden = false;
    button.addEventListener("click", () => runHere(button));
  }
}

/** @param {HTMLButtonElement} button */
async function runHere(button) {
  button.disabled = true;
  try {
    const { AsyncPlayground } = await import("../element.js");
    if (!customElements.get("async-playground")) customElements.define("async-playground", AsyncPlayground);
    const element = /** @type {InstanceType<typeof AsyncPlayground>} */ (document.createElement("async-playground"));
    Object.assign(element, { scenario: button.dataset.run, view: "compact", predict: "none", autorun: true, site: SITE });
    element.addEventListener("playground-ready", () => element.focus(), { once: true });
    element.tabIndex = -1;
    button.closest("figure")?.querySelector(".run")?.replaceChildren(element);
    button.remove();
  } catch (error) {
    button.disabled = false;
    button.textContent = `It could not be loaded: try again (${message(error)})`;
  }
}
