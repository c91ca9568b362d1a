import { disordered, lacking, miswaited, printedAt, untimely } from "../../../../www/src/exercise/lines.js";
import { firstMissed } from "../../../../www/src/exercise/runs.js";
import { blocked, ms } from "../../../../www/src/exercise/time.js";

/** @import { Check } from "../../../../www/src/types.js" */

const END = "main ends";

/** @type {Check} */
export const check = (runs) => firstMissed(runs, (record, { wait }) => {
  const files = Object.entries({ notes: 700, photo: ms(wait), video: 1300 });
  const saved = files.map(([file]) => `${file}: saved`);
  return lacking(record, [...files.flatMap(([file], index) => [`${file}: saving`, saved[index]]), END], "for whom does main wait?")
    ?? blocked(record)
    ?? miswaited(record, files.map(([file, takes], index) => [`${file}: saving`, saved[index], takes]))
    ?? saved.map((line) => disordered(record, [line, END], "who keeps main until then?")).find(Boolean)
    ?? untimely(record, [[END, Math.max(...saved.map((line) => printedAt(record, line)))]], "does main wait for the files, or for a time?")
    ?? untimely(record, files.map(([file]) => [`${file}: saving`, 0]), "no file is to wait for another one.");
});
