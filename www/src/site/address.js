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
  const read = async () => {
    element.problem = undefined;
    try {
      const { scenario, compare = "", params, speed = "1", run } = parseAddress(location.hash);
      Object.assign(element, { scenario: scenario || first, compare, params: String(new URLSearchParams(params)), speed });
      await element.updateComplete;
      if (run) await element.open(run);
    } catch (error) {
      element.scenario ||= first;
      element.problem = error;
    }
  };
  element.addEventListener("playground-change", () => {
    history.replaceState(null, "", formatAddress(element.address, { speed: "1" }));
  });
  addEventListener("hashchange", read);
  read();
}
