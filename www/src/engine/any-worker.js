// A worker whose script may stand in another origin, as it does for a page that takes the module from elsewhere, and in a
// frame with `sandbox="allow-scripts"`, which has no origin of its own.

import { trusted } from "./trusted.js";

/**
 * From another origin no worker is started (HTML standard, `Worker` constructor: its script is fetched in mode
 * "same-origin"), but a module may be imported, if its server allows that (CORS): by a script that is made here.
 * @param {URL} script
 * @param {WorkerOptions} options
 */
function start(script, options) {
  if (script.origin === globalThis.origin) return new Worker(trusted(script.href), options);
  const importing = URL.createObjectURL(new Blob([`(${load})(${JSON.stringify(script.href)})`], { type: "text/javascript" }));
  // Chromium starts no worker of type "module" from such an address where there is no origin.
  const worker = new Worker(trusted(importing));
  // Until it has been fetched, the address must stay.
  worker.addEventListener("message", () => URL.revokeObjectURL(importing), { once: true });
  return worker;
}

/**
 * Runs in the worker. What is sent before the module has come is kept for it.
 * @param {string} module
 */
function load(module) {
  /** @type {MessageEvent[]} */
  const early = [];
  const keep = (/** @type {MessageEvent} */ event) => early.push(event);
  addEventListener("message", keep);
  import(/* @vite-ignore */ /* webpackIgnore: true */ module).then(
    () => {
      removeEventListener("message", keep);
      for (const { data } of early) dispatchEvent(new MessageEvent("message", { data }));
    },
    // Who has started the worker hears of what is thrown, and not of what is rejected.
    (error) => setTimeout(() => {
      throw error;
    }),
  );
}

/** To be called as the bundler wants it, which knows a worker's script by `new Worker(new URL(…), …)`. */
export const AnyWorker = /** @type {new (script: URL, options: WorkerOptions) => Worker} */ (/** @type {unknown} */ (
  function (/** @type {URL} */ script, /** @type {WorkerOptions} */ options) {
    return start(script, options);
  }
));
