// The small view: what fits 350 px. One row has the title and says what is seen under it, the next one has Run; then comes
// the program or the run, as its timeline or its log, and at the lower end scrubber and sentence. A run that begins is
// what one wants to see. Where there is room for both, the program stays beside its run.

import { css, html, nothing } from "lit";

import { tabs } from "./tabs.js";

/** @typedef {"program" | "timeline" | "log"} Shown */

/** @type {{ name: Shown, title: string, class: string, panel: string }[]} */
const TABS = [
  { name: "program", title: "Program", class: "of-program", panel: "code" },
  { name: "timeline", title: "Timeline", class: "", panel: "panel-timeline" },
  { name: "log", title: "Log", class: "", panel: "panel-log" },
];

/**
 * What stands above program and run.
 * @param {object} props
 * @param {string | undefined} props.title
 * @param {readonly string[]} props.without what is left out
 * @param {Shown} props.shown
 * @param {unknown} props.controls
 * @param {unknown} props.wrong
 * @param {(shown: string) => void} props.onShow
 */
export function head({ title, without, shown, controls, wrong, onShow }) {
  const offered = TABS.filter(({ name }) => !without.includes(name === "program" ? "source" : name));
  return html`<div class="masthead">
    ${title === undefined || without.includes("title") ? nothing : html`<h2 part="title" title=${title}>${title}</h2>`}
    ${offered.length > 1 ? tabs({ label: "Shown", tabs: offered, chosen: shown, onChoose: onShow }) : nothing}
    ${controls}
    ${wrong}
  </div>`;
}

/**
 * @param {string | undefined} chosen by the reader
 * @param {readonly string[]} without what is left out
 * @param {boolean} hasRun
 * @returns {Shown}
 */
export function shownInSmall(chosen, without, hasRun) {
  const isThere = (/** @type {string} */ name) => TABS.some((tab) => tab.name === name) && !without.includes(name === "program" ? "source" : name);
  if (chosen && isThere(chosen)) return /** @type {Shown} */ (chosen);
  return hasRun || !isThere("program") ? "timeline" : "program";
}

/**
 * A run, as far as there is room for it.
 * @param {Record<"timeline" | "log" | "dock", unknown>} parts
 */
export function smallRun({ timeline, log, dock }) {
  return html`<div class="canvas" id="panel-timeline" role="tabpanel" aria-labelledby="tab-timeline">${timeline}</div>
    ${log === nothing ? nothing : html`<div class="printed" id="panel-log" role="tabpanel" aria-labelledby="tab-log">${log}</div>`}
    ${dock}`;
}

export const smallStyles = css`
  .masthead { position: relative; display: flex; flex: none; flex-wrap: wrap; gap: 0 12px; align-items: center; padding: 0 6px 0 14px; border-bottom: 1px solid var(--line); background: var(--paper); }
  .masthead h2 { flex: 1 1 0; overflow: hidden; font-size: 15px; line-height: 32px; text-overflow: ellipsis; white-space: nowrap; }
  .masthead .tabs { flex: none; flex-wrap: nowrap; align-self: end; }
  .masthead .tabs button { min-height: 32px; }
  .masthead [role="alert"] { position: absolute; top: 100%; right: 8px; left: 8px; z-index: 3; }
  .masthead .problem { overflow-y: auto; max-block-size: 200px; box-shadow: 0 8px 24px rgb(0 0 0 / 0.14); }
  .masthead .controls { flex: 1 0 100%; flex-wrap: nowrap; align-items: center; min-width: 0; padding: 5px 0 6px; overflow-x: auto; scrollbar-width: none; }
  .masthead .controls label { display: flex; flex: none; gap: 5px; align-items: center; }
  .masthead .controls :is(button, input, select) { flex: none; }
  :host([view="small"]) :is(.source header, .source .twin, .timeline .bar, .controls .square.plain, .controls kbd, .spoken-of) { display: none; }
  :host([view="small"]) .source { border-top: 0; }
  :host([view="small"]) .timeline { padding-top: 0; }
  :host([view="small"]) .side { flex: 1 1 0; max-block-size: none; }
  :host([view="small"]) .canvas, :host([view="small"]) .printed { flex: 1 1 0; min-height: 0; overflow-y: auto; }
  :host([view="small"]) .printed { display: flex; flex-direction: column; }
  :host([view="small"]) .log { flex: 1 1 0; padding-block: 2px; }
  :host([view="small"]) .log header { display: none; }
  :host([view="small"]) .dock { position: static; flex: none; border-bottom: 0; box-shadow: none; }
  :host([view="small"]) .dock .sentence { block-size: 44px; justify-content: center; padding: 0 14px; font-size: 14px; line-height: 1.35; }
  :host([view="small"]) .scrubber { padding: 3px 14px; }
  :host([view="small"]) .scrubber button { min-width: 32px; min-height: 32px; }
  .bench[data-shown="log"] .canvas, .bench:not([data-shown="log"]) .printed { display: none; }
  @container playground (max-width: 959.98px) {
    /* The program stands above the scrubber as well. */
    .bench[data-shown="program"] :is(.canvas, .printed, .before) { display: none; }
    .bench[data-shown="program"] .run-side { flex: none; }
    .bench:is([data-shown="timeline"], [data-shown="log"]) .side:not(.run-side) { display: none; }
  }
  @container playground (min-width: 960px) {
    .bench:has(> .masthead) { grid-template: auto minmax(0, 1fr) / minmax(0, 44fr) minmax(0, 56fr); }
    .masthead { grid-column: 1 / -1; flex-wrap: nowrap; }
    .masthead h2 { flex: 0 1 auto; }
    .masthead .controls { flex: 1 1 auto; order: 1; padding-left: 12px; }
    .masthead .tabs { order: 2; }
    .masthead .of-program, .bench[data-shown="program"] .masthead .tabs { display: none; }
  }
  @media print {
    .masthead { display: block; padding: 0; }
    .masthead .tabs { display: none; }
    .bench[data-shown] :is(.side, .canvas, .printed) { display: block !important; overflow: visible; }
  }
`;
