import { lacking, printedAt, untimely } from "../../../../www/src/exercise/lines.js";
import { firstMissed } from "../../../../www/src/exercise/runs.js";
import { ms } from "../../../../www/src/exercise/time.js";
import { seconds } from "../../../../www/src/record/figures.js";

/** @import { Check } from "../../../../www/src/types.js" */

const BELL = "the bell is put away";
const [IN_TIME, UP] = ["main: all pages in time", "main: time is up"];

/** @type {Check} */
export const check = (runs) => firstMissed(runs, (record, values) => {
  const [limit, each] = [ms(values.limit), ms(values.each)];
  const pages = [1, 2, 3].map((page) => ({ line: `page ${page} is here`, at: 50 + page * each }));
  const end = Math.min(limit, pages[2].at);
  const [says, why] = end === limit ? [UP, "it is up"] : [IN_TIME, "all pages are here"];
  const inTime = pages.filter(({ at }) => at <= limit);
  const late = pages.find(({ line }) => printedAt(record, line) > limit);
  return lacking(record, [says], `at ${seconds(end)} ${why}.`)
    ?? lacking(record, [BELL], "the download is to have its bell.")
    ?? (late && `\`${late.line}\` comes at ${seconds(printedAt(record, late.line))}, and the time was up at ${seconds(limit)}: who goes on with the download?`)
    ?? lacking(record, inTime.map(({ line }) => line), "it comes before the time is up.")
    ?? untimely(record, inTime.map(({ line, at }) => [line, at]))
    ?? untimely(record, [[says, end], [BELL, end]], "that is when the download is over.")
    ?? lacking(record, ["main ends"], "to give up on the download is not to give up on main.");
});
