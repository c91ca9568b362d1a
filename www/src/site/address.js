// Keeps an element and the page's address at one: what is chosen stands in the address.

import { formatAddress, parseAddress } from "./permalink.js";

/** @import { AsyncPlayground } from "../element.js" */

/**
 * Sets the element up as the address says, now and whenever it changes, and writes
 * what the reader chooses into the address.
 * @param {AsyncPlayground} element
 * @param {string} first the scenario where the address names none
 */
export function follow(element, first) {
  let followed = new AbortController();
  const read = async () => {
    // What an older address asked for and has not got is not wanted any more.
    followed.abort();
    followed = new AbortController();
    const { signal } = followed;
    element.problem = undefined;
    try {
      const { scenario, compare = "", params, speed = "1", run } = parseAddress(location.hash);
      Object.assign(element, { scenario: scenario || first, compare, params: String(new URLSearchParams(params)), speed });
      if (run !== undefined) await element.open(run, { signal });
    } catch (error) {
      if (signal.aborted) return;
      element.scenario ||= first;
      element.problem = error;
    }
  };
  element.addEventListener("playground-change", () => {
    history.replaceState(null, "", formatAddress(element.address, { speed: "1" }));
  });
  // On a page that is about one element, its keys for Run work wherever the focus is.
  addEventListener("keydown", (event) => {
    const isRun = event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (!isRun || event.defaultPrevented || event.repeat || event.isComposing) return;
    event.preventDefault();
    element.run().catch(() => {});
  });
  addEventListener("hashchange", read);
  read();
}
