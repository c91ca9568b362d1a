// The workbench: the program on the left, its run on the right, both on one screen. Where
// there is no room for that, the run stands below, and the scrubber with the sentence stays
// at the bottom of the screen.
//
// What appears has its place from the beginning: every part has its height before it has
// something to show, and a part that has more to show scrolls for itself.

import { css, html } from "lit";

/**
 * @param {unknown} program
 * @param {unknown} run
 */
export function workbench(program, run) {
  return html`<div class="bench" part="bench">
    <div class="side">${program}</div>
    <section class="side run-side" aria-label="The run">${run}</section>
  </div>`;
}

export const workbenchStyles = css`
  .bench { border: 1px solid var(--line); border-radius: 12px; background: var(--card); }
  .side { display: flex; flex-direction: column; min-width: 0; }
  .before, .predict { flex: 1 1 auto; overflow-y: auto; min-height: 0; border-top: 1px solid var(--line); }
  .before { padding: 22px 18px; color: var(--soft); }
  /* Who predicts runs by the last button of the questions. */
  .run-side:has(.predict) .controls .primary { border-color: var(--edge); background: var(--card); color: var(--ink); }
  .dock { display: flex; flex-direction: column; border-block: 1px solid var(--line); background: var(--card); }

  @container playground (min-width: 960px) {
    .bench { display: grid; grid-template: minmax(0, 1fr) / minmax(0, 44fr) minmax(0, 56fr); overflow: clip; }
    .run-side { position: relative; border-left: 1px solid var(--line); }
    .side { min-height: 0; }
    /* All of it on one screen, unless the page around has another place for it. */
    :host(:not([view="compact"])) .bench { block-size: var(--async-playground-height, min(100vh, 50rem)); min-block-size: 560px; }
    /* To be read from the last row. */
    :host([view="projector"]) .bench { zoom: 1.4; block-size: calc(var(--async-playground-height, min(100vh, 50rem)) / 1.4); min-block-size: 400px; }
    :host([view="projector"]) .canvas { flex: 1 1 auto; }
    :host([view="projector"]) :is(kbd, .controls .square.plain, .scrubber select) { display: none; }
  }

  /* Last in the row, the dock stays at the bottom of the screen as long as any of the run is there. */
  @container playground (max-width: 959.98px) {
    .bench { display: flex; flex-direction: column; }
    .side { display: contents; }
    .dock { position: sticky; bottom: 0; z-index: 2; order: 1; border-radius: 0 0 12px 12px; box-shadow: 0 -6px 16px rgb(0 0 0 / 0.07); }
    .dock .sentence { order: -1; }
    /* What is scrolled to, as by the focus, is not under it. */
    .bench :not(.dock, .dock *) { scroll-margin-bottom: 160px; }
  }

  @media print {
    .bench { display: block; block-size: auto !important; overflow: visible; border: 0; }
    .side { display: block; }
  }
`;
