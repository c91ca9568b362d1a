// What is looked at under the sentence, one at a time: the loop and the log first, then what
// is looked at rarely. On paper all of it is there.

import { css, html } from "lit";
import { guard } from "lit/directives/guard.js";

import { tabs } from "./tabs.js";

/**
 * @typedef {object} Panel
 * @property {string} name
 * @property {unknown} title
 * @property {() => unknown} content made when it is looked at: a long run has thousands of cells
 */

/**
 * @param {object} props
 * @param {readonly Panel[]} props.panels
 * @param {string} props.chosen
 * @param {boolean} props.printing
 * @param {unknown} props.still another one when anything has changed but the cursor
 * @param {(name: string) => void} props.onChoose
 */
export function panels({ panels, chosen, printing, still, onChoose }) {
  const { name, content } = panels.find(({ name }) => name === chosen) ?? panels[0];
  if (printing) {
    return html`${panels.map(({ name, title, content }) => html`<h3>${title}</h3><div class="panel" data-panel=${name}>${content()}</div>`)}`;
  }
  return html`<div class="panels">
    ${guard([still], () => tabs({ label: "More about the run", tabs: panels, chosen: name, panel: "panel", onChoose }))}
    <div class="panel" data-panel=${name} id="panel" role="tabpanel" aria-labelledby="tab-${name}">${content()}</div>
  </div>`;
}

export const panelsStyles = css`
  .panels { display: flex; flex: 1 1 auto; flex-direction: column; min-height: 0; }
  /* Some come at the end of a run: no row for them makes the panel jump. */
  .panels .tabs { flex: none; flex-wrap: nowrap; overflow-x: auto; padding: 0 10px; border-bottom: 1px solid var(--line); scrollbar-width: none; }
  .panels .tabs button { flex: none; min-height: 34px; }
  .panel { flex: 1 1 auto; overflow: auto; min-height: 0; padding: 10px 18px; font-size: 14px; }
  .panel[data-panel="now"] { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1.15fr); overflow: visible; padding: 0; }
  .panel[data-panel="now"] > :first-child { border-right: 1px solid var(--line); }
  /* As high as there is room, whatever is in them: what one shows is laid out and painted without the rest of the page. */
  @container playground (min-width: 960px) {
    .panels .panel[data-panel="now"] { flex: 1; grid-template-rows: minmax(0, 1fr); }
    .panels .panel[data-panel="now"] > * { contain: layout paint; }
  }
  @container playground (max-width: 559.98px) {
    .panel[data-panel="now"] { grid-template-columns: minmax(0, 1fr); }
    .panel[data-panel="now"] > :first-child { border-right: 0; border-bottom: 1px solid var(--line); }
  }
  @media print {
    .panel { overflow: visible; padding: 8px 0; }
    .panel { padding-inline: 0; }
  }
`;
