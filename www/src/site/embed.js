// One lesson in a frame: the address says which, behind its "#".

import "../async-playground.js";
import { follow } from "./address.js";
import { formatHash, parseHash } from "./permalink.js";

const element = /** @type {import("../element.js").AsyncPlayground} */ (document.querySelector("async-playground"));

/** Where the address names none. */
element.scenario = "hello";

follow(element, {
  read: () => {
    const address = parseHash(location.hash);
    return { ...address, scenario: address.scenario || element.scenario };
  },
  write: formatHash,
});
