// What is asked before a run: a form, and running is what sends it.
//
// It is one although nothing leaves the page: Chromium never frees a shadow root that has had
// named radios outside of one.

import { css, html, nothing } from "lit";
import { live } from "lit/directives/live.js";

import { check, down, grip, up } from "../icons.js";
import { moved } from "../record/questions.js";
import { coded } from "./prose.js";

/** @import { Answer } from "../record/questions.js" */
/** @import { Asked, ChoiceQuestion, OrderQuestion, PrintsQuestion, TotalQuestion } from "../types.js" */

/**
 * @param {{
 *   questions: readonly Asked[],
 *   answers: readonly Answer[],
 *   required: boolean,
 *   missing: number,
 *   onAnswer: (question: number, answer: Answer) => void,
 *   onSkip: () => void,
 *   onRun: () => void,
 * }} props `answers` by the number of the question; `missing`: how many are open and must not be
 */
export function questions({ questions, answers, required, missing, onAnswer, onSkip, onRun }) {
  // The lines to put in order say what is printed.
  const waits = questions.some(({ kind }, index) => kind === "prints" && answers[index] === undefined);
  const onSubmit = (/** @type {Event} */ event) => {
    event.preventDefault();
    onRun();
  };
  // Said here, not found by its children: a page that is still coming has the first of them alone.
  const kinds = questions.map(({ kind }) => kind);
  const beside = !waits && kinds.includes("order") && kinds.includes("total");
  return html`<section class="predict" aria-label="Prediction">
    <form @submit=${onSubmit}>
      <div class="head">
        <h3 class="label">Predict first</h3>
        ${required ? html`<p class="quiet" role="status">${open(questions.length, missing)}</p>` : nothing}
      </div>
      <div class="questions${beside ? " beside" : ""}">
        ${questions.map((question, index) => {
          const answer = (/** @type {Answer} */ value) => onAnswer(index, value);
          const said = answers[index];
          switch (question.kind) {
            case "order":
              return waits
                ? html`<p class="quiet wide">After that, the order: its lines would give this away.</p>`
                : order(question, Array.isArray(said) ? said : undefined, index, answer);
            case "total":
              return total(question, typeof said === "string" ? said : "", index, answer);
            case "prints":
              return prints(question, said, index, answer);
            case "choice":
              return choice(question, said, index, answer);
          }
        })}
      </div>
      <div class="end">
        ${required ? nothing : html`<button type="button" class="plain" @click=${onSkip}>Skip</button>`}
        <button type="submit" class="primary">Check by running</button>
      </div>
    </form>
  </section>`;
}

/**
 * What an answer is wanted of before a run.
 * @param {number} all
 * @param {number} missing
 */
function open(all, missing) {
  if (missing === 0) return "All is answered: it can be run.";
  const wanted = all === 1 ? "the question" : "each question";
  return `Answer ${wanted} first, then it can be run.${all === 1 ? "" : ` Still open: ${missing} of ${all}.`}`;
}

/**
 * The rows stay where they are and only their lines change, so the row under the finger
 * and the button with the focus are never taken away.
 * @param {OrderQuestion} question
 * @param {string[] | undefined} said
 * @param {number} number
 * @param {(lines: string[]) => void} onAnswer
 */
