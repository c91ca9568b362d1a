import { lacking, miswaited, printedAt } from "../../../../www/src/exercise/lines.js";
import { firstMissed } from "../../../../www/src/exercise/runs.js";
import { blocked } from "../../../../www/src/exercise/time.js";
import { counted, seconds } from "../../../../www/src/record/figures.js";

/** @import { Check } from "../../../../www/src/types.js" */

/** How long a job takes, in milliseconds. @param {number} n */
const takes = (n) => 200 * (((n * 7) % 5) + 1);

/** @type {Check} */
export const check = (runs) => firstMissed(runs, (record, { jobs, at_once }) => {
  const all = Array.from({ length: jobs }, (_, index) => index + 1);
  const starts = all.map((n) => `job ${n} starts`);
  const ends = all.map((n) => `job ${n} is done`);
  const results = all.map((n) => `main has the result of job ${n}`);
  const wrong = lacking(record, [...starts, ...ends, ...results], "every job is to run to its end, and main to have its result.")
    ?? blocked(record)
    ?? miswaited(record, all.map((n) => [starts[n - 1], ends[n - 1], takes(n)]));
  if (wrong) return wrong;

  let [started, done] = [0, 0];
  const seen = record.log.filter(({ text }) => starts.includes(text) || ends.includes(text));
  for (const [index, { text, at_ms }] of seen.entries()) {
    if (starts.includes(text)) started++;
    else done++;
    if (started - done > at_once) return `\`${text}\` makes ${started - done} jobs at work, and ${at_once} ${at_once === 1 ? "is" : "are"} allowed.`;
    // Only where time passes: whoever ends makes room at the same moment.
    const passes = (seen[index + 1]?.at_ms ?? at_ms) > at_ms;
    if (passes && started < jobs && started - done < at_once) {
      return `At ${seconds(at_ms)} only ${counted(started - done, "job")} ${started - done === 1 ? "is" : "are"} at work, though ${at_once} may be, and others wait to begin.`;
    }
  }

  for (const n of all) {
    const [end, had] = [ends[n - 1], results[n - 1]].map((line) => printedAt(record, line));
    if (had !== end) return `\`${results[n - 1]}\` comes at ${seconds(had)}, and the job was done at ${seconds(end)}: what did main wait for?`;
    const line = record.log.find(({ text }) => text === results[n - 1]);
    if (line && record.tasks[line.task].kind === "task") return `The result of job ${n} is printed by the job itself: main is to print it.`;
  }
});
