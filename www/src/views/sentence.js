// What happens at the cursor, and why, in one sentence. Where the program may be off the
// screen, the line that it speaks about stands above it.

import { css, html, nothing } from "lit";

import { seconds } from "../record/figures.js";
import { latest } from "../record/happening.js";
import { lineAt } from "../record/replay.js";

/** @import { State } from "../types.js" */

/**
 * @param {State} state
 * @param {(id: number) => string} names
 * @param {string} program
 */
export function sentence(state, names, program) {
  const { event, at_ms } = state;
  const line = lineAt(state);
  return html`<div class="sentence">
    <p class="spoken-of" aria-hidden="true">${line ? html`<span>${line}</span>${program.split("\n")[line - 1]?.trim()}` : nothing}</p>
    <p>${event ? html`<time>${seconds(at_ms)}</time>` : nothing} ${latest(state, names)}</p>
  </div>`;
}

export const sentenceStyles = css`
  /* Two lines have room, whether or not there are two. */
  .sentence { display: flex; flex-direction: column; justify-content: center; block-size: 52px; overflow-y: auto; padding: 0 18px; background: var(--now-wash); line-height: 1.4; text-wrap: pretty; overflow-wrap: anywhere; }
  .sentence time { margin-right: 6px; color: var(--soft); font: 13px/0 var(--mono); white-space: nowrap; }
  .spoken-of { display: none; }
  @container playground (max-width: 959.98px) {
    .sentence { justify-content: start; block-size: 84px; padding: 7px 14px; }
    .spoken-of { display: block; flex: none; block-size: 22px; overflow: hidden; font: 12.5px/22px var(--mono); text-overflow: ellipsis; white-space: nowrap; }
    .spoken-of span { margin-right: 10px; color: var(--soft); }
  }
  @media print {
    .sentence { block-size: auto; }
  }
`;
