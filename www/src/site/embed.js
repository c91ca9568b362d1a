// One lesson in a frame: the address says which, as on the site.

import "../async-playground.js";
import { follow } from "./address.js";

follow(/** @type {import("../element.js").AsyncPlayground} */ (document.querySelector("async-playground")), "hello");
