// The timeline: a lane per task on one clock, with what each was doing at every moment.
//
// It is drawn for the width that there is, in two layers: what happened, which is drawn
// anew only when the run, the window or the width changes, and above it the cursor with
// the veil over what is still to come.

import { css, html, nothing, svg } from "lit";
import { guard } from "lit/directives/guard.js";

import { explained } from "../glossary.js";
import { seconds } from "../record/figures.js";
import { describe } from "../record/sentences.js";
import { earlier, later, whole, zoomIn, zoomOut } from "../icons.js";
import { crowdOf, histogram, latenessOf } from "./timeline/crowd.js";
import { AXIS_HEIGHT, BROKEN, LANE_HEIGHT, drawAxis, drawLanes, drawingStyles, layOut } from "./timeline/drawing.js";
import { nearest, pollAt, pollOf, stretchAt } from "./timeline/find.js";
import { STEP, gestures } from "./timeline/gestures.js";
import { historyOf } from "./timeline/history.js";
import { LATE_PIXELS, doing } from "./timeline/lane.js";
import { term } from "./term.js";

/** @import { Replay, RunRecord } from "../types.js" */
/** @import { Window } from "./timeline/scale.js" */
/** @import { Word } from "../glossary.js" */

/**
 * @param {{
 *   record: RunRecord,
 *   replay?: Replay,
 *   n: number,
 *   now_ms?: number,
 *   names: (id: number) => string,
 *   width: number,
 *   window: Window | undefined,
 *   links: boolean,
 *   selected: number | undefined,
 *   onCursor: (n: number) => void,
 *   onWindow: (window: Window | undefined) => void,
 *   onLinks: (links: boolean) => void,
 *   head?: unknown,
 *   end_ms?: number,
 *   lanes?: number,
 * }} props `n` events have happened; `width` is that of the element with the class `frame`;
 *   `end_ms` is the end of an axis that two runs share; `head` stands in place of the legend
 */
