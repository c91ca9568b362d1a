// The one module that a page imports: it registers <async-playground>, once, and
// exports the API. Where there are no custom elements it only exports.

import { AsyncPlayground } from "./element.js";

export { run, scenarios, simulate } from "./engine/engine.js";
export { AsyncPlayground };

if (globalThis.customElements && !customElements.get("async-playground")) {
  customElements.define("async-playground", AsyncPlayground);
}
