import { lacking, miswaited } from "../../../../www/src/exercise/lines.js";
import { firstMissed } from "../../../../www/src/exercise/runs.js";
import { blocked, ms, tooLong } from "../../../../www/src/exercise/time.js";

/** @import { Check } from "../../../../www/src/types.js" */

/** @type {Check} */
export const check = (runs) => firstMissed(runs, (record, { a, b, c }) => {
  const waits = Object.entries({ A: ms(a), B: ms(b), C: ms(c) });
  return lacking(record, waits.flatMap(([name]) => [`${name} starting`, `${name} done`]), "A, B and C are all to run to their ends.")
    ?? blocked(record)
    ?? miswaited(record, waits.map(([name, wait]) => [`${name} starting`, `${name} done`, wait]))
    ?? tooLong(record, waits.map(([, wait]) => wait), waits.map(([name]) => `${name} starting`));
});
