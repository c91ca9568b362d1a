// The part of a timeline that stays as it is while the cursor moves.

import { css, nothing, svg } from "lit";

import { hue } from "../../palette.js";
import { CROWD_HEIGHT, MOST_LANES, crowdOf, drawCrowd } from "./crowd.js";
import { drawLane, drawLate, drawLogs } from "./lane.js";
import { drawLinks } from "./links.js";
import { createScale, roundUp, tickLabel, ticks, windowAt } from "./scale.js";

/** @import { RunRecord } from "../../types.js" */
/** @import { History } from "./history.js" */
/** @import { Scale, Window } from "./scale.js" */

export const AXIS_HEIGHT = 30;
export const LANE_HEIGHT = 32;

/** A character of the lanes' names, at 12 px in a font of one width. */
const CHARACTER = 7.3;
const INDENT = 12;
/** Deeper lanes stand no farther to the right. */
const DEEPEST = 4;

/** The marks of lanes that did not end well: a cross, and an exclamation mark. */
export const BROKEN = { abort: "M-5-5l10 10m0-10l-10 10", panic: "M0-7v8m0 3v3" };

/** What two ticks are apart at least. */
const TICK_PIXELS = 80;

/**
 * Where everything is.
 * @param {{
 *   record: RunRecord,
 *   history: History,
 *   names: (id: number) => string,
 *   width: number,
 *   window?: Window,
 *   now_ms?: number,
 *   end_ms?: number,
 *   lanes?: number,
 * }} props `lanes`: for how many there must be room; that of main is always there
 */
export function layOut({ record, history, names, width, window, now_ms, end_ms = 0, lanes = 1 }) {
  const live = record.outcome === "running";
  const at_ms = live ? Math.max(now_ms ?? 0, record.elapsed_ms) : record.elapsed_ms;
  // A run that goes on past the expected end is drawn on an axis that grows by leaps, so
  // that it can be read meanwhile. A run that took no time has an axis all the same.
  const end = live && at_ms > end_ms ? roundUp(Math.max(at_ms, 100)) : Math.max(end_ms, at_ms, 1);
  // A window may be left over from a longer run.
  const within = window && windowAt(window.from_ms, window.to_ms - window.from_ms, end);
  const crowded = history.lanes.length > MOST_LANES;
  const rows = crowded ? [] : history.rows;
  const indent = (/** @type {number} */ depth) => Math.min(depth, DEEPEST) * INDENT;
  const longest = Math.max(0, ...rows.map(({ lane, depth }) => names(lane.id).length * CHARACTER + indent(depth)));
  const left = Math.round(Math.max(48, Math.min(longest + 8, width * 0.3)));
  return {
    rows,
    crowded,
    indent,
    left,
    end,
    at_ms,
    live,
    height: crowded || lanes > MOST_LANES ? CROWD_HEIGHT : Math.max(rows.length, lanes) * LANE_HEIGHT,
    scale: createScale(within ?? { from_ms: 0, to_ms: end }, width - left),
  };
}

/** @typedef {ReturnType<typeof layOut>} Layout */

/** @param {Layout} layout */
export function drawAxis({ scale, left }) {
  const { step, values } = ticks(scale.from_ms, scale.to_ms, scale.width / TICK_PIXELS);
  return values.map((ms) => {
    const x = scale.x(ms);
    // The label of the last tick must not leave the picture.
    const anchor = x > scale.width - 28 ? "end" : "middle";
    return svg`<text class="tick" x=${left + (anchor === "end" ? scale.width - 2 : x)} y="15" text-anchor=${anchor}>${tickLabel(ms, step)}</text>
      <path class="grid" d="M${left + x} 21v${AXIS_HEIGHT - 21}"/>`;
  });
}

/**
 * @param {Layout} layout
 * @param {RunRecord} record
 * @param {History} history
 * @param {(id: number) => string} names
 * @param {boolean} links
 */
