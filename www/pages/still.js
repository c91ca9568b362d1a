// The element as it is before any script has come, and without: drawn by its own views when the site is built, into
// its declarative shadow. What could be used only by a script is inert there.

import { LitElement, html, nothing } from "lit";

import { shortName } from "../src/record/names.js";
import { compareWith } from "../src/views/compare-with.js";
import { controls } from "../src/views/controls.js";
import { problem } from "../src/views/problem.js";
import { questions } from "../src/views/questions.js";
import { share } from "../src/views/share.js";
import { shortcutsButton } from "../src/views/shortcuts-button.js";
import { source } from "../src/views/source.js";
import { text } from "../src/views/text.js";
import { workbench } from "../src/views/workbench.js";
import { yourTurn } from "../src/views/your-turn.js";
import { course } from "./course.js";
import { own } from "./own.js";
import { stillSheet } from "./sheets.js";

/** @import { Page } from "./course.js" */

const none = () => {};

class Still extends LitElement {
  static properties = { scenario: {} };

  /** The id of the lesson. */
  scenario = "";

  render() {
    const lesson = [...course, own].find(({ id }) => id === this.scenario);
    if (!lesson) throw new Error(`there is no lesson "${this.scenario}"`);
    // What stands in the element itself is shown in place of the run where there are no scripts.
    return html`<link rel="stylesheet" href="../${stillSheet.fileName}" vite-ignore>${workbench(
      html`${text(lesson, { isFull: true })}${program(lesson)}${goal(lesson)}`,
      html`<div class="still" inert>${bar(lesson)}${asked(lesson)}</div><div class="instead"><slot></slot></div>`,
    )}`;
  }
}

customElements.define("async-playground", Still);

/** @param {Page} lesson */
function program(lesson) {
  return source({
    scenario: lesson,
    program: { text: lesson.source.rust, isEdited: false, isEditable: !lesson.browser_only, isOpen: false, isOpening: false, render: () => undefined, onEnter: none, onReset: none },
    ran: undefined,
    shown: "rust",
    record: undefined,
    state: undefined,
    names: (id) => shortName({ id }, []),
    playground: "",
    values: {},
    copied: "",
    onShow: none,
    onCopy: none,
    onLine: none,
    aside: shortcutsButton(none),
  });
}

/** @param {Page} lesson */
function goal({ goal }) {
  if (goal === null) return nothing;
  return html`<div class="still" inert>${yourTurn({ goal, hasRun: false, isOpen: false, isSolved: false, onToggle: none, panel: undefined })}</div>`;
}

/** @param {Page} lesson */
function bar(lesson) {
  return controls(
    { scenario: lesson, values: {}, speed: "1", stoppable: false, changed: false, onValue: none, onSpeed: none, onReset: none, onRun: none, onStop: none },
    html`${compareWith({ scenario: lesson, all: [], chosen: "", hasBefore: false, onChoose: none })}
      ${share(none, nothing)}`,
    problem([], undefined),
  );
}

/** @param {Page} lesson */
function asked({ asked }) {
  if (asked.length === 0) return html`<div class="before"><p>Run it, and see here what happens, when, and why.</p></div>`;
  return questions({ questions: asked, answers: [], required: false, missing: 0, onAnswer: none, onSkip: none, onRun: none });
}
