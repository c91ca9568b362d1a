// The cursor: where in the run the page stands, and the buttons that move it.

import { css, html } from "lit";
import { live } from "lit/directives/live.js";

import { number, seconds } from "../record/figures.js";
import { latest } from "../record/happening.js";
import { first, last, next, pause, play, previous } from "../icons.js";

/** @import { Replay } from "../types.js" */

/** How fast a run can be played, against the time that it took. */
const RATES = [0.1, 0.25, 0.5, 1, 2, 5];

/**
 * @param {{
 *   replay: Replay,
 *   n: number,
 *   names: (id: number) => string,
 *   playing: boolean,
 *   rate: number,
 *   onCursor: (n: number) => void,
 *   onPlay: () => void,
 *   onPause: () => void,
 *   onRate: (rate: number) => void,
 * }} props `n` events have happened
 */
export function scrubber({ replay, n, names, playing, rate, onCursor, onPlay, onPause, onRate }) {
  const { length } = replay;
  const state = replay.at(n);
  const where = `event ${number(n)} of ${number(length)}`;
  const toggle = playing ? onPause : onPlay;

  /**
   * @param {string} label
   * @param {string} key what the range does with this key
   * @param {unknown} icon
   * @param {() => void} onClick
   */
  const button = (label, key, icon, onClick) =>
    html`<button type="button" aria-label=${label} title="${label} (${key})" @click=${onClick}>${icon}</button>`;
  const to = (/** @type {number} */ n) => () => onCursor(Math.min(Math.max(n, 0), length));

  return html`<div class="scrubber" role="group" aria-label="Replay">
    <span class="steps">
      ${button("Start of the run", "Home", first, to(0))}
      ${button("Previous event", "←", previous, to(n - 1))}
      ${button(playing ? "Pause" : "Play", "Space", playing ? pause : play, toggle)}
      ${button("Next event", "→", next, to(n + 1))}
      ${button("End of the run", "End", last, to(length))}
    </span>
    <input type="range" min="0" max=${length} step="1" .value=${live(String(n))}
      aria-label="Event" aria-valuetext="${where}, ${seconds(state.at_ms)}: ${latest(state, names)}"
      @input=${(/** @type {Event} */ event) => onCursor(Number(/** @type {HTMLInputElement} */ (event.target).value))}
      @keydown=${(/** @type {KeyboardEvent} */ event) => {
        if (event.key !== " ") return;
        event.preventDefault();
        event.stopPropagation();
        toggle();
      }}>
    <output aria-live="off">${where} · ${seconds(state.at_ms)}</output>
    <select aria-label="Playing speed, against the time that the run took" title="How fast it is played, against the time that the run took"
      @change=${(/** @type {Event} */ event) => onRate(Number(/** @type {HTMLSelectElement} */ (event.target).value))}>
      ${RATES.map((choice) => html`<option value=${choice} .selected=${choice === rate}>plays ${choice}×</option>`)}
    </select>
  </div>`;
}

export const scrubberStyles = css`
  .scrubber { display: flex; gap: 6px 10px; align-items: center; padding: 6px 16px; }
  .scrubber .steps { display: flex; gap: 4px; }
  .scrubber button { min-height: 32px; padding: 0 7px; }
  .scrubber input { flex: 1 1 0; min-width: 60px; margin: 0; }
  /* As wide as it will be in most runs: the range keeps its length. */
  .scrubber output { min-width: 24ch; font: 12px var(--mono); white-space: nowrap; }
  .scrubber select { min-height: 32px; padding: 2px 4px; border-color: var(--line); font-size: 13px; }
  @container playground (max-width: 559.98px) {
    .scrubber { padding: 6px 12px 8px; }
    .scrubber .steps { display: contents; }
    .scrubber :is(.steps > :first-child, .steps > :last-child, select) { display: none; }
    /* The time stands in the sentence. */
    .scrubber output { position: absolute; clip-path: inset(50%); }
    .scrubber button { flex: none; min-width: 44px; min-height: 44px; }
    .scrubber .steps > :nth-child(4) { order: 1; }
  }
  /* Two columns that are just wide enough for what moves the cursor. */
  @container playground (960px <= width < 1090px) {
    .scrubber select { display: none; }
  }
  @media print {
    .scrubber { display: none; }
  }
`;
