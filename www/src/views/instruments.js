// All that shows a run at the cursor, apart from its log and its source. Loaded when
// programs can run: nobody waits for it.

import { html, nothing } from "lit";

import { shortName } from "../record/names.js";
import { clock, clockStyles } from "./clock.js";
import { comparison, comparisonStyles } from "./comparison.js";
import { loop, loopStyles } from "./loop.js";
import { scrubber, scrubberStyles } from "./scrubber.js";
import { tasks, tasksStyles } from "./tasks.js";
import { termStyles } from "./term.js";
import { timeline, timelineStyles } from "./timeline.js";
import { summary, transcript, transcriptStyles } from "./transcript.js";

/** @import { Replay, RunEvent, RunRecord, Scenario } from "../types.js" */
/** @import { Side } from "./comparison.js" */
/** @import { Window } from "./timeline/scale.js" */

/**
 * @typedef {object} Shown
 * @property {Scenario} scenario
 * @property {RunRecord} record
 * @property {Replay} replay
 * @property {number} n how many events have happened
 * @property {RunRecord | undefined} simulated
 * @property {Side | undefined} other the run to compare with
 * @property {boolean} full
 * @property {number} elapsed_ms of a run that goes on
 * @property {boolean} playing
 * @property {number} rate
 * @property {number} width of the timeline, in CSS pixels
 * @property {Window | undefined} window
 * @property {boolean} links
 * @property {(n: number) => void} onCursor
 * @property {() => void} onPlayOrPause
 * @property {(rate: number) => void} onRate
 * @property {(window: Window | undefined) => void} onWindow
 * @property {(links: boolean) => void} onLinks
 * @property {(text: string) => void} onCopy
 */

/**
 * The timeline, the scrubber and the loop: read from top to bottom, they are one instrument.
 * @param {Shown} shown
 */
export function instrument(shown) {
  const { record, replay, n, other, full, playing, rate, onCursor, onPlayOrPause, onRate } = shown;
  const names = namesOf(record);
  return html`
    ${other ? nothing : draw(shown, record, n)}
    ${scrubber({ replay, n, names, playing, rate, onCursor, onPlay: onPlayOrPause, onPause: onPlayOrPause, onRate })}
    ${full ? loop({ state: replay.at(n), names, onCursor }) : nothing}`;
}

/**
 * Both runs of a comparison.
 * @param {Shown} shown
 */
export function besides(shown) {
  const { scenario, record, simulated, replay, n, other } = shown;
  if (!other) return nothing;
  const at_ms = n === replay.length ? Infinity : replay.at(n).at_ms;
  return comparison({
    left: { scenario, record, simulated, running: record.outcome === "running" },
    right: other,
    timelineOf: (side, end_ms) => {
      const run = side.record ?? side.simulated;
      if (!run) return nothing;
      return draw(shown, run, run === record ? n : eventsUntil(run.events, at_ms), end_ms);
    },
  });
}

/**
 * What is read after the run: its tasks, its clock, and the run in words.
 * @param {Shown} shown
 */
export function afterwards({ record, replay, n, simulated, full, onCopy }) {
  const names = namesOf(record);
  const ended = record.outcome !== "running";
  return html`
    ${full ? tasks({ record, state: replay.at(n), names }) : nothing}
    ${full && ended ? clock({ record, simulated, names }) : nothing}
    ${full && ended ? transcript({ record, onCopy }) : nothing}
    <p class="hidden" role="status">${ended ? summary(record, simulated) : nothing}</p>`;
}

/** Reads on what a run has done since it was last shown. */
export { historyOf as readOn } from "./timeline/history.js";

/**
 * A run on the timeline: the one that is shown, or the one beside it.
 * @param {Shown} shown
 * @param {RunRecord} record
 * @param {number} n
 * @param {number} [end_ms] the end of a clock that two runs share
 */
function draw({ record: own, replay, simulated, elapsed_ms, width, window, links, onCursor, onWindow, onLinks, ...shown }, record, n, end_ms) {
  const isOwn = record === own;
  const live = record.outcome === "running";
  return timeline({
    record,
    replay: isOwn ? replay : undefined,
    n,
    now_ms: isOwn && live ? elapsed_ms : undefined,
    names: namesOf(record),
    width,
    window,
    links,
    selected: isOwn && shown.n < replay.length && n > 0 ? n - 1 : undefined,
    // There is one cursor: a place in the other run is the same moment in this one.
    onCursor: (n) => onCursor(isOwn ? n : eventsUntil(own.events, record.events[n - 1]?.at_ms ?? 0)),
    onWindow,
    onLinks,
    // Where a run will end is foreseen, so its axis stands still while it grows.
    end_ms: end_ms ?? (live ? simulated?.elapsed_ms : undefined),
  });
}

/** @param {RunRecord} record */
function namesOf({ tasks }) {
  return (/** @type {number} */ id) => shortName({ id }, tasks);
}

/**
 * How many events have happened by a time.
 * @param {readonly RunEvent[]} events
 * @param {number} ms
 */
function eventsUntil(events, ms) {
  const later = events.findIndex(({ at_ms }) => at_ms > ms);
  return later < 0 ? events.length : later;
}

export const replayStyles = [timelineStyles, scrubberStyles, loopStyles, comparisonStyles, tasksStyles, clockStyles, transcriptStyles, termStyles];
