// The exercise of a lesson, which is loaded when it is first opened.

import { fetchExercise } from "../engine/scenarios.js";
import { message } from "../engine/message.js";
import { yourTurn } from "../views/your-turn.js";

/** @import { ReactiveController, ReactiveControllerHost } from "lit" */
/** @import { Attempt } from "../exercise/attempt.js" */
/** @import { Scenario } from "../types.js" */
/** @import { Wish } from "./foresight.js" */

/** @implements {ReactiveController} */
export class Exercise {
  #isOpen = false;
  /** @type {typeof import("../views/exercise.js") | undefined} */
  #views = undefined;
  /** @type {{ exercise: import("../types.js").Exercise, attempt: Attempt } | undefined} Of the lesson, once it is there. */
  #opened = undefined;
  /** Which lesson it is of: what is loaded for another one is not wanted any more. */
  #lesson = {};

  /**
   * @param {ReactiveControllerHost} host
   * @param {object} page
   * @param {() => Wish} page.wish
   * @param {() => string} page.text the program as it stands
   * @param {() => void} page.onEdit the reader wants to write
   * @param {(text: string) => void} page.onPut a program is to be written in place of the reader's own
   * @param {(values: Record<string, number>) => void} page.onRun the program is to be run with these values
   * @param {(error: unknown) => void} page.onRefused the program does not compile
   * @param {(reached: boolean) => void} page.onJudged
   * @param {(styles: import("lit").CSSResultGroup) => void} page.onStyles
   * @param {(error: unknown) => void} page.onError
   */
  constructor(host, page) {
    this.host = host;
    this.page = page;
    host.addController(this);
  }

  hostUpdate() {
    this.#opened?.attempt.follow();
  }

  /** There is another lesson. */
  forget() {
    this.leave();
    [this.#isOpen, this.#opened, this.#lesson] = [false, undefined, {}];
  }

  /** Nobody waits for a check any more. */
  leave() {
    this.#opened?.attempt.leave();
  }

  /** @param {Scenario} lesson */
  #toggle(lesson) {
    this.#isOpen = !this.#isOpen;
    this.host.requestUpdate();
    if (!this.#isOpen || this.#opened) return;
    const wanted = this.#lesson;
    this.#load(lesson).catch((error) => {
      if (wanted !== this.#lesson) return;
      this.#isOpen = false;
      this.page.onError(new Error(`The exercise could not be loaded. Open it again, or reload the page. (${message(error)})`));
      this.host.requestUpdate();
    });
  }

  /** @param {Scenario} lesson */
  async #load({ id, params, browser_only }) {
    const wanted = this.#lesson;
    const [views, { Attempt }, { simulateEach }, { valueSets }, { exercise, check }] = await Promise.all([
      import("../views/exercise.js"),
      import("../exercise/attempt.js"),
      import("../engine/simulate-each.js"),
      import("../exercise/values.js"),
      fetchExercise(id),
    ]);
    if (!this.#views) this.page.onStyles(views.exerciseStyles);
    this.#views = views;
    if (wanted !== this.#lesson) return;
    const { text, wish, onRefused, onJudged } = this.page;
    const attempt = new Attempt({
      text,
      runs: (signal) => {
        if (browser_only && wish().source === undefined) throw new Error("Load the program to change first: this one needs a browser, and is not simulated.");
        return simulateEach(wish(), valueSets(params), signal);
      },
      check,
      onRefused,
      onJudged,
      onChange: () => this.host.requestUpdate(),
    });
    this.#opened ??= { exercise, attempt };
    this.host.requestUpdate();
  }

  /**
   * @param {Scenario & { goal: string }} lesson
   * @param {{ hasRun: boolean, isSolved: boolean, isEditorOpen: boolean }} state whether a run was seen to its end, the
   *   goal was reached before, and the program stands in the editor
   */
  render(lesson, { hasRun, isSolved, isEditorOpen }) {
    const opened = this.#isOpen ? this.#opened : undefined;
    return yourTurn({
      goal: lesson.goal,
      hasRun,
      isOpen: this.#isOpen,
      isSolved: isSolved || this.#opened?.attempt.isSolved === true,
      onToggle: () => this.#toggle(lesson),
      panel: opened && this.#views?.exercisePanel({
        ...opened,
        params: lesson.params,
        isEditorOpen,
        text: this.page.text(),
        onEdit: this.page.onEdit,
        onPut: this.page.onPut,
        onRun: this.page.onRun,
      }),
    });
  }
}
