// What the reader predicts of the next run. A run takes it along when it begins, and says
// afterwards what became of it. Nothing is remembered outside of the page.

import { nothing } from "lit";

import { questions } from "../record/questions.js";
import { prediction } from "../views/prediction.js";

/** @import { ReactiveControllerHost } from "lit" */
/** @import { Answer, Asked } from "../record/questions.js" */
/** @import { Lesson, RunRecord } from "../types.js" */
/** @import { ShownRun } from "./shown-run.js" */

/** @typedef {{ questions: readonly Asked[], answers: readonly Answer[] }} Predicted answers by the number of the question */

export class Prediction {
  /** @type {Asked[]} */
  questions = [];
  /** @type {Answer[]} By the number of the question. */
  answers = [];
  /** Whether the reader wants no questions. */
  skipped = false;
  /** Whether questions are asked although there is a run that says the answers. */
  again = false;

  /** @param {ReactiveControllerHost} host */
  constructor(host) {
    this.host = host;
  }

  /**
   * Asks what the scenario asks of a run that is foreseen. Where the same is asked, what was
   * said stays.
   * @param {Lesson} scenario
   * @param {RunRecord | undefined} simulated
   */
  foresee(scenario, simulated) {
    const asked = questions(scenario, simulated);
    this.answers = carried(this, asked);
    this.questions = asked;
    this.host.requestUpdate();
  }

  /** Asks nothing of what was asked: the lesson is another one. */
  forget() {
    [this.questions, this.answers, this.again] = [[], [], false];
  }

  /**
   * Whether the questions are there to be answered.
   * @param {ShownRun | undefined} shown
   */
  asks(shown) {
    return !this.skipped && (this.again || !shown);
  }

  /**
   * What a run that begins takes along.
   * @param {ShownRun | undefined} shown the run before it
   * @returns {Predicted}
   */
  take(shown) {
    const taken = { questions: this.questions, answers: this.asks(shown) ? this.answers : [] };
    this.answers = [];
    this.again = false;
    return taken;
  }

  /** @param {ShownRun | undefined} shown the run that answers */
  render(shown) {
    if (this.questions.length === 0 || (shown && !shown.ended)) return nothing;
    return prediction({
      asks: this.asks(shown),
      questions: this.questions,
      answers: this.answers,
      verdicts: shown ? shown.verdicts : [],
      onAnswer: (index, answer) => this.#change({ answers: this.questions.map((_, at) => (at === index ? answer : this.answers[at])) }),
      onSkip: () => this.#change({ skipped: true, again: false }),
      onAgain: () => this.#change({ skipped: false, again: true }),
    });
  }

  /** @param {Partial<Prediction>} change */
  #change(change) {
    Object.assign(this, change);
    this.host.requestUpdate();
  }
}

/**
 * Answers to questions, for other questions: to those that are the same.
 * @param {Predicted} predicted
 * @param {readonly Asked[]} asked
 * @returns {Answer[]} by the number of the question that is asked
 */
export function carried(predicted, asked) {
  const before = predicted.questions.map((question) => JSON.stringify(question));
  return asked.map((question) => predicted.answers[before.indexOf(JSON.stringify(question))]);
}
