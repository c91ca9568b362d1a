import { disordered, lacking, miswaited, untimely } from "../../../../www/src/exercise/lines.js";
import { firstMissed } from "../../../../www/src/exercise/runs.js";
import { blocked, ms } from "../../../../www/src/exercise/time.js";

/** @import { Check } from "../../../../www/src/types.js" */

/** @type {Check} */
export const check = (runs) => firstMissed(runs, (record, values) => {
  const [coffee, toast, eggs] = [ms(values.coffee), ms(values.toast), 500];
  const dishes = Object.entries({ coffee, toast, eggs });
  return lacking(record, dishes.flatMap(([dish]) => [`${dish} starts`, `${dish} ready`]), "is it awaited?")
    ?? disordered(record, dishes.map(([dish]) => `${dish} starts`), "coffee, toast, eggs is the order.")
    ?? blocked(record)
    ?? miswaited(record, dishes.map(([dish, wait]) => [`${dish} starts`, `${dish} ready`, wait]))
    ?? untimely(record, [["coffee starts", 0]], "the plug is free from the beginning.")
    ?? untimely(record, [["toast starts", coffee], ["eggs starts", coffee + toast]], "each has the plug as soon as the one before is ready, and no sooner.");
});
