// A word of the page that explains itself: on hover, with the focus, and by a touch.
//
// The explanation is in the top layer, so that no pane that scrolls cuts it off. It stays until
// pointer and focus are gone, or Escape is pressed, and the pointer can go to it.

import { css, html } from "lit";
import { AsyncDirective } from "lit/async-directive.js";
import { directive } from "lit/directive.js";

/** What an explanation keeps from the edges of the window. */
const EDGE = 8;

/** How long the pointer may be beside them, on its way from the word to its explanation. */
const GRACE_MS = 200;

/** The one that is open. @type {HTMLElement | undefined} */
let open;

let count = 0;

class Term extends AsyncDirective {
  #id = `term-${++count}`;
  /** @type {HTMLElement | undefined} */
  #element = undefined;
  /** What it is open for. */
  #for = { pointer: false, focus: false };
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #leaving = undefined;

  /**
   * @param {unknown} says what it means
   * @param {string} word
   */
  render(says, word) {
    return html`<span class="term" @pointerenter=${this.#onPointer} @pointerleave=${this.#onPointer} @focusin=${this.#onFocus} @focusout=${this.#onFocus} @click=${this.#onClick}><button type="button" aria-describedby=${this.#id}>${word}</button><i popover="manual" role="tooltip" id=${this.#id}>${says}</i></span>`;
  }

  disconnected() {
    if (this.#element) close(this.#element);
  }

  /** @param {PointerEvent} event */
  #onPointer = ({ currentTarget, pointerType, type }) => {
    // A touch comes and goes at once: what it opens stays until the focus goes.
    if (pointerType === "touch") return;
    clearTimeout(this.#leaving);
    if (type === "pointerenter") this.#turn(currentTarget, { pointer: true });
    else this.#leaving = setTimeout(() => this.#turn(currentTarget, { pointer: false }), GRACE_MS);
  };

  /** @param {FocusEvent} event */
  #onFocus = ({ currentTarget, type }) => this.#turn(currentTarget, { focus: type === "focusin" });

  /** @param {Event} event */
  #onClick = ({ currentTarget }) => {
    const element = /** @type {HTMLElement} */ (currentTarget);
    // Safari gives no focus to a button that is pressed.
    /** @type {HTMLElement} */ (element.firstElementChild).focus();
    explain(element);
  };

  /**
   * @param {EventTarget | null} element
   * @param {{ pointer?: boolean, focus?: boolean }} change
   */
  #turn(element, change) {
    this.#element = /** @type {HTMLElement} */ (element);
    Object.assign(this.#for, change);
    if (change.pointer || change.focus) explain(this.#element);
    else if (!this.#for.pointer && !this.#for.focus) close(this.#element);
  }
}

export const term = directive(Term);

/** @param {HTMLElement} term */
function explain(term) {
  if (term === open) return;
  if (open) close(open);
  open = term;
  tipOf(term).showPopover();
  place();
  addEventListener("keydown", onKey, { capture: true });
  addEventListener("scroll", place, { capture: true, passive: true });
  addEventListener("resize", place);
}

/** @param {HTMLElement} term */
function close(term) {
  if (term !== open) return;
  open = undefined;
  // What was taken away is hidden already.
  if (term.isConnected) tipOf(term).hidePopover();
  removeEventListener("keydown", onKey, { capture: true });
  removeEventListener("scroll", place, { capture: true });
  removeEventListener("resize", place);
}

/** Escape closes the explanation, and does nothing else. @param {KeyboardEvent} event */
function onKey(event) {
  if (event.key !== "Escape" || !open) return;
  event.preventDefault();
  event.stopPropagation();
  close(open);
}

/** Puts the explanation under its word, or above it, and within the window. */
function place() {
  if (!open) return;
  const tip = tipOf(open);
  const { left, top, bottom } = open.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = tip;
  const { clientWidth, clientHeight } = document.documentElement;
  tip.style.left = `${Math.max(EDGE, Math.min(left, clientWidth - width - EDGE))}px`;
  tip.style.top = `${bottom + height <= clientHeight ? bottom : Math.max(0, top - height)}px`;
}

/** @param {HTMLElement} term */
function tipOf(term) {
  return /** @type {HTMLElement} */ (term.lastElementChild);
}

export const termStyles = css`
  .term button {
    display: inline;
    min-height: 24px;
    padding: 0;
    border: 0;
    border-radius: 3px;
    background: none;
    font: inherit;
    letter-spacing: inherit;
    text-transform: inherit;
    text-decoration: underline dotted 1px;
    text-underline-offset: 3px;
    cursor: help;
  }
  .term [popover] {
    position: fixed;
    inset: auto;
    width: max-content;
    max-width: min(300px, 100vw - 16px);
    margin: 0;
    padding: 7px 11px;
    /* The pointer may go through it, from the word to the explanation. */
    border: 5px solid transparent;
    border-radius: 12px;
    background: var(--ink) padding-box;
    color: var(--paper);
    font: 400 13px/1.45 system-ui, "Segoe UI", Inter, sans-serif;
    letter-spacing: normal;
    text-align: start;
    text-transform: none;
    white-space: normal;
  }
  @media (forced-colors: active) { .term [popover] { border-width: 1px; } }
  @media print { .term button { text-decoration: none; } }
`;
