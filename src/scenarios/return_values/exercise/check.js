import { texts, untimely } from "../../../../www/src/exercise/lines.js";
import { firstMissed } from "../../../../www/src/exercise/runs.js";
import { blocked } from "../../../../www/src/exercise/time.js";

/** @import { Check } from "../../../../www/src/types.js" */

const [SUM_MS, DOUBLE_MS] = [100, 200];

/** @type {Check} */
export const check = (runs) => firstMissed(runs, (record, { a, b }) => {
  const line = texts(record).find((text) => text.startsWith("doubled: "));
  if (!line) return "No line begins with `doubled: `: main is to print one.";
  const wanted = `doubled: ${2 * (a + b)}`;
  if (line !== wanted) return `\`${line}\` is printed, and ${a} and ${b} make \`${wanted}\`.`;
  return blocked(record) ?? untimely(record, [[line, SUM_MS + DOUBLE_MS]], "the sum takes 0.1 s, and the wait after it 0.2 s.");
});
