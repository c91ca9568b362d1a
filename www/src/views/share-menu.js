// What there is to share: links that carry the settings or the whole run, and files to take along.

import { css, html, nothing } from "lit";

import { check, copy, download } from "../icons.js";

/** @import { RunRecord, Scenario } from "../types.js" */

/** @typedef {"address" | "run"} Link */
/** @typedef {"json" | "csv" | "trace"} File */
/** @typedef {"svg" | "png"} Picture */

/** @type {[File, string][]} */
const FILES = [
  ["json", "Record (JSON)"],
  ["csv", "Events (CSV)"],
  ["trace", "Chrome trace, for Perfetto"],
];

/** @type {[Picture, string][]} */
const PICTURES = [
  ["svg", "Picture (SVG)"],
  ["png", "Picture (PNG)"],
];

/**
 * @param {object} props
 * @param {RunRecord | undefined} props.record a run that has ended
 * @param {Scenario} props.scenario
 * @param {string | undefined} props.address of the scenario at these settings; none, where no site is known
 * @param {string | undefined} props.runAddress one that carries the record
 * @param {string | undefined} props.projector the address of these settings for a class to see
 * @param {string | undefined} props.tooLong why there is none
 * @param {Link | undefined} props.copied
 * @param {(link: Link) => void} props.onCopy
 * @param {(file: File) => void} props.onDownload
 * @param {(picture: Picture) => void} props.onPicture
 */
export function shareMenu({ record, scenario, address, runAddress, projector, tooLong, copied, onCopy, onDownload, onPicture }) {
  const link = (/** @type {Link} */ which, /** @type {string} */ label, /** @type {string} */ address) => html`<label>
    <span>${label}</span>
    <span class="link">
      <input type="url" readonly .value=${address} @focus=${(/** @type {Event} */ { target }) => /** @type {HTMLInputElement} */ (target).select()}>
      <button type="button" aria-label="${copied === which ? "Copied" : "Copy"}: ${label}" @click=${() => onCopy(which)}>${copied === which ? check : copy}${copied === which ? "Copied" : "Copy"}</button>
    </span>
  </label>`;
  const file = (/** @type {string} */ label, /** @type {() => void} */ take) => html`<button type="button" ?disabled=${!record} @click=${take}>${download}${label}</button>`;

  return html`<div class="menu" role="group" aria-label="Share ${scenario.title}">
    ${address ? link("address", "Link to these settings", address) : nothing}
    ${runAddress ? link("run", "Link to this run, which carries its record", runAddress) : nothing}
    ${tooLong ? html`<p class="quiet">A link cannot carry this run: ${tooLong}. Take the record (JSON) instead.</p>` : nothing}
    ${record ? nothing : html`<p class="quiet">Run it: then ${address ? "a link can carry the run, and " : ""}there is something to take along.</p>`}
    ${projector ? html`<p><a href=${projector}>Show it on a projector</a>: program, timeline and sentence, in large type.</p>` : nothing}
    <div class="files" role="group" aria-label="Take along">
      ${FILES.map(([kind, label]) => file(label, () => onDownload(kind)))}
      ${PICTURES.map(([kind, label]) => file(label, () => onPicture(kind)))}
    </div>
    <p class="hidden" role="status">${copied ? "The link is copied." : nothing}</p>
  </div>`;
}

export const shareMenuStyles = css`
  .share .menu { position: absolute; top: calc(100% + 6px); right: 0; z-index: 4; display: grid; gap: 12px; width: min(430px, 92cqw); padding: 14px 16px; border: 1px solid var(--edge); border-radius: 12px; background: var(--card); box-shadow: 0 10px 30px rgb(0 0 0 / 0.16); font-size: 14px; }
  .share label { display: grid; gap: 3px; }
  .share .link { display: flex; gap: 8px; }
  .share input { flex: 1; min-width: 0; color: var(--soft); font: 12.5px var(--mono); text-overflow: ellipsis; }
  .share .files { display: flex; flex-wrap: wrap; gap: 8px; }
  .share .menu button { padding: 4px 11px; font-weight: 500; }
  .share p { overflow-wrap: anywhere; }
`;
