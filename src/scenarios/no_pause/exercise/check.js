import { disordered, lacking } from "../../../../www/src/exercise/lines.js";
import { firstMissed } from "../../../../www/src/exercise/runs.js";
import { worked } from "../../../../www/src/exercise/time.js";
import { seconds } from "../../../../www/src/record/figures.js";

/** @import { Check } from "../../../../www/src/types.js" */

const PIECE_MS = 20;
const ANNA = "Anna is served";

/** @type {Check} */
export const check = (runs) => firstMissed(runs, (record, values) => {
  const pieces = Array.from({ length: values.pieces }, (_, index) => `piece ${index + 1}`);
  const wrong = lacking(record, [ANNA, ...pieces], "nobody is to be left out, and no piece.")
    ?? disordered(record, pieces, "the pieces are to keep their order.")
    ?? disordered(record, [pieces[0], ANNA], "the first piece was there before her.")
    ?? disordered(record, [ANNA, pieces[1]], "what main awaits is ready at once, so no one else runs.");
  if (wrong) return wrong;
  const anna = record.log.find(({ text }) => text === ANNA);
  if (anna && record.tasks[anna.task].kind !== "task") return `\`${ANNA}\` is printed by main itself: Anna is to stay a task of her own.`;
  if (worked(record) < PIECE_MS * pieces.length) return `The pieces take ${seconds(worked(record))} in all, and each takes ${seconds(PIECE_MS)}.`;
});