export function timeline(props) {
  const { record, n, names, width, links, selected, onCursor, onWindow, onLinks, head } = props;
  const history = historyOf(record);
  const { events } = record;
  const layout = layOut({ ...props, history });
  const { rows, crowded, scale, left, height, end, at_ms, live } = layout;
  const cursor_ms = live && n === events.length ? at_ms : (events[n - 1]?.at_ms ?? 0);
  const shown = { from_ms: scale.from_ms, to_ms: scale.to_ms };
  const isWhole = shown.from_ms === 0 && shown.to_ms === end;
  const inside = shown.from_ms <= cursor_ms && cursor_ms <= shown.to_ms;

  const laneAt = (/** @type {number} */ y) => rows[Math.floor((y - AXIS_HEIGHT) / LANE_HEIGHT)]?.lane;
  const gesture = gestures({
    shown,
    end_ms: end,
    left,
    width: scale.width,
    middle_ms: inside ? cursor_ms : (shown.from_ms + shown.to_ms) / 2,
    onWindow,
    onTime: (ms) => onCursor(nearest(events, ms)),
    onTap(ms, y, reach_ms) {
      const lane = laneAt(y);
      const poll = lane && pollAt(history.stretches(lane.id, at_ms), ms, reach_ms);
      onCursor(poll ? poll.n + 1 : nearest(events, ms));
    },
    onHover(ms, y, target) {
      const lane = laneAt(y);
      const stretch = lane && stretchAt(history.stretches(lane.id, at_ms), ms);
      target.title = stretch ? told(lane.id, stretch, names) : "";
    },
  });

  const x = left + scale.x(cursor_ms);
  const veiled = Math.max(left, Math.min(x, width));
  const chosen = selected === undefined || crowded ? undefined : events[selected];
  const still = [record, events.length, live && at_ms, width, scale.from_ms, scale.to_ms];
  return html`<div class="timeline" part="timeline" @keydown=${gesture.key}>
    <div class="bar">
      ${head ?? guard(still, () => legend(history, scale, crowded))}
      <span class="tools">
        ${crowded
          ? nothing
          : html`<label><input type="checkbox" .checked=${links} @change=${(/** @type {Event} */ event) => onLinks(/** @type {HTMLInputElement} */ (event.target).checked)}>links</label>`}
        ${[
          { name: "Earlier", icon: earlier, act: () => gesture.pan(-1), off: shown.from_ms === 0 },
          { name: "Later", icon: later, act: () => gesture.pan(1), off: shown.to_ms === end },
          { name: "Zoom out", icon: zoomOut, act: () => gesture.zoom(1 / STEP), off: isWhole },
          { name: "Zoom in", icon: zoomIn, act: () => gesture.zoom(STEP), off: false },
          { name: "Whole run", icon: whole, act: () => onWindow(undefined), off: isWhole },
        ].map(({ name, icon, act, off }) => html`<button type="button" class="plain" title=${name} aria-label=${name} aria-disabled=${off} @click=${act}>${icon}</button>`)}
      </span>
      ${links && !crowded ? linkLegend : nothing}
    </div>
    <div class="frame" role="group" tabindex="0" aria-label="Timeline: plus and minus zoom, 0 shows the whole run, the arrow keys move along it">
      ${width > 0
        ? html`<div class="stage" @pointerdown=${gesture.down} @pointermove=${gesture.move} @pointerup=${gesture.up} @pointercancel=${gesture.up} @wheel=${gesture.wheel}>
          <svg class="drawing axis" aria-hidden="true" width=${width} height=${AXIS_HEIGHT} viewBox="0 0 ${width} ${AXIS_HEIGHT}">
            ${guard(still, () => drawAxis(layout))}
            ${inside ? svg`<path class="grip" d="M${x - 5} 20h10v5l-5 5l-5-5z"/>` : nothing}
          </svg>
          ${guard([...still, links], () => html`<svg class="drawing lanes" role="img" aria-label="Timeline: ${describe(record)}" width=${width} height=${height} viewBox="0 0 ${width} ${height}">
            ${drawLanes(layout, record, history, names, links)}
          </svg>`)}
          <svg class="over" aria-hidden="true" width=${width} height=${height}>
            <rect class="veil" x=${veiled} width=${width - veiled} height=${height}/>
            ${chosen ? svg`<svg x=${left} width=${scale.width} height=${height}>${mark(chosen.task, chosen.n)}</svg>` : nothing}
            ${inside ? svg`<path class="cursor" d="M${x} 0v${height}"/>` : nothing}
          </svg>
        </div>
        ${crowded ? guard([crowdOf(record), width], () => histogram(latenessOf(record), width)) : nothing}`
        : html`<svg class="drawing" width="0" height=${AXIS_HEIGHT + height} aria-hidden="true"></svg>`}
    </div>
  </div>`;

  /**
   * A frame around the poll of an event.
   * @param {number} task
   * @param {number} event
   */
  function mark(task, event) {
    const row = rows.findIndex(({ lane }) => lane.id === task);
    const poll = pollOf(history.stretches(task, at_ms), event);
    if (row < 0 || !poll) return nothing;
    const from = Math.max(scale.x(poll.from_ms), 0);
    const to = Math.min(Math.max(scale.x(poll.to_ms), from + 3), scale.width);
    return to < from ? nothing : svg`<rect class="chosen" x=${from - 2.5} y=${row * LANE_HEIGHT + 3.5} width=${to - from + 5} height="25" rx="3"/>`;
  }
}

/**
 * @param {number} id
 * @param {import("../types.js").Interval} stretch
 * @param {(id: number) => string} names
 */
function told(id, stretch, names) {
  const { from_ms, to_ms } = stretch;
  return `${names(id)}: ${doing(stretch, names)}, from ${seconds(from_ms)} to ${seconds(to_ms)}`;
}

/** The words for the marks of `BROKEN`. */
const ENDS = /** @type {const} */ ({ abort: "aborted", panic: "panicked" });

/**
 * What the patterns mean: a small piece of each that is there to be seen.
 * @param {import("./timeline/history.js").History} history
 * @param {import("./timeline/scale.js").Scale} scale
 * @param {boolean} crowded
 */
