// The one module that a page imports: it registers <async-playground>, once, and
// exports the API. Where there are no custom elements it only exports.

import { AsyncPlayground } from "./element.js";

/**
 * What is wrong with a program, as rustc would say it.
 * @param {string} source
 */
export const check = async (source) => (await import("./engine/own.js")).check(source);

export { run } from "./engine/run.js";
export { scenarios } from "./engine/scenarios.js";
export { simulate } from "./engine/simulate.js";
export { AsyncPlayground };

if (globalThis.customElements && !customElements.get("async-playground")) {
  customElements.define("async-playground", AsyncPlayground);
}
