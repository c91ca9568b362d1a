import { disordered, lacking, printedAt } from "../../../../www/src/exercise/lines.js";
import { firstMissed } from "../../../../www/src/exercise/runs.js";
import { worked } from "../../../../www/src/exercise/time.js";
import { seconds } from "../../../../www/src/record/figures.js";

/** @import { Check } from "../../../../www/src/types.js" */

const [PIECE_MS, DUE_MS] = [20, 30];
const TIMER = "the timer of 30 ms";

/** @type {Check} */
export const check = (runs) => firstMissed(runs, (record, values) => {
  const pieces = Array.from({ length: values.pieces }, (_, index) => `piece ${index + 1}`);
  const wrong = lacking(record, [TIMER, ...pieces], "the timer is to fire, and all pieces are to be computed.")
    ?? disordered(record, pieces, "the pieces are to keep their order.");
  if (wrong) return wrong;
  const done = pieces.map((piece) => printedAt(record, piece));
  if (done[0] > PIECE_MS) return `\`${pieces[0]}\` comes at ${seconds(done[0])}: the job is to begin at once.`;
  if (worked(record) < PIECE_MS * pieces.length) return `The pieces keep a thread busy for ${seconds(worked(record))} in all, and each takes ${seconds(PIECE_MS)}.`;
  const fired = printedAt(record, TIMER);
  if (fired < DUE_MS) return `\`${TIMER}\` comes at ${seconds(fired)}: it is not to be made shorter.`;
  // Nothing can interrupt the piece into which it falls.
  const free = done.find((at) => at >= DUE_MS) ?? DUE_MS;
  const before = pieces.findLast((_, index) => done[index] <= fired);
  if (fired > free) return `\`${TIMER}\` comes at ${seconds(fired)}, after \`${before}\`: it was due at ${seconds(DUE_MS)}, and nobody looked.`;
});
