// What the reader has predicted of the next run, and what the run said to it. It
// remembers nothing outside of the page.

import { judge, questions } from "../record/questions.js";
import { predict } from "../views/predict.js";

/** @import { ReactiveController, ReactiveControllerHost } from "lit" */
/** @import { Answer, Asked, Judged } from "../record/questions.js" */
/** @import { RunRecord, Scenario } from "../types.js" */

/** @implements {ReactiveController} */
export class Prediction {
  /** @param {ReactiveControllerHost} host */
  constructor(host) {
    this.host = host;
    host.addController(this);
    /** @type {Asked[]} */
    this.questions = [];
    this.skipped = false;
    this.ask();
  }

  hostConnected() {}

  /** Asks anew. */
  ask() {
    /** @type {Answer[]} */
    this.answers = [];
    /** @type {Judged[] | undefined} */
    this.verdicts = undefined;
    this.host.requestUpdate();
  }

  /**
   * Asks what the scenario asks of the run that `simulated` foresees.
   * @param {Scenario} scenario
   * @param {RunRecord | undefined} simulated
   */
  foresee(scenario, simulated) {
    this.questions = questions(scenario, simulated);
    this.ask();
  }

  /**
   * Compares the answers with a run that has ended, once.
   * @param {RunRecord} record
   * @param {RunRecord | undefined} simulated
   */
  judge(record, simulated) {
    this.verdicts ??= judge(this.questions, this.answers, record, simulated);
  }

  render() {
    return predict({
      questions: this.questions,
      answers: this.answers,
      verdicts: this.verdicts,
      skipped: this.skipped,
      onAnswer: (index, answer) => {
        this.answers[index] = answer;
        this.host.requestUpdate();
      },
      onSkip: () => {
        this.skipped = true;
        this.host.requestUpdate();
      },
      onAgain: () => {
        this.skipped = false;
        this.ask();
      },
    });
  }
}
