import { between, disordered, lacking, miswaited } from "../../../../www/src/exercise/lines.js";
import { firstMissed } from "../../../../www/src/exercise/runs.js";
import { blocked, ms, tooLong } from "../../../../www/src/exercise/time.js";

/** @import { Check } from "../../../../www/src/types.js" */

/** @type {Check} */
export const check = (runs) => firstMissed(runs, (record, { a, b, c }) => {
  const waits = Object.entries({ A: ms(a), B: ms(b), C: ms(c) });
  // Who waits for another one may wait longer.
  const shortened = waits.filter(([name, wait]) => between(record, `${name} starting`, `${name} done`) < wait);
  return lacking(record, [...waits.flatMap(([name]) => [`${name} starting`, `${name} done`]), "A result, B result, C result"], "no line is to be missing.")
    ?? blocked(record)
    ?? miswaited(record, shortened.map(([name, wait]) => [`${name} starting`, `${name} done`, wait]))
    ?? disordered(record, ["B done", "A done"])
    ?? tooLong(record, waits.map(([, wait]) => wait), waits.map(([name]) => `${name} starting`));
});
