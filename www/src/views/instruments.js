// All that shows a run at the cursor. Loaded when programs can run: nobody waits for it.

import { css, html, nothing } from "lit";
import { guard } from "lit/directives/guard.js";

import { shortName } from "../record/names.js";
import { warning } from "../icons.js";
import { answers, answersStyles } from "./answers.js";
import { chips, chipsStyles } from "./chips.js";
import { clock, clockStyles } from "./clock.js";
import { comparison, comparisonStyles } from "./comparison.js";
import { countDiagnoses, diagnoses, diagnosesStyles } from "./diagnoses.js";
import { log, logStyles } from "./log.js";
import { loop, loopStyles } from "./loop.js";
import { panels, panelsStyles } from "./panels.js";
import { scrubber, scrubberStyles } from "./scrubber.js";
import { smallRun } from "./small.js";
import { sentence, sentenceStyles } from "./sentence.js";
import { tasks, tasksStyles } from "./tasks.js";
import { timeline, timelineStyles } from "./timeline.js";
import { summary, transcript, transcriptStyles } from "./transcript.js";
import { verdict, verdictStyles } from "./verdict.js";

export { answers };

/** @import { Replay, RunEvent, RunRecord, Scenario } from "../types.js" */
/** @import { Heartbeat } from "../controllers/heartbeat.js" */
/** @import { Prediction } from "../controllers/prediction.js" */
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
 * @property {Heartbeat | undefined} heartbeat
 * @property {readonly string[]} differing what was set otherwise for this run
 * @property {boolean} isOld whether the program was changed since
 * @property {ReturnType<Prediction["seen"]> & { over: boolean } | undefined} predicted what became of the prediction, and whether there was one and the run is over; none where nothing is asked
 * @property {string} view
 * @property {string | undefined} panel which one the reader has chosen
 * @property {readonly string[]} without what is left out
 * @property {boolean} printing
 * @property {string} copied the text that was copied last
 * @property {boolean} playing
 * @property {number} rate
 * @property {number} width of the timeline, in CSS pixels
 * @property {unknown} still another one when anything has changed but the cursor
 * @property {Window | undefined} window
 * @property {boolean} links
 * @property {(n: number) => void} onCursor
 * @property {() => void} onPlayOrPause
 * @property {(rate: number) => void} onRate
 * @property {(window: Window | undefined) => void} onWindow
 * @property {(links: boolean) => void} onLinks
 * @property {(name: string) => void} onPanel
 * @property {(text: string) => void} onCopy
 */

/**
 * Read from top to bottom, they are one instrument.
 * @param {Shown} shown
 */
export function instruments(shown) {
  const { scenario, record, replay, n, simulated, other, heartbeat, differing, isOld, view, playing, rate, still } = shown;
  const { onCursor, onPlayOrPause, onRate } = shown;
  const names = namesOf(record);
  const ended = record.outcome !== "running";
  const canvas = other ? besides(shown, other) : draw(shown, record, n);
  const dock = html`<div class="dock">
    ${scrubber({ replay, n, names, playing, rate, onCursor, onPlay: onPlayOrPause, onPause: onPlayOrPause, onRate })}
    ${sentence(replay.at(n), names, scenario.source.rust)}
  </div>`;
  const status = guard([still], () => html`<p class="hidden" role="status">${ended ? summary(record, simulated) : nothing}</p>`);
  if (view === "small") return html`${smallRun({ timeline: canvas, log: printed(shown, names), dock })}${status}`;
  return html`
    ${view === "projector" ? nothing : guard([still], () => verdict({ scenario, record, simulated, elapsed_ms: heartbeat?.elapsed_ms ?? 0, differing, isOld }, heartbeat?.render(), marks(shown)))}
    <div class="canvas">${canvas}</div>
    ${dock}
    ${view === "projector" ? nothing : beneath(shown, names)}
    ${status}`;
}

/**
 * What there is to know of a run at its end, in a word or two, leading to where it is told.
 * @param {Shown} shown
 */
function marks({ record, predicted, onPanel }) {
  const count = record.outcome === "running" ? 0 : countDiagnoses(record);
  return html`<div class="marks">
    ${predicted ? chips(predicted) : nothing}
    ${count > 0 ? html`<button type="button" class="plain found" @click=${() => onPanel("found")}>${warning}${count === 1 ? "1 diagnosis" : `${count} diagnoses`}</button>` : nothing}
  </div>`;
}

/**
 * What was printed, unless it is left out.
 * @param {Shown} shown
 * @param {(id: number) => string} names
 */
function printed({ record, n, without, printing, copied, still, onCursor, onCopy }, names) {
  return without.includes("log") ? nothing : log({ record, n, names, printing, copied, still, onCursor, onCopy });
}

