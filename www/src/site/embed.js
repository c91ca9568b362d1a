// One lesson in a frame: the address says which, behind its "#", and how it looks. The page around may have another
// origin, and no script but one that hears how tall the lesson is.

import "../async-playground.js";
import { follow } from "./address.js";
import { formatHash, parseHash } from "./permalink.js";

const element = /** @type {import("../element.js").AsyncPlayground} */ (document.querySelector("async-playground"));

/** Where the address names none. */
element.scenario = "hello";

follow(element, {
  read: () => {
    const { autorun = "false", ...address } = parseHash(location.hash);
    if (autorun !== "true" && autorun !== "false") throw new Error(`autorun is "${autorun}" in the address: allowed are true, false`);
    element.autorun = autorun === "true";
    // The paper around it is of the same colour.
    document.documentElement.dataset.theme = address.theme ?? "auto";
    return { ...address, scenario: address.scenario || element.scenario };
  },
  write: (address) => formatHash(element.autorun ? { ...address, autorun: "true" } : address),
});

/** `frames.js` hears it. It is no secret, and the page around may have any origin. */
function tellHeight() {
  const { height } = document.body.getBoundingClientRect();
  parent.postMessage({ type: "async-playground", height: Math.ceil(height) }, "*");
}
new ResizeObserver(tellHeight).observe(document.body);
// It may have come later than this page.
addEventListener("message", ({ data, source }) => {
  if (source === parent && data?.type === "async-playground") tellHeight();
});
