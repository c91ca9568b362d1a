import { lacking, miswaited, printedAt, untimely } from "../../../../www/src/exercise/lines.js";
import { firstMissed } from "../../../../www/src/exercise/runs.js";
import { ms, took } from "../../../../www/src/exercise/time.js";
import { seconds } from "../../../../www/src/record/figures.js";

/** @import { Check } from "../../../../www/src/types.js" */

const BEAT_MS = 200;
const [ASLEEP, AWAKE] = ["main falls asleep", "main wakes up"];

/** @type {Check} */
export const check = (runs) => firstMissed(runs, (record, values) => {
  const beats = record.log.filter(({ text }) => text.startsWith("heartbeat "));
  const wrong = lacking(record, [ASLEEP, AWAKE], "main is to sleep, and to wake up.")
    ?? miswaited(record, [[ASLEEP, AWAKE, ms(values.seconds)]])
    ?? untimely(record, beats.map(({ text }, index) => [text, index * BEAT_MS]), "who has the thread at that moment?");
  if (wrong) return wrong;
  const last = beats.at(-1);
  if (!last) return "The heart never beats.";
  if (printedAt(record, AWAKE) - last.at_ms > BEAT_MS) return `The last beat is \`${last.text}\`, at ${seconds(last.at_ms)}, and the run ends at ${seconds(took(record))}: the heart stops too early.`;
});
