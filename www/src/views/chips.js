// What was predicted of a run, in a few words beside its figures, with what became of it.

import { css, html, nothing } from "lit";

import { check, cross } from "../icons.js";

/** @import { Judged } from "../record/judge.js" */
/** @import { Answer, Predicted } from "../record/questions.js" */
/** @import { Asked } from "../types.js" */

/**
 * @param {{ verdicts: readonly Judged[] | undefined, prediction: Predicted, kept: boolean }} props
 *   `verdicts`: none before the run is judged; `kept`: the run told nothing
 */
export function chips({ verdicts = [], prediction, kept }) {
  const judged = verdicts.filter(({ said }) => said !== undefined);
  const right = judged.filter((verdict) => verdict.right).length;
  /** @type {{ kind: Asked["kind"], said: Answer }[]} */
  const open = prediction.questions.map(({ kind }, index) => ({ kind, said: prediction.answers[index] })).filter(({ said }) => said !== undefined);
  return html`
    ${judged.length > 0
      ? html`<ul class="said" role="list" aria-label="Your prediction">${judged.map(verdict)}</ul>`
      : open.length > 0
        ? html`<ul class="said" role="list" aria-label="Your prediction">
            ${open.map(({ kind, said }) => html`<li>${words(kind, said)}</li>`)}
            ${kept ? html`<li>kept for the next run</li>` : nothing}
          </ul>`
        : nothing}
    <p class="hidden" role="status">${judged.length > 0 ? `Of your predictions, right: ${right} of ${judged.length}.` : kept && open.length > 0 ? "Your prediction is kept for the next run." : nothing}</p>`;
}

/** @param {Judged} judged */
function verdict({ kind, right, said, parted = 0 }) {
  if (right) return html`<li class="right">${check}<span class="hidden">Right: </span>${words(kind, said)}</li>`;
  const place = kind === "order" && Array.isArray(said) ? `Order: ${parted} of ${said.length} lines` : words(kind, said);
  return html`<li class="wrong">${cross}<span class="hidden">Not quite: </span>${place}</li>`;
}

/**
 * @param {Asked["kind"]} kind
 * @param {Answer} said
 */
function words(kind, said) {
  switch (kind) {
    case "order":
      return "Your order";
    case "total":
      return `You said ${said} s`;
    case "prints":
      return said ? "You said it is printed" : "You said it is never printed";
    case "choice":
      return "Your choice";
  }
}

export const chipsStyles = css`
  .said { display: grid; gap: 1px; font-size: 12.5px; font-weight: 600; line-height: 1.35; }
  .said li { display: inline-flex; gap: 5px; align-items: center; color: var(--soft); }
  .said .right { color: var(--good); }
  .said .wrong { color: var(--bad); }
`;
