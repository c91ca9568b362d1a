// A run of too many lanes to draw each: how many are running, ready and waiting over
// time, and how late the timers fired.

import { html, svg } from "lit";

import { number } from "../../record/figures.js";
import { countLanes, spread } from "./counts.js";
import { historyOf } from "./history.js";
import { ticks } from "./scale.js";

/** @import { RunEvent, RunRecord } from "../../types.js" */
/** @import { Counts, Spread } from "./counts.js" */
/** @import { Scale } from "./scale.js" */

/** More lanes than this would be hairlines. */
export const MOST_LANES = 200;

/** Finer than a screen, so that it can be zoomed. */
const PARTS = 2000;

export const CROWD_HEIGHT = 220;
const TOP = 16;

/** @type {WeakMap<readonly RunEvent[], { read: number, counts: Counts }>} */
const known = new WeakMap();

/** @param {RunRecord} record */
export function crowdOf(record) {
  const { events } = record;
  let last = known.get(events);
  // Counting anew each time that a run has grown by a half costs three times the run at most.
  const enough = record.outcome === "running" ? (last?.read ?? 0) * 1.5 : events.length;
  if (!last || (last.read !== events.length && events.length >= enough)) {
    known.set(events, (last = { read: events.length, counts: countLanes(historyOf(record), PARTS) }));
  }
  return last.counts;
}

/** @param {RunRecord} record */
export function latenessOf(record) {
  return spread(historyOf(record).fired.flatMap((fired) => fired.map(({ at_ms, due_ms }) => at_ms - due_ms)));
}

/**
 * @param {Counts} crowd
 * @param {Scale} scale
 * @param {number} left
 */
export function drawCrowd({ ends_ms, busy, scheduled, idle, polls }, scale, left) {
  let most = 1;
  for (let part = 0; part < ends_ms.length; part++) most = Math.max(most, busy[part] + scheduled[part] + idle[part]);
  const perLane = (CROWD_HEIGHT - TOP) / most;
  const y = (/** @type {number} */ count) => CROWD_HEIGHT - count * perLane;
  const paths = { idle: "", scheduled: "", busy: "" };
  let hatched = -Infinity;
  let last = "";
  for (const [part, end_ms] of ends_ms.entries()) {
    const from = Math.max(scale.x(part > 0 ? ends_ms[part - 1] : 0), 0);
    const to = Math.min(scale.x(end_ms), scale.width);
    if (to <= from) continue;
    // One lane of thousands would be lost: some being busy is a line at least.
    const running = polls[part] ? Math.max(busy[part] * perLane, 3) : 0;
    const ready = busy[part] + scheduled[part];
    const top = y(ready + idle[part]).toFixed(1);
    if (running) paths.busy += `M${from.toFixed(1)} ${CROWD_HEIGHT}v${-running}H${(to + 0.1).toFixed(1)}v${running}z`;
    // Hatched: a stroke each few pixels.
    if (scheduled[part] && to >= hatched + 3) {
      hatched = Math.round(to);
      paths.scheduled += `M${hatched} ${CROWD_HEIGHT - running}V${y(ready).toFixed(1)}`;
    }
    const area = `V${top}H${to.toFixed(1)}`;
    paths.idle += last ? area : `M${from.toFixed(1)} ${CROWD_HEIGHT}${area}`;
    last = area;
  }
  return svg`
    ${ticks(0, most, 4).values.map((count) => svg`
      <path class="grid" d="M${left} ${y(count)}h${scale.width}"/>
      <text class="count" x=${left - 6} y=${y(count) - 3}>${number(count)}</text>`)}
    <svg class="hue-0" x=${left} width=${scale.width} height=${CROWD_HEIGHT}>
      <path class="area" d="${paths.idle}V${CROWD_HEIGHT}z"/>
      <path class="hatch" d=${paths.scheduled}/>
      <path class="solid" d=${paths.busy}/>
    </svg>`;
}

const ms = (/** @type {number} */ late) => `${late.toFixed(1)} ms`;

/**
 * How late the timers fired, as bars and in a sentence.
 * @param {Spread} lateness
 * @param {number} width
 */
export function histogram({ bins, median_ms, p95_ms, max_ms }, width) {
  const fired = bins.reduce((sum, { count }) => sum + count, 0);
  if (fired === 0) return "";
  const most = Math.max(...bins.map(({ count }) => count));
  const column = Math.min(84, width / bins.length);
  const said = `How late ${number(fired)} timers fired: half of them by at most ${ms(median_ms)}, 95 % by at most ${ms(p95_ms)}, the latest by ${ms(max_ms)}.`;
  return html`<p class="quiet">${said}</p>
    <svg class="drawing hue-0" role="img" aria-label=${said} width=${width} height="112">
      ${bins.map(({ from_ms, to_ms, count }, index) => {
        const height = count && Math.max(2, (count / most) * 72);
        const x = (index + 0.5) * column;
        return svg`<rect class="solid" x=${index * column + 3} y=${92 - height} width=${column - 6} height=${height}/>
          <text class="tick" x=${x} y=${86 - height}>${count ? number(count) : ""}</text>
          <text class="tick" x=${x} y="108">${from_ms}–${to_ms}${column > 60 ? " ms" : ""}</text>`;
      })}
    </svg>`;
}
