import { lacking } from "../../../../www/src/exercise/lines.js";
import { firstMissed } from "../../../../www/src/exercise/runs.js";
import { blocked, ms } from "../../../../www/src/exercise/time.js";
import { counted, seconds } from "../../../../www/src/record/figures.js";

/** @import { Check } from "../../../../www/src/types.js" */

const PAYMENTS = 3;

/** @type {Check} */
export const check = (runs) => firstMissed(runs, (record, { amount, wait }) => {
  const block = blocked(record);
  if (block) return block;
  const paid = record.log.filter(({ text }) => text.startsWith("paid in: now "));
  for (const [index, { text, at_ms }] of paid.entries()) {
    if (index === 0 && at_ms < ms(wait)) return `The first payment is there at ${seconds(at_ms)}, and the bank takes ${seconds(ms(wait))}.`;
    const meant = `paid in: now ${(index + 1) * amount}`;
    if (text === meant) continue;
    if (index === 0) return `\`${text}\` comes first, and one payment makes it \`${meant}\`.`;
    return `After \`${paid[index - 1].text}\` comes \`${text}\`: what did that payment read, and when?`;
  }
  if (paid.length !== PAYMENTS) return `The log has ${counted(paid.length, "payment")}, and ${PAYMENTS} are to be made.`;
  const waits = record.events.filter((event) => event.kind === "sleep" && Math.round(event.until_ms - event.at_ms) === ms(wait));
  if (waits.length < PAYMENTS) return `The program waits for the bank ${waits.length === 1 ? "once" : `${waits.length} times`}: each of the ${PAYMENTS} payments is to wait.`;
  return lacking(record, [`in the end: ${PAYMENTS * amount}`], "that is what the payments make.");
});
