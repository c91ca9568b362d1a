// What the reader predicts of the next run. A run takes it along when it begins, and says
// afterwards what became of it. Nothing is remembered outside of the page.

import { questions } from "../record/questions.js";

/** @import { ReactiveControllerHost } from "lit" */
/** @import { Answer, Asked } from "../record/questions.js" */
/** @import { RunRecord, Scenario } from "../types.js" */

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
   * @param {Scenario} scenario
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
   * What a run that begins takes along.
   * @param {boolean} asks whether the questions are there to be answered
   * @returns {Predicted}
   */
  take(asks) {
    const taken = { questions: this.questions, answers: asks ? this.answers : [] };
    this.answers = [];
    this.again = false;
    return taken;
  }

  /**
   * @param {number} question
   * @param {Answer} answer
   */
  answer(question, answer) {
    this.answers = this.questions.map((_, index) => (index === question ? answer : this.answers[index]));
    this.host.requestUpdate();
  }

  skip() {
    [this.skipped, this.again] = [true, false];
    this.host.requestUpdate();
  }

  /** Asks before the next run, once more. */
  askAgain() {
    [this.skipped, this.again] = [false, true];
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