function order({ lines: shuffled, repeated }, said, number, onAnswer) {
  let lines = said ?? shuffled;

  /**
   * @param {HTMLElement} list
   * @param {number} from
   * @param {number} to
   */
  const move = (list, from, to) => {
    const status = /** @type {HTMLElement} */ (list.nextElementSibling);
    status.textContent = `'${lines[from]}' is now line ${to + 1} of ${lines.length}.`;
    lines = moved(lines, from, to);
    onAnswer(lines);
  };

  /**
   * @param {HTMLElement} list
   * @param {number} from
   * @param {-1 | 1} step
   * @param {string} button the one that keeps the focus
   * @param {boolean} takes whether the line goes along
   */
  const go = (list, from, step, button, takes) => {
    const to = from + step;
    if (to < 0 || to >= lines.length) return;
    if (takes) move(list, from, to);
    /** @type {HTMLElement | null} */ (list.children[to].querySelector(button))?.focus();
  };

  const onKey = (/** @type {KeyboardEvent} */ event) => {
    const steps = { ArrowUp: -1, ArrowDown: 1 };
    const step = /** @type {-1 | 1 | undefined} */ (steps[/** @type {"ArrowUp"} */ (event.key)]);
    const list = /** @type {HTMLElement} */ (event.currentTarget);
    const target = /** @type {HTMLElement} */ (event.target);
    const from = [...list.children].findIndex((row) => row.contains(target));
    if (!step || from === -1) return;
    event.preventDefault();
    go(list, from, step, target.matches(".up") ? ".up" : ".down", event.altKey);
  };

  /**
   * @param {PointerEvent} event
   * @param {number} from
   */
  const onGrab = (event, from) => {
    const target = /** @type {Element} */ (event.target);
    // A finger on the line's text scrolls the page.
    const holds = event.pointerType === "mouse" || target.closest(".grip");
    if (target.closest("button") || !holds || event.button !== 0) return;
    event.preventDefault();
    const row = /** @type {HTMLElement} */ (event.currentTarget);
    const list = /** @type {HTMLElement} */ (row.parentElement);
    const rows = [...list.children];
    let at = from;
    const mark = () => rows.forEach((row, index) => row.toggleAttribute("data-held", index === at));
    // Measured once: the rows change their heights with their lines.
    const bottoms = rows.slice(1).map((row) => row.getBoundingClientRect().top + scrollY);
    const drag = (/** @type {PointerEvent} */ { pageY }) => {
      const to = bottoms.filter((bottom) => bottom <= pageY).length;
      if (to === at) return;
      move(list, at, to);
      at = to;
      mark();
    };
    const drop = () => {
      at = -1;
      mark();
      row.removeEventListener("pointermove", drag);
    };
    row.setPointerCapture(event.pointerId);
    row.addEventListener("pointermove", drag);
    row.addEventListener("lostpointercapture", drop, { once: true });
    mark();
  };

  /**
   * @param {number} index
   * @param {-1 | 1} step
   * @param {string} name
   * @param {unknown} icon
   */
  const button = (index, step, name, icon) => html`<button type="button" class=${name}
    aria-label="Move '${lines[index]}' ${name}"
    aria-disabled=${lines[index + step] === undefined ? "true" : "false"}
    @click=${(/** @type {Event} */ { currentTarget }) => {
      const list = /** @type {HTMLElement} */ (/** @type {HTMLElement} */ (currentTarget).closest("ol"));
      go(list, index, step, `.${name}`, true);
    }}>${icon}</button>`;

  return html`<fieldset class="order" data-question=${number}>
    <legend>In which order will these lines be printed?</legend>
    <p class="quiet">Drag them, or use the buttons<span class="keys"> (keys: Alt with ↑ ↓)</span>.${repeated ? " Of lines that come more than once, the last one counts." : nothing}</p>
    <ol role="list" @keydown=${onKey}>
      ${lines.map((line, index) => html`
        <li @pointerdown=${(/** @type {PointerEvent} */ event) => onGrab(event, index)}>
          <span class="grip">${grip}</span>
          <span class="line">${line}</span>
          ${button(index, -1, "up", up)}
          ${button(index, 1, "down", down)}
        </li>`)}
    </ol>
    <p class="hidden" role="status"></p>
    ${said
      ? html`<p class="quiet kept">${check}This is your order.</p>`
      : html`<button type="button" class="plain kept" @click=${() => onAnswer(lines)}>Keep this order</button>`}
  </fieldset>`;
}

/**
 * @param {TotalQuestion} question
 * @param {string} said
 * @param {number} number
 * @param {(seconds: string) => void} onAnswer
 */
function total({ speed }, said, number, onAnswer) {
  return html`<label data-question=${number}>
    <span>How long will it take in all${speed === 1 ? nothing : `, at speed ${speed}`}?</span>
    <span class="number">
      <input type="number" inputmode="decimal" min="0" step="any" .value=${live(said)}
        @input=${(/** @type {Event} */ { target }) => onAnswer(/** @type {HTMLInputElement} */ (target).value)}>
      <span class="unit"><span aria-hidden="true">s</span><span class="hidden">seconds</span></span>
    </span>
  </label>`;
}

/**
 * @param {PrintsQuestion} question
 * @param {Answer} said
 * @param {number} number
 * @param {(prints: boolean) => void} onAnswer
 */
