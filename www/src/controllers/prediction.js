// What the reader predicts of the next run. A run takes it along when it begins, and says
// afterwards what became of it. Nothing is remembered outside of the page.
//
// An answer is the reader's until a run has told what became of it and something else is
// chosen: a run that was stopped uses up none, and the same run again is predicted alike.

import { carried, fits, questions, tells } from "../record/questions.js";
import { questions as form } from "../views/questions.js";
import { isSame } from "./foresight.js";

/** @import { ReactiveControllerHost } from "lit" */
/** @import { Judged } from "../record/judge.js" */
/** @import { Answer, Predicted } from "../record/questions.js" */
/** @import { Asked, Scenario } from "../types.js" */
/** @import { Foreseen, Wish } from "./foresight.js" */
/** @import { ShownRun } from "./shown-run.js" */

/** @type {Predicted} */
const NOTHING = { questions: [], answers: [] };

export class Prediction {
  /** @type {"ask" | "required" | "none"} */
  mode = "ask";
  /** @type {Asked[]} What is asked of what is chosen. */
  questions = [];
  /** @type {Predicted} What the reader said last, to whatever was asked then. */
  #said = NOTHING;
  /** Whether the reader wants no questions of this lesson. */
  #skipped = false;
  /** @type {ShownRun | undefined} The run over which they are asked, although it may say the answers. */
  #over = undefined;
  /** @type {Wish | undefined} Of what is asked. */
  #asked = undefined;
  /** @type {Wish | undefined} Of the run that has told what became of what was said. */
  #told = undefined;
  /** @type {WeakSet<Judged>} Of which wrong answers the reader has seen why. */
  #revealed = new WeakSet();

  /**
   * @param {ReactiveControllerHost & { renderRoot: HTMLElement | DocumentFragment }} host
   * @param {() => void} onChange the reader has said something else
   */
  constructor(host, onChange) {
    this.host = host;
    this.onChange = onChange;
  }