/**
 * @param {Shown} shown
 * @param {(id: number) => string} names
 */
function beneath(shown, names) {
  const { record, replay, n, simulated, predicted, view, panel, without, printing, still, onCursor, onPanel, onCopy } = shown;
  if (view === "compact") return printed(shown, names);
  const ended = record.outcome !== "running";
  const found = ended ? countDiagnoses(record) : 0;
  const state = replay.at(n);
  const all = [
    { name: "now", title: without.includes("log") ? "Loop" : "Loop and log", content: () => html`${loop({ state, names, onCursor })}${printed(shown, names)}` },
    { name: "predicted", title: "Prediction", content: () => predicted && answers(predicted), when: predicted !== undefined && (predicted.over || !printing) },
    { name: "tasks", title: "Tasks", content: () => tasks({ record, state, names }), when: true },
    { name: "clock", title: "Clock", content: () => clock({ record, simulated, names }), when: ended },
    { name: "words", title: "In words", content: () => transcript({ record, onCopy }), when: ended },
    { name: "found", title: html`Diagnoses <span class="count">${found}</span>`, content: () => diagnoses(record), when: found > 0 },
  ].filter(({ when = true }) => when);
  // Why a run failed is what one wants to know of it, or whether one was right.
  const first = record.error ? "found" : predicted?.over ? "predicted" : "now";
  return panels({ panels: all, chosen: panel ?? first, printing, still, onChoose: onPanel });
}

/**
 * Both runs of a comparison.
 * @param {Shown} shown
 * @param {Side} other
 */
function besides(shown, other) {
  const { scenario, record, simulated, replay, n } = shown;
  const at_ms = n === replay.length ? Infinity : replay.at(n).at_ms;
  return comparison({
    left: { scenario, record, simulated, running: record.outcome === "running" },
    right: other,
    timelineOf: (side, end_ms, head) => {
      const run = side.record ?? side.simulated;
      if (!run) return head;
      return draw(shown, run, run === record ? n : eventsUntil(run.events, at_ms), { end_ms, head });
    },
  });
}

/** Reads on what a run has done since it was last shown. */
export { historyOf as readOn } from "./timeline/history.js";

/**
 * A run on the timeline: the one that is shown, or the one beside it.
 * @param {Shown} shown
 * @param {RunRecord} record
 * @param {number} n
 * @param {{ end_ms: number, head: unknown }} [shared] the end of a clock that two runs share, and whose run this is
 */
function draw({ record: own, replay, simulated, heartbeat, width, window, links, onCursor, onWindow, onLinks, ...shown }, record, n, shared) {
  const isOwn = record === own;
  const live = record.outcome === "running";
  return timeline({
    record,
    replay: isOwn ? replay : undefined,
    n,
    now_ms: isOwn && live ? heartbeat?.elapsed_ms : undefined,
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
    end_ms: shared?.end_ms ?? (live ? simulated?.elapsed_ms : undefined),
    // And so is how many lanes there will be: what stands below them stands still.
    head: shared?.head,
    lanes: isOwn && !shared ? simulated?.tasks.length : undefined,
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

export const instrumentsStyles = [
  verdictStyles,
  timelineStyles,
  comparisonStyles,
  scrubberStyles,
  sentenceStyles,
  panelsStyles,
  loopStyles,
  logStyles,
  tasksStyles,
  clockStyles,
  transcriptStyles,
  diagnosesStyles,
  answersStyles,
  chipsStyles,
  css`
    .canvas { display: flex; flex-direction: column; min-width: 0; }
    /* Always as wide: what is said at the end of the run moves none of the figures. */
    .marks { display: flex; flex: 0 0 136px; flex-direction: column; align-items: start; padding: 9px 0 4px; }
    .marks .plain { margin-left: -8px; min-height: 26px; }
    .marks .found { color: var(--bad); }
    .tabs .count { padding: 0 6px; border-radius: 9px; background: var(--raised); font-size: 11.5px; }
    @container playground (max-width: 559.98px) {
      .marks { flex: 1 0 100%; flex-flow: row wrap; gap: 0 16px; align-items: center; min-height: 34px; padding: 0 14px 6px; }
      .marks .said { display: flex; flex-wrap: wrap; gap: 0 16px; }
    }
    @container playground (min-width: 960px) {
      .canvas { flex: 0 1 auto; overflow: hidden; min-height: 150px; }
      .dock { flex: none; }
      :host([view="compact"]) .marks { display: none; }
      .panels { flex: 1 1 200px; min-height: 200px; }
      .canvas:has(.comparison) ~ .panels { flex-basis: 140px; min-height: 140px; }
      :host([view="compact"]) .log { max-height: 320px; }
    }
  `,
];
