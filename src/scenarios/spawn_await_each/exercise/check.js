import { lacking, miswaited } from "../../../../www/src/exercise/lines.js";
import { firstMissed } from "../../../../www/src/exercise/runs.js";
import { blocked, ms, tooLong } from "../../../../www/src/exercise/time.js";

/** @import { Check } from "../../../../www/src/types.js" */

/** @type {Check} */
export const check = (runs) => firstMissed(runs, (record, { a, b, c }) => {
  const waits = Object.entries({ A: ms(a), B: ms(b), C: ms(c) });
  const starts = waits.map(([name]) => `Task ${name} starting`);
  const wrong = lacking(record, waits.flatMap(([name], index) => [starts[index], `Task ${name} done`]), "has main ended before the tasks?")
    ?? blocked(record)
    ?? miswaited(record, waits.map(([name, wait], index) => [starts[index], `Task ${name} done`, wait]));
  if (wrong) return wrong;
  const lanes = new Set();
  for (const { text, task } of record.log.filter(({ text }) => starts.includes(text))) {
    if (record.tasks[task].kind !== "task") return `\`${text}\` is printed by main itself: it is to be a task of its own.`;
    if (lanes.has(task)) return `\`${text}\` is printed by a task that has printed another start: each is to be a task of its own.`;
    lanes.add(task);
  }
  return tooLong(record, waits.map(([, wait]) => wait), starts);
});