function prints({ text }, said, number, onAnswer) {
  const choice = (/** @type {string} */ label, /** @type {boolean} */ value) => html`<label class="choice">
    <input type="radio" name="prints-${number}" .checked=${live(said === value)} @change=${() => onAnswer(value)}>${label}
  </label>`;
  return html`<fieldset class="wide" data-question=${number}>
    <legend>Will the line “<span class="line">${text}</span>” ever be printed?</legend>
    ${choice("Yes", true)} ${choice("No", false)}
  </fieldset>`;
}

/**
 * @param {ChoiceQuestion} question
 * @param {Answer} said
 * @param {number} number
 * @param {(option: number) => void} onAnswer
 */
function choice({ ask, options }, said, number, onAnswer) {
  return html`<fieldset class="wide" data-question=${number}>
    <legend>${coded(ask)}</legend>
    ${options.map(({ text }, index) => html`<label class="choice option">
      <input type="radio" name="choice-${number}" .checked=${live(said === index)} @change=${() => onAnswer(index)}><span>${coded(text)}</span>
    </label>`)}
  </fieldset>`;
}

export const questionsStyles = css`
  .predict { container: predict / inline-size; font-size: 14px; }
  .predict form { padding: 14px 18px; }
  .predict .head { display: flex; flex-wrap: wrap; gap: 0 16px; align-items: baseline; min-height: 24px; margin-bottom: 4px; }
  .predict .questions { display: grid; grid-template-columns: minmax(0, 1fr); gap: 14px 32px; }
  .predict fieldset { min-width: 0; margin: 0; padding: 0; border: 0; }
  .predict legend { padding: 0; margin-bottom: 2px; font-weight: 600; }
  .predict label > span:first-child { display: block; margin-bottom: 6px; font-weight: 600; }
  .predict .line { font: 13px/1.4 var(--mono); overflow-wrap: anywhere; }
  .predict .quiet { font-size: 13px; }
  .predict .number { position: relative; display: inline-block; }
  .predict .number input { width: 110px; padding-right: 26px; }
  .predict .unit { position: absolute; right: 10px; top: 7px; color: var(--soft); pointer-events: none; }
  .predict .choice { display: inline-flex; gap: 8px; align-items: center; min-height: 32px; margin-right: 18px; }
  .predict .choice input { min-height: 0; width: 18px; height: 18px; margin: 0; accent-color: var(--ink); }
  .predict .option { display: flex; align-items: start; margin: 0; padding: 4px 0; }
  .predict .option input { flex: none; margin-top: 2px; }
  .predict .end { display: flex; gap: 8px; justify-content: end; align-items: center; margin-top: 12px; }
  @container predict (min-width: 560px) {
    .predict .beside { grid-template-columns: minmax(0, 5fr) minmax(0, 3fr); }
    .predict .wide { grid-column: 1 / -1; }
  }

  .order ol { margin-top: 6px; counter-reset: line; }
  .order li {
    display: grid;
    grid-template-columns: 2ch 20px 1fr 30px 30px;
    gap: 2px 4px;
    align-items: center;
    min-height: 32px;
    padding: 0 3px 0 10px;
    border: 1px solid var(--line);
    background: var(--card);
    cursor: grab;
    counter-increment: line;
  }
  .order li:first-child { border-radius: 8px 8px 0 0; }
  .order li:last-child { border-radius: 0 0 8px 8px; }
  .order li + li { border-top: 0; }
  .order li::before { content: counter(line); color: var(--soft); font-size: 13px; }
  .order li:hover .grip, .order [data-held] .grip { color: var(--ink); }
  .order [data-held] { background: var(--raised); cursor: grabbing; }
  .order .grip { color: var(--edge); padding: 7px 2px; touch-action: none; }
  .order li button { min-height: 28px; padding: 0; border-color: transparent; background: none; color: var(--soft); }
  .order li button:hover { border-color: var(--line); color: var(--ink); }
  .order li button[aria-disabled="true"] { border-color: transparent; opacity: 0.35; cursor: default; }
  .order .kept { display: flex; gap: 6px; align-items: center; width: fit-content; min-height: 28px; margin-top: 6px; }
  .order button.kept { border-color: var(--line); }
  @media (hover: none) { .order .keys { display: none; } }
  @media (pointer: coarse) {
    .order li { min-height: 40px; grid-template-columns: 2ch 20px 1fr 36px 36px; }
    .order li button { min-height: 36px; }
  }
  @media print { .predict { display: none; } }
`;
