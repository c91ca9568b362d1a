// A run that is shown, and all that it was made with. What the page says beside a run
// comes from here, and nothing of it from the controls, which may say something else by now.

import { LiveRecord } from "../record/live.js";
import { carried, questions, tells } from "../record/questions.js";

/** @import { Judged } from "../record/judge.js" */
/** @import { Predicted } from "../record/questions.js" */
/** @import { Lesson, RunRecord } from "../types.js" */
/** @import { Foreseen, Wish } from "./foresight.js" */
/** @import { Heartbeat } from "./heartbeat.js" */

export class ShownRun {
  #left = false;

  /**
   * @param {object} made
   * @param {Lesson} made.scenario the program
   * @param {Foreseen} made.foreseen the simulation with the same settings
   * @param {LiveRecord} [made.live] of a run that has ended; none: it is about to begin
   * @param {Predicted} [made.prediction]
   * @param {RunRecord} [made.before] the run before this one
   * @param {Heartbeat} [made.heartbeat] the page's frames during this run, if it is one of this page
   */
  constructor({ scenario, foreseen, live, prediction = { questions: [], answers: [] }, before, heartbeat }) {
    this.scenario = scenario;
    this.foreseen = foreseen;
    this.prediction = prediction;
    this.before = before;
    this.heartbeat = heartbeat;
    const { params, speed } = this.wish;
    this.live = live ?? new LiveRecord({ scenario: scenario.id, params, speed: Number(speed) });
    this.record = this.live.record;
    this.replay = this.live.replay;
    /** @type {readonly Judged[] | undefined} What it says to the prediction; none before it is judged. */
    this.verdicts = live && [];
  }

  /** @returns {Wish} the settings, as they were given */
  get wish() {
    return this.foreseen.wish;
  }

  get ended() {
    return this.record.outcome !== "running";
  }

  /** Whether it was made elsewhere, and opened here. */
  get recorded() {
    return this.heartbeat === undefined;
  }

  /** @returns {RunRecord | undefined} */
  get simulated() {
    return this.foreseen.simulated;
  }

  /** Begins to watch the page's frames. */
  begin() {
    this.heartbeat?.start(() => this.live.due_ms);
  }

  /** Nobody looks at it any more. */
  leave() {
    this.heartbeat?.end();
    if (!this.#left) this.foreseen.release();
    this.#left = true;
  }

  /** Says what became of the prediction that it was made with. For a run that has ended. */
  async judge() {
    await this.foreseen.settled;
    // Who has not seen the lesson has predicted nothing.
    const asked = this.scenario.source ? questions(this.scenario, this.simulated) : [];
    const answers = carried(this.prediction, asked);
    if (!tells(this.record) || !answers.some((answer) => answer !== undefined)) {
      this.verdicts = [];
      return;
    }
    const { judge } = await import("../record/judge.js");
    this.verdicts = judge(asked, answers, this.record, this.simulated, this.scenario.source?.rust);
  }

  /** Whether the program is another now. @param {Wish} chosen */
  isOld({ source }) {
    return this.wish.source !== source;
  }

  /**
   * The settings that are others now, as they were for this run: `["A = 2 s", "speed = 10"]`.
   * @param {Wish} chosen
   */
  differing(chosen) {
    const { params } = this.scenario;
    const names = [...params, { name: "speed", label: "speed", unit: "", default: 1 }];
    const value = (/** @type {Wish} */ wish, /** @type {typeof names[number]} */ { name, default: given }) =>
      (name === "speed" ? wish.speed : wish.params[name]) ?? String(given);
    return names
      .filter((param) => Number(value(this.wish, param)) !== Number(value(chosen, param)))
      .map((param) => `${param.label}\u00a0=\u00a0${value(this.wish, param)}${param.unit ? `\u00a0${param.unit}` : ""}`);
  }
}
