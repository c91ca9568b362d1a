// The goal of an exercise, under the program in which it is to be reached; what it takes to try comes when it is opened.

import { css, html, nothing } from "lit";

import { check, down, up } from "../icons.js";
import { coded } from "./prose.js";

/**
 * @param {object} props
 * @param {string} props.goal
 * @param {boolean} props.hasRun whether a run was seen: from then on it is the learner's turn
 * @param {boolean} props.isOpen
 * @param {boolean} props.isSolved
 * @param {() => void} props.onToggle
 * @param {unknown} props.panel what it takes to try, once it is there
 */
export function yourTurn({ goal, hasRun, isOpen, isSolved, onToggle, panel }) {
  return html`<section class="exercise ${isOpen ? "open" : ""}" aria-labelledby="your-turn">
    <div class="goal">
      <h3 id="your-turn"><button type="button" class=${hasRun || isOpen ? "" : "plain"} aria-expanded=${isOpen ? "true" : "false"} @click=${onToggle}>Your turn${isOpen ? down : up}</button></h3>
      <p>${isSolved && !isOpen ? html`<b class="solved">${check}Solved.</b> ` : nothing}${coded(goal)}</p>
    </div>
    ${isOpen ? (panel ?? html`<p class="loading" role="status">Loading…</p>`) : nothing}
  </section>`;
}

export const yourTurnStyles = css`
  /* A page that comes in pieces may be painted before there is a goal. */
  .exercise { flex: none; min-block-size: 39px; border-top: 1px solid var(--line); background: var(--paper); font-size: 14px; }
  .exercise .goal { display: flex; gap: 10px; align-items: start; padding: 5px 12px; }
  .exercise h3 { flex: none; font-size: inherit; }
  .exercise h3 button { gap: 5px; min-height: 28px; padding: 2px 8px; font-size: 13px; font-weight: 600; color: var(--ink); }
  .exercise .goal p { margin: 4px 0; font-size: 13.5px; line-height: 19px; text-wrap: pretty; overflow-wrap: anywhere; }
  .exercise .loading { padding: 0 12px 8px; color: var(--soft); }
  .exercise .solved { color: var(--good); font-weight: 600; }
  .exercise .solved .icon { display: inline-block; vertical-align: -2px; margin-right: 4px; }
  @media (pointer: coarse) {
    .exercise h3 button { min-height: 34px; }
    .exercise .goal p { margin-block: 7px; }
  }
  /* The program has the place: who wants to try reads on. */
  @container playground (min-width: 960px) {
    .exercise:not(.open) .goal { align-items: center; }
    .exercise:not(.open) .goal p { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; margin: 0; overflow: hidden; }
  }
  @media print {
    .exercise h3 button { padding: 0; border: 0; }
    .exercise h3 .icon { display: none; }
    .exercise .goal p { display: block !important; }
  }
`;
