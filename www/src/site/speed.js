// The page of figures: it is read as others are; it shows what the bench has measured, and measures in the visitor's
// own browser.

import "./reading.js";

import { showFigures } from "../speed/figures.js";
import { offerRun } from "../speed/here.js";

const bench = showFigures(/** @type {HTMLElement} */ (document.querySelector("#figures")));
offerRun(bench);
