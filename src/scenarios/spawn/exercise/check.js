import { disordered, lacking, miswaited, texts, untimely } from "../../../../www/src/exercise/lines.js";
import { firstMissed } from "../../../../www/src/exercise/runs.js";
import { blocked, ms } from "../../../../www/src/exercise/time.js";
import { counted } from "../../../../www/src/record/figures.js";

/** @import { Check, RunRecord } from "../../../../www/src/types.js" */

const DONE = ["A done", "B done", "C done"];
const [IN_TURN, AT_ONCE, AS_TASKS, ALL] = ["in turn: done", "at once: done", "as tasks: done", "all three ways: done"];

/** @type {Check} */
export const check = (runs) => firstMissed(runs, (record, { a, b, c }) => {
  const waits = [a, b, c].map(ms);
  const [sum, longest] = [waits.reduce((one, other) => one + other), Math.max(...waits)];
  return lacking(record, [IN_TURN, AT_ONCE, AS_TASKS, ALL, ...DONE, ...DONE, ...DONE], "is each of the three ways awaited, and the tasks of the last?")
    ?? blocked(record)
    ?? disordered(record, [IN_TURN, AT_ONCE, AS_TASKS, ALL], "each way begins when the one before is done.")
    ?? untimely(record, [[IN_TURN, sum]], "in turn, the waits add up.")
    ?? miswaited(record, [[IN_TURN, AT_ONCE, longest]], "at once, the longest wait decides.")
    ?? miswaited(record, [[AT_ONCE, AS_TASKS, longest]], "are all three spawned before one is awaited, and all awaited?")
    ?? tooFew(record)
    ?? miswaited(record, [[AS_TASKS, ALL, 0]]);
});

/** @param {RunRecord} record */
function tooFew(record) {
  const printed = texts(record);
  const last = record.log.slice(printed.indexOf(AT_ONCE), printed.indexOf(AS_TASKS));
  const own = new Set(last.filter(({ text, task }) => DONE.includes(text) && record.tasks[task].kind === "task").map(({ task }) => task));
  if (own.size < DONE.length) return `The last way makes ${counted(own.size, "task")}: A, B and C are to be a task each.`;
}