const legend = ({ blocked, broken, latest_ms }, scale, crowded) => html`<span class="legend drawing">
  ${/** @type {{ word: Word, sample: unknown }[]} */ ([
    { word: "running", sample: svg`<path class="busy" d="M0 7h14"/>` },
    { word: "ready", sample: svg`<path class="scheduled" d="M0 7h14"/>` },
    { word: "waiting", sample: svg`<path class="idle" d="M0 7h14"/><path class="floor" d="M0 13.5h14"/>` },
    { word: "printed", sample: !crowded && svg`<path class="logged" d="M7 7h0"/>` },
    { word: "blocked", sample: !crowded && blocked.length > 0 && svg`<path class="blocked" d="M0 0h14v14H0z"/>` },
    { word: "timer late", sample: !crowded && latest_ms * scale.perMs >= LATE_PIXELS && svg`<path class="late" d="M1 4v6m0-3H14"/>` },
    ...Object.entries(BROKEN).map(([kind, d]) => ({
      word: ENDS[/** @type {keyof typeof ENDS} */ (kind)],
      sample: !crowded && [...broken.values()].some((end) => end.kind === kind) && svg`<path class="broken" transform="translate(7 7)" d=${d}/>`,
    })),
  ]).filter(({ sample }) => sample).map(({ word, sample }) => html`<span><svg width="14" height="14" aria-hidden="true">${sample}</svg>${term(explained(word), word)}</span>`)}
</span>`;

const linkLegend = html`<span class="legend drawing">
  ${/** @type {const} */ (["spawn", "wake", "join"]).map((kind) => html`<span><svg width="20" height="14" aria-hidden="true">${svg`<path class="link ${kind}" d="M0 7h19m-4-4l4 4l-4 4"/>`}</svg>${term(explained(kind), kind)}</span>`)}
</span>`;

export const timelineStyles = css`
  ${drawingStyles}
  /* What moves beside it paints nothing of it anew. */
  .timeline { contain: paint; display: flex; flex-direction: column; min-height: 0; padding: 6px 16px 8px; }
  /* The legend grows with what there is to see, and has room for that. */
  .timeline .bar { display: flex; flex: none; flex-wrap: wrap; gap: 0 16px; align-items: center; min-height: 36px; font-size: 13px; }
  .timeline .legend { display: flex; flex: 1 1 0; flex-wrap: wrap; gap: 0 14px; min-width: 190px; color: var(--soft); font-size: 12px; line-height: 17px; }
  .timeline .legend + .tools + .legend { flex-basis: 100%; }
  .timeline .legend span { display: inline-flex; gap: 5px; align-items: center; }
  .timeline .tools { display: flex; gap: 0; align-items: center; margin-left: auto; color: var(--soft); }
  .timeline .tools label { display: flex; gap: 6px; align-items: center; min-height: 28px; margin-right: 8px; }
  .timeline .tools input { width: 15px; min-height: 15px; margin: 0; accent-color: var(--ink); }
  .timeline .tools button { min-width: 26px; padding: 2px 4px; }
  .timeline [aria-disabled="true"] { opacity: 0.45; cursor: default; }
  .timeline .frame { flex: 1 1 auto; min-height: 0; max-height: 484px; overflow: hidden auto; }
  .timeline .frame > p { margin-top: 14px; font-size: 13px; }
  /* Along the run is ours, down the page is the browser's. */
  .timeline .stage { position: relative; touch-action: pan-y; user-select: none; }
  .timeline .axis { position: sticky; top: 0; z-index: 1; background: var(--card); cursor: ew-resize; touch-action: none; }
  .timeline .grip { fill: var(--now); }
  /* A layer of its own: moving the cursor paints none of the lanes anew. */
  .timeline .over { position: absolute; left: 0; bottom: 0; pointer-events: none; will-change: transform; }
  .timeline .veil { fill: var(--card); fill-opacity: 0.66; }
  .timeline .cursor { stroke: var(--now); stroke-width: 2px; }
  .timeline .chosen { fill: none; stroke: var(--ink); stroke-width: 1.5px; }
  @container playground (max-width: 560px) {
    .timeline { padding-inline: 10px; }
    .timeline .legend { flex-basis: 100%; gap: 0 12px; min-height: 48px; }
  }
  @media print {
    .timeline { contain: none; }
    .timeline .frame { max-height: none; overflow: visible; }
    /* Drawn for the screen: on paper there may be less room. */
    .timeline .stage > svg { max-width: 100%; height: auto; }
    .timeline .tools, .timeline .over, .timeline .grip { display: none; }
    .timeline .axis { position: static; }
  }
`;
