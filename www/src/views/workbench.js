// The workbench: the program on the left, its run on the right. Where there is no room for that, the run stands below,
// with the scrubber and the sentence at its lower end.
//
// What appears has its place from the beginning: every part has its height before it has
// something to show, and a part that has more to show scrolls for itself.
//
// It is the root of all that the element draws, and takes nothing from the page around (styles.js).

import { css, html, nothing } from "lit";

/**
 * @param {unknown} program
 * @param {unknown} run
 * @param {object} [more]
 * @param {string} [more.scheme] `light` or `dark`, if the page around says it
 * @param {unknown} [more.head] above both
 * @param {string} [more.shown] of both, where there is room for one
 */
export function workbench(program, run, { scheme = "", head = nothing, shown } = {}) {
  return html`<div class="root bench ${scheme}" part="bench" lang="en" dir="ltr" tabindex="-1" data-shown=${shown ?? nothing}>
    ${head}
    <div class="side scrolls" part="program">${program}</div>
    <section class="side run-side" part="run" aria-label="The run">${run}</section>
  </div>`;
}

export const workbenchStyles = css`
  .bench { display: flex; flex-direction: column; block-size: 100%; overflow: clip; border: 1px solid var(--line); border-radius: var(--async-playground-radius, 12px); background: var(--card); }
  /* It takes the focus of a click, and is nothing to be used by itself. */
  .bench:focus { outline: 0; }
  /* What is only to be heard is cut off with the rest. */
  .side { position: relative; display: flex; flex-direction: column; min-width: 0; min-height: 0; }
  .before, .predict { flex: 1 1 auto; overflow-y: auto; min-height: 0; border-top: 1px solid var(--line); }
  .before { padding: 22px 18px; color: var(--soft); }
  .poster { margin-top: 12px; color: var(--ink); font: 13px/19px var(--mono); white-space: pre-wrap; overflow-wrap: anywhere; }
  /* Who predicts runs by the last button of the questions. */
  .run-side:has(.predict) .controls .primary { border-color: var(--edge); background: var(--card); color: var(--ink); }
  .dock { display: flex; flex-direction: column; border-block: 1px solid var(--line); background: var(--card); }

  @container playground (min-width: 960px) {
    .bench { display: grid; grid-template: minmax(0, 1fr) / minmax(0, 44fr) minmax(0, 56fr); }
    .run-side { border-left: 1px solid var(--line); }
    /* Without a program, its run has all of the room. */
    .bench:not(:has(.source)) { display: flex; }
    .bench:not(:has(.source)) .side:not(.run-side) { flex: none; max-block-size: 45%; }
    .bench:not(:has(.source)) .lesson { max-height: none; }
    .bench:not(:has(.source)) .run-side { flex: 1 1 0; border-left: 0; }
    /* To be read from the last row. */
    :host([view="projector"]) .bench { zoom: 1.4; }
    :host([view="projector"]) .canvas { flex: 1 1 auto; }
    :host([view="projector"]) :is(kbd, .controls .square.plain, .scrubber select) { display: none; }
  }

  /* Last in the row, the dock stays at the bottom as long as any of the run is there. */
  @container playground (max-width: 959.98px) {
    .side { flex: 1 1 auto; overflow-y: auto; }
    .side:not(.run-side) { flex: none; max-block-size: 45%; }
    /* As tall whatever is said below the program. */
    .side:has(> .source) { flex-basis: 45%; }
    .side:not(.run-side) > * { flex: none; }
    .dock { position: sticky; bottom: 0; z-index: 2; order: 3; border-radius: 0 0 var(--async-playground-radius, 12px) var(--async-playground-radius, 12px); box-shadow: 0 -6px 16px rgb(0 0 0 / 0.07); }
    .dock .sentence { order: -1; }
    /* The timeline first: the figures are read when it is over. What is printed grows, and stands below both. */
    .run-side .figures { order: 1; }
    .run-side > :is(.log, .panels) { flex: none; order: 2; }
    /* What is scrolled to, as by the focus, is not under it. */
    .bench :not(.dock, .dock *) { scroll-margin-bottom: 160px; }
  }

  /* On a phone, controls have several rows: the program leaves the timeline its place. */
  @container playground (max-width: 420px) {
    .side:has(> .source) { flex-basis: 38%; max-block-size: 38%; }
  }

  /* The program stands in sight above it. */
  :host([view="compact"]) .sentence { justify-content: center; block-size: 52px; }
  :host([view="compact"]) .spoken-of { display: none; }
  :host([view="compact"]) .lesson { padding-block: 10px 9px; }
  :host([view="compact"]) .lesson h2 { font-size: 19px; }
  @media print {
    .bench { display: block; block-size: auto; overflow: visible; border: 0; }
    .side { display: block; overflow: visible; max-block-size: none !important; }
  }
`;
