import { disordered, lacking, miswaited, untimely } from "../../../../www/src/exercise/lines.js";
import { firstMissed } from "../../../../www/src/exercise/runs.js";

/** @import { Check } from "../../../../www/src/types.js" */

const [SETTINGS, PAUSE, USER, POSTS] = ["settings read", "pause over", "user fetched", "posts fetched"];

/** @type {Check} */
export const check = (runs) => firstMissed(runs, (record) =>
  lacking(record, [SETTINGS, PAUSE, USER, POSTS], "the program is to print what it printed before.")
  ?? disordered(record, [SETTINGS, PAUSE, USER])
  ?? disordered(record, [PAUSE, POSTS])
  ?? untimely(record, [[SETTINGS, 300]], "to read them takes that long.")
  ?? miswaited(record, [[SETTINGS, PAUSE, 2000]], "where are the two seconds of the pause?")
  ?? miswaited(record, [[PAUSE, USER, 500], [PAUSE, POSTS, 500]], "each of the two takes 0.5 s, and does not need the other.")
  ?? record.diagnoses.map(({ message }) => `A diagnosis is left: ${message}`).at(0));