  /** @returns {Answer[]} By the number of the question. */
  get answers() {
    return carried(this.#said, this.questions);
  }

  /** What is asked and said, as JSON: for who wants to remember it. */
  get value() {
    const { questions, answers } = this.questions.length > 0 ? this : this.#said;
    return structuredClone({ questions, answers: answers.map((answer) => answer ?? null), skipped: this.#skipped });
  }

  /** @param {unknown} given */
  set value(given) {
    const { skipped, ...said } = given === undefined || given === null ? { ...NOTHING, skipped: false } : readPrediction(given);
    [this.#said, this.#skipped, this.#told] = [said, skipped, undefined];
    this.host.requestUpdate();
  }

  /** The numbers of the questions that are open and have to be answered before a run. */
  get missing() {
    if (this.mode !== "required") return [];
    const { answers } = this;
    return [...this.questions.keys()].filter((index) => !fits(this.questions[index], answers[index]));
  }

  /**
   * Asks what the scenario asks of a run that is foreseen, or of the lesson as it is given. Where
   * the same is asked, what was said stays, unless a run has told about it.
   * @param {Scenario} scenario
   * @param {Foreseen} foreseen
   */
  foresee(scenario, { wish, simulated }) {
    this.#leave(wish);
    this.questions = simulated ? questions(scenario, simulated) : scenario.asked;
    this.#asked = wish;
    this.host.requestUpdate();
  }

  /** Asks nothing of what was asked: the lesson is another one. */
  forget() {
    [this.questions, this.#said, this.#asked, this.#told] = [[], NOTHING, undefined, undefined];
    [this.#skipped, this.#over] = [false, undefined];
  }

  /**
   * Whether the questions are there to be answered: before the first run, and when the reader
   * wants it. A run that was opened says the answers, as long as nothing else is chosen.
   * @param {ShownRun | undefined} shown
   */
  asks(shown) {
    if (this.questions.length === 0 || this.#silent) return false;
    return !shown || shown === this.#over || (shown.recorded && this.#asked !== undefined && !isSame(this.#asked, shown.wish));
  }

  /** Whether nothing is asked, whatever run is shown. */
  get #silent() {
    return this.mode === "none" || (this.#skipped && this.mode === "ask");
  }

  /**
   * What a run that begins takes along.
   * @param {Foreseen} foreseen
   * @returns {Predicted}
   */
  take({ wish }) {
    this.#leave(wish);
    this.#over = undefined;
    if (this.#silent) return NOTHING;
    return this.questions.length > 0 ? { questions: this.questions, answers: this.answers } : this.#said;
  }

  /**
   * A run has ended.
   * @param {ShownRun} shown
   */
  end(shown) {
    // Whoever is asked again meanwhile says something new.
    if (!tells(shown.record) || shown === this.#over) return;
    this.#told = shown.wish;
    if (this.#asked) this.#leave(this.#asked);
  }

  /**
   * What a run has told about is not said of another one.
   * @param {Wish} wish
   */
  #leave(wish) {
    if (!this.#told || isSame(this.#told, wish)) return;
    [this.#said, this.#told] = [NOTHING, undefined];
  }

  /**
   * Asks for what is missing, and says whether anything is.
   * @param {ShownRun | undefined} shown
   * @returns {boolean}
   */
  ask(shown) {
    const [open] = this.missing;
    if (open === undefined) return false;
    this.#over = shown;
    this.host.requestUpdate();
    this.#focus(`.predict [data-question="${open}"]`);
    return true;
  }

  /**
   * The questions, as a form.
   * @param {{ onRun: () => void }} does
   */
  renderQuestions({ onRun }) {
    return form({
      questions: this.questions,
      answers: this.answers,
      required: this.mode === "required",
      missing: this.missing.length,
      onAnswer: (index, answer) => {
        const said = { questions: this.questions, answers: this.answers.with(index, answer) };
        [this.#said, this.#told] = [said, undefined];
        this.#changed();
      },
      onSkip: () => {
        [this.#skipped, this.#over] = [true, undefined];
        this.#changed();
      },
      onRun,
    });
  }

  /**
   * What a run says to what was predicted of it.
   * @param {ShownRun | undefined} shown
   */
  seen(shown) {
    return {
      verdicts: shown?.verdicts,
      prediction: shown?.prediction ?? NOTHING,
      kept: shown !== undefined && shown.ended && !tells(shown.record),
      isRevealed: (/** @type {Judged} */ judged) => this.#revealed.has(judged),
      onReveal: (/** @type {Judged} */ judged, /** @type {boolean} */ reveals) => {
        if (reveals) this.#revealed.add(judged);
        else this.#revealed.delete(judged);
        this.host.requestUpdate();
      },
      onAgain: this.mode === "none" || this.questions.length === 0 || shown?.ended === false ? undefined : () => this.#askAgain(shown),
    };
  }

  /** @param {ShownRun | undefined} shown */
  #askAgain(shown) {
    [this.#skipped, this.#over] = [false, shown];
    this.#changed();
    this.#focus(".predict .questions");
  }

  #changed() {
    this.host.requestUpdate();
    this.onChange();
  }

  /** @param {string} place where the focus goes, to the first that can have it */
  async #focus(place) {
    await this.host.updateComplete;
    /** @type {HTMLElement | null} */
    const control = this.host.renderRoot.querySelector(`${place} :is(input, button:not([aria-disabled="true"]))`);
    control?.focus({ focusVisible: true });
  }
}

/**
 * What was predicted, as somebody remembers it. What is no answer to its question is left out.
 * @param {unknown} given
 * @returns {Predicted & { skipped: boolean }}
 */
function readPrediction(given) {
  try {
    const { questions, answers, skipped } = JSON.parse(JSON.stringify(given));
    if (!Array.isArray(questions) || !Array.isArray(answers) || typeof skipped !== "boolean") throw undefined;
    return { questions, answers: questions.map((question, index) => (fits(question, answers[index]) ? answers[index] : undefined)), skipped };
  } catch {
    throw new Error('property "prediction" is not what this property gives: allowed is { questions: […], answers: […], skipped: true or false }');
  }
}
