import { lacking } from "../../../../www/src/exercise/lines.js";
import { firstMissed } from "../../../../www/src/exercise/runs.js";
import { blocked, ms, took } from "../../../../www/src/exercise/time.js";
import { counted, seconds } from "../../../../www/src/record/figures.js";

/** @import { Check } from "../../../../www/src/types.js" */

const [ATTEMPTS, LONGEST_MS, CALL_MS] = [6, 2000, 100];

/** @type {Check} */
export const check = (runs) => firstMissed(runs, (record, { failures, first }) => {
  const { log } = record;
  const long = log.find(({ text }) => Number(/^pause of (\d+) ms$/.exec(text)?.[1]) > LONGEST_MS);
  if (long) return `\`${long.text}\` is printed: no pause is to be longer than ${seconds(LONGEST_MS)}.`;
  const block = blocked(record);
  if (block) return block;
  const attempts = log.filter(({ text }) => text.startsWith("attempt "));
  for (const [index, { at_ms }] of attempts.entries()) {
    const pause = Math.round(at_ms - (attempts[index - 1]?.at_ms ?? 0)) - CALL_MS;
    const meant = index === 0 ? 0 : Math.min(ms(first) * 2 ** (index - 1), LONGEST_MS);
    if (pause !== meant) return `Before attempt ${index + 1} the pause is ${seconds(pause)}, not ${seconds(meant)}: each is twice the one before, up to ${seconds(LONGEST_MS)}.`;
  }
  const meant = Math.min(failures + 1, ATTEMPTS);
  if (attempts.length !== meant) return `There ${attempts.length === 1 ? "is" : "are"} ${counted(attempts.length, "attempt")}, not ${meant}.`;
  const late = took(record) - Math.round(attempts[meant - 1].at_ms);
  return lacking(record, [failures < ATTEMPTS ? `attempt ${meant}: 42` : "given up"], "that is how it is to end.")
    ?? (late > 0 ? `The run ends ${seconds(late)} after the last attempt: no attempt follows, so there is nothing to wait for.` : undefined);
});
