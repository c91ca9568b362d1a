// What is predicted: asked before a run, and answered by it.

import { css, html, nothing } from "lit";

import { answers, answersStyles } from "./answers.js";
import { questions, questionsStyles } from "./questions.js";

/** @import { Judged } from "../record/judge.js" */
/** @import { Props } from "./questions.js" */

/**
 * @param {Props & { asks: boolean, verdicts: readonly Judged[] | undefined, onAgain: () => void }} props `verdicts`: none before the run is judged
 */
export function prediction({ asks, verdicts, onAgain, ...asked }) {
  // One section for both: the focus stays in it when one makes room for the other.
  return html`<section class="predict ${asks ? "asks" : ""}" aria-label="Prediction">
    ${asks ? questions(asked) : verdicts ? answers({ verdicts, onAgain }) : nothing}
  </section>`;
}

export const predictionStyles = [
  questionsStyles,
  answersStyles,
  css`
    @media print { .predict.asks, .predict > .plain { display: none; } }
  `,
];
