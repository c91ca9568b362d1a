// Keeps an element and the page's address at one: what is chosen stands in the address.

/** @import { AsyncPlayground } from "../element.js" */
/** @import { Address } from "../types.js" */

/**
 * Under which name the tab's storage has two addresses: before and after the last change. What was typed last is written
 * when the page is left, and that is too late for a reload and for the way back, which have the address before.
 */
const CHANGED = "async-playground.changed";

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
    const before = location.href;
    history.replaceState(null, "", write({ ...kept, ...element.address }));
    stored((storage) => storage.setItem(CHANGED, JSON.stringify([before, location.href])));
  });
  stored((storage) => {
    const [before, after] = JSON.parse(storage.getItem(CHANGED) ?? "[]");
    if (before === location.href && isAgain()) history.replaceState(null, "", after);
  });
  addEventListener("hashchange", setUp);
  setUp();
}

/** What was changed last is not brought back any more. */
export const forgetChange = () => stored((storage) => storage.removeItem(CHANGED));

/** Whether this page is reloaded, or come back to. */
function isAgain() {
  const [navigation] = performance.getEntriesByType("navigation");
  return /** @type {PerformanceNavigationTiming} */ (navigation).type !== "navigate";
}

/** Does something with what the tab stores, if it does. @param {(storage: Storage) => void} use */
function stored(use) {
  try {
    use(sessionStorage);
  } catch {
    // Then a reload has what was typed up to the last pause.
  }
}
