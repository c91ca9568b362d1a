import { lacking } from "../../../../www/src/exercise/lines.js";
import { firstMissed } from "../../../../www/src/exercise/runs.js";

/** @import { Check } from "../../../../www/src/types.js" */

const NAMES = ["A", "B", "C"];
const PRIMES = ["25 primes below 100", "46 primes below 200", "62 primes below 300", "78 primes below 400"];

/** @type {Check} */
export const check = (runs) => firstMissed(runs, (record) => {
  const lines = NAMES.flatMap((name) => PRIMES.map((primes) => `${name}: ${primes}`));
  const lack = lacking(record, lines, "each of the three counts to the end.");
  if (lack) return lack;
  const counted = record.log.filter(({ text }) => lines.includes(text));
  for (const [index, { n, text }] of counted.entries()) {
    const round = counted.slice(index - (index % NAMES.length), index).map((line) => line.text[0]);
    const before = counted[index - 1];
    if (round.includes(text[0])) {
      const others = NAMES.filter((name) => !round.includes(name));
      return `After \`${before.text}\` comes \`${text}\`: ${others.join(" and ")} ${others.length === 1 ? "has not had its" : "have not had their"} turn.`;
    }
    // Who lets the page have its turn is woken by it, or by a timer.
    const isFree = () => record.events.slice(before.n, n).some((event) => event.kind === "wake" && typeof event.by === "string");
    if (index > 0 && round.length === 0 && !isFree()) return `Between \`${before.text}\` and \`${text}\` the loop never lets go of the thread: the page has no turn.`;
  }
});
