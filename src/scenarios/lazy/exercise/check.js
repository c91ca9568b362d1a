import { disordered, lacking, untimely } from "../../../../www/src/exercise/lines.js";
import { firstMissed } from "../../../../www/src/exercise/runs.js";

/** @import { Check } from "../../../../www/src/types.js" */

const LINES = ["Hello, Ada!", "Hello, Grace!", "Hello, Barbara!", "all are greeted"];
const DUE_MS = [0, 0, 1000, 1000];

/** @type {Check} */
export const check = (runs) => firstMissed(runs, (record) =>
  lacking(record, LINES, "was what the call made awaited?")
  ?? disordered(record, LINES, "a greeting comes when it is awaited, not when it is made.")
  ?? untimely(record, LINES.map((line, index) => [line, DUE_MS[index]]), "the only pause is one of 1 s, before Barbara.")
  ?? record.diagnoses.map(({ message }) => `A diagnosis is left: ${message}`).at(0));
