// Keeps an element and the page's address at one: what is chosen stands in the address.

/** @import { AsyncPlayground } from "../element.js" */
/** @import { Address } from "../types.js" */

/**
 * Sets the element up as the address says, now and whenever it changes, and writes
 * what the reader chooses into the address.
 * @param {AsyncPlayground} element
 * @param {object} how
 * @param {() => Address} how.read the address; throws what is wrong with it
 * @param {(address: Address) => string} how.write the address that says so
 */
export function follow(element, { read, write }) {
  /** What the address says that is no reader's choice. @type {Partial<Address>} */
  let kept = {};
  let followed = new AbortController();
  const setUp = async () => {
    // What an older address asked for and has not got is not wanted any more.
    followed.abort();
    followed = new AbortController();
    const { signal } = followed;
    element.problem = undefined;
    try {
      const { scenario, compare = "", params, speed = "1", run, code, ...others } = read();
      kept = others;
      Object.assign(element, { scenario, compare, params: String(new URLSearchParams(params)), speed, ...others });
      await element.openCode(code, { signal });
      if (run !== undefined) await element.open(run, { signal });
    } catch (error) {
      if (!signal.aborted) element.problem = error;
    }
  };
  element.addEventListener("playground-change", () => {
    history.replaceState(null, "", write({ ...kept, ...element.address }));
  });
  addEventListener("hashchange", setUp);
  setUp();
}
