import { disordered, lacking, miswaited, untimely } from "../../../../www/src/exercise/lines.js";
import { firstMissed } from "../../../../www/src/exercise/runs.js";
import { blocked, ms } from "../../../../www/src/exercise/time.js";

/** @import { Check } from "../../../../www/src/types.js" */

const LINES = ["3", "2", "1", "lift-off"];

/** @type {Check} */
export const check = (runs) => firstMissed(runs, (record, { seconds }) =>
  lacking(record, LINES, "does anybody run the line that prints it?")
  ?? disordered(record, LINES)
  ?? blocked(record)
  ?? untimely(record, [[LINES[0], 0]], "nothing is to be waited for before it.")
  ?? miswaited(record, LINES.slice(1).map((line, index) => [LINES[index], line, ms(seconds)]), "is the pause awaited, and once?"));