export function drawLanes(layout, record, history, names, links) {
  const { rows, scale, left, height, at_ms } = layout;
  const grid = ticks(scale.from_ms, scale.to_ms, scale.width / TICK_PIXELS).values;
  const lines = svg`<path class="grid" d=${grid.map((ms) => `M${(left + scale.x(ms)).toFixed(1)} 0v${height}`).join("")}/>`;
  if (layout.crowded) return svg`${lines}${drawCrowd(crowdOf(record), scale, left)}`;

  const room = (/** @type {number} */ depth) => Math.floor((left - 8 - layout.indent(depth)) / CHARACTER);
  return svg`${lines}
    ${rows.map(({ lane, depth }, row) => {
      const name = names(lane.id);
      return svg`<text class="name hue-${hue(lane.id)}" x=${layout.indent(depth)} y=${row * LANE_HEIGHT + 20}><title>${lane.name}</title>${shortened(name, room(depth))}</text>`;
    })}
    <svg x=${left} width=${scale.width} height=${height}>
      <path class="blocked" d=${blockedRows(layout, history)}/>
      ${rows.map(({ lane }, row) => {
        const { busy, scheduled, idle, labels } = drawLane(history.stretches(lane.id, at_ms), scale, names);
        const broken = history.broken.get(lane.id);
        return svg`<g class="lane hue-${hue(lane.id)}" data-task=${lane.id} transform="translate(0 ${row * LANE_HEIGHT})">
          <g transform="translate(0 16)">
            <path class="idle" d=${idle}/>
            <path class="floor" d=${idle} transform="translate(0 7)"/>
            <path class="scheduled" d=${scheduled}/>
            <path class="busy" d=${busy}/>
          </g>
          <path class="late" d=${drawLate(history.fired[lane.id], scale)} transform="translate(0 28.5)"/>
          <path class="logged" d=${drawLogs(history.logs[lane.id], scale)} transform="translate(0 3)"/>
          ${labels.map(({ x, text, state }) => svg`<text class="what ${state}-what" x=${x} y="20">${text}</text>`)}
          ${broken
            ? svg`<path class="broken ${broken.kind}" transform="translate(${scale.x(broken.at_ms).toFixed(1)} 16)" d=${BROKEN[broken.kind]}/>`
            : nothing}
        </g>`;
      })}
      ${links ? Object.entries(drawLinks(history.links, scale, middles(rows))).map(([kind, d]) => svg`<path class="link ${kind}" d=${d}/>`) : nothing}
    </svg>`;
}

/**
 * While one task blocks, all lanes stand still but the workers, which have threads of their own.
 * @param {Layout} layout
 * @param {History} history
 */
function blockedRows({ rows, scale }, history) {
  let path = "";
  for (const { from_ms, to_ms } of history.blocked) {
    const from = Math.max(scale.x(from_ms), 0);
    const to = Math.min(Math.max(scale.x(to_ms), from + 1), scale.width);
    if (to <= from) continue;
    for (const [row, { lane }] of rows.entries()) {
      if (lane.kind !== "worker") path += `M${from.toFixed(1)} ${row * LANE_HEIGHT}H${to.toFixed(1)}v${LANE_HEIGHT}H${from.toFixed(1)}z`;
    }
  }
  return path;
}

/**
 * A name without its middle, if it is too long: its number stays.
 * @param {string} name
 * @param {number} most
 */
function shortened(name, most) {
  if (name.length <= most) return name;
  const number = name.match(/ \d+$/)?.[0] ?? "";
  return `${name.slice(0, Math.max(1, most - number.length - 1)).trimEnd()}…${number}`;
}

/** @param {Layout["rows"]} rows */
function middles(rows) {
  const middle = new Map(rows.map(({ lane }, row) => [lane.id, row * LANE_HEIGHT + LANE_HEIGHT / 2]));
  return (/** @type {number} */ id) => middle.get(id);
}

export const drawingStyles = css`
  .drawing { display: block; font-family: system-ui, "Segoe UI", sans-serif; font-size: 11px; font-variant-numeric: tabular-nums; }
  .drawing path { fill: none; }
  .drawing .grid { stroke: var(--line); }
  .drawing .tick { fill: var(--soft); font-size: 12px; text-anchor: middle; }
  .drawing .tick[text-anchor="end"] { text-anchor: end; }
  .drawing .count { fill: var(--soft); text-anchor: end; }
  .drawing .name { fill: currentColor; font: 600 12px var(--mono); }
  .drawing .blocked { fill: var(--edge); fill-opacity: 0.38; }
  .drawing .idle { stroke: currentColor; stroke-opacity: 0.16; stroke-width: 15px; }
  .drawing .floor { stroke: currentColor; }
  .drawing .scheduled { stroke: currentColor; stroke-width: 15px; stroke-dasharray: 2 2; }
  .drawing .busy { stroke: currentColor; stroke-width: 20px; }
  .drawing .late { stroke: var(--bad); stroke-width: 1.5px; }
  .drawing .logged { stroke: var(--ink); stroke-width: 4px; stroke-linecap: round; }
  .drawing .what { fill: var(--ink); }
  .drawing .blocked-what { fill: var(--card); font-weight: 600; }
  .drawing .broken { stroke: var(--bad); stroke-width: 2.5px; }
  .drawing .link { stroke: var(--ink); stroke-linejoin: round; }
  .drawing .wake { stroke-dasharray: 1 3; stroke-linecap: round; stroke-width: 1.5px; }
  .drawing .join { stroke-dasharray: 5 3; }
  .drawing .area { fill: currentColor; fill-opacity: 0.18; }
  .drawing .hatch { stroke: currentColor; }
  .drawing .solid { fill: currentColor; }
  @media (forced-colors: active) { .drawing .grid { stroke-opacity: 0.4; } }
`;
