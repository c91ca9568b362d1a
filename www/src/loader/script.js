// The script's own element: it can be asked only while the script runs for the first time.

const script = /** @type {HTMLScriptElement} */ (document.currentScript);

/** The module that stands beside it. */
export const module = new URL("async-playground.js", script.src).href;

/** What its `data-` attributes say. */
export const options = script.dataset;
