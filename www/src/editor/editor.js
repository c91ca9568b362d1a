// The editor of a program. It lies over the listing that was there before it was touched: the same letters at the same
// places (see styles.js).

import { closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, isolateHistory } from "@codemirror/commands";
import { rust } from "@codemirror/lang-rust";
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { nextDiagnostic, previousDiagnostic } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { EditorState } from "@codemirror/state";
import { EditorView, dropCursor, keymap } from "@codemirror/view";

import { rustColours } from "../source/rust-colours.js";
import { replacing } from "./replacing.js";
import { assist } from "./assist.js";
import { isAsItRan, lineThatRan, mark, runMarks } from "./marks.js";
import { Checking } from "./said.js";
import { textOf, withoutEnd } from "./text.js";

/** @import { Run } from "./marks.js" */

export { encodeCode } from "../record/code.js";
export { checked } from "./checked.js";
export { editorStyles } from "./styles.js";

/** How much is seen beyond the line that is lit, in CSS pixels, as in other panes. */
const AROUND = 26;

/**
 * @typedef {object} On
 * @property {(text: string) => void} change it was typed
 * @property {() => void} said the checker says something else
 * @property {(line: number) => void} line a line that ran was asked for
 */

export class ProgramEditor {
  #checking;
  /** @type {Run | undefined} The run that is seen. */
  #ran = undefined;

  /**
   * @param {object} given
   * @param {ShadowRoot | Document} given.root where its styles belong
   * @param {string} given.text
   * @param {boolean} given.readOnly
   * @param {On} given.on
   */
  constructor({ root, text, readOnly, on }) {
    const view = new EditorView({
      root,
      state: EditorState.create({
        doc: withoutEnd(text),
        extensions: [
          runMarks(on.line),
          rust(),
          syntaxHighlighting(rustColours),
          indentUnit.of("    "),
          EditorState.tabSize.of(4),
          EditorState.readOnly.of(readOnly),
          EditorView.editable.of(!readOnly),
          EditorView.scrollHandler.of((view, { head }) => {
            const covered = coveredBelow(root);
            const { node } = view.domAtPos(head);
            const line = (node instanceof Element ? node : node.parentElement)?.closest(".cm-line");
            const hidden = (line?.getBoundingClientRect().bottom ?? 0) - innerHeight + covered;
            if (covered > 0 && hidden > 0) scrollBy(0, hidden);
            // The rest is the editor's.
            return false;
          }),
          EditorView.contentAttributes.of({ "aria-label": "Rust program", tabindex: "0" }),
          EditorView.domEventHandlers({
            click: (event, view) => {
              const at = view.posAtCoords(event);
              if (at === null || !view.state.selection.main.empty || !isAsItRan(view)) return;
              const line = lineThatRan(view, at);
              if (line !== undefined) on.line(line);
            },
          }),
          readOnly ? [] : this.#writing(on),
          EditorView.updateListener.of((update) => {
            this.#checking?.follow(update);
            if (update.docChanged) on.change(this.text);
          }),
        ],
      }),
    });
    this.view = view;
    this.readOnly = readOnly;
    this.#checking = readOnly ? undefined : new Checking(view, on.said);
  }

  /** What takes part in writing. @param {On} on */
  #writing(on) {
    /** @param {EditorView} view */
    const go = (view) => {
      const line = lineThatRan(view, view.state.selection.main.head);
      if (line !== undefined) on.line(line);
      return line !== undefined;
    };
    /** @param {EditorView} view */
    const mend = (view) => this.#checking?.mend(this.#checking.at(view.state.selection.main.head)) ?? false;
    return [
      history(),
      replacing,
      closeBrackets(),
      bracketMatching(),
      indentOnInput(),
      dropCursor(),
      highlightSelectionMatches(),
      search({ top: true }),
      assist,
      keymap.of([
        { key: "Mod-.", run: mend },
        { key: "Alt-Enter", run: go },
        { key: "F8", run: nextDiagnostic, shift: previousDiagnostic },
        ...closeBracketsKeymap,
        ...searchKeymap,
        ...historyKeymap,
        ...completionKeymap,
        // By these the page runs the program. Tab leaves the editor, as it leaves everything else.
        ...defaultKeymap.filter(({ key }) => key !== "Mod-Enter"),
      ]),
    ];
  }

  get dom() {
    return this.view.dom;
  }

  get text() {
    return textOf(this.view.state.doc);
  }

  /** What is typed over can be had back, as what was typed. @param {string} text */
  set text(text) {
    if (text === this.text) return;
    const { doc } = this.view.state;
    this.view.dispatch({ changes: { from: 0, to: doc.length, insert: withoutEnd(text) }, annotations: isolateHistory.of("full") });
  }

  /** What the checker says. */
  get checking() {
    return this.#checking;
  }

  /**
   * Shows a run beside the program, or none.
   * @param {Run} run
   */
  mark(run) {
    const { source, state, eventful } = run;
    if (source === this.#ran?.source && state === this.#ran?.state && eventful.size === this.#ran?.eventful.size) return;
    this.#ran = run;
    const line = mark(this.view, run);
    if (line === undefined) return;
    const { from } = this.view.state.doc.line(line);
    this.view.requestMeasure({
      read: (view) => {
        const { top, bottom } = view.lineBlockAt(from);
        const padding = view.documentPadding.top;
        const pane = view.scrollDOM;
        return Math.max(bottom + padding + AROUND - pane.clientHeight, Math.min(pane.scrollTop, top + padding - AROUND));
      },
      write: (top, { scrollDOM }) => (scrollDOM.scrollTop = top),
    });
  }

  /**
   * Puts the cursor where the reader points.
   * @param {{ x: number, y: number } | undefined} point none: at the beginning
   */
  enter(point) {
    const at = point && this.view.posAtCoords(point, false);
    if (at !== undefined) this.view.dispatch({ selection: { anchor: at } });
    this.view.contentDOM.focus({ preventScroll: true });
  }

  /** Puts the cursor at something that is said, and shows it. @param {{ from: number }} said */
  goTo({ from }) {
    this.view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: "nearest", yMargin: AROUND }) });
    this.view.contentDOM.focus({ preventScroll: true });
  }

  /** Nobody uses it any more. */
  end() {
    this.#checking?.end();
    this.view.destroy();
  }
}

/**
 * How much is covered at the bottom of the screen by what stays there: on a phone, what is asked for, or the scrubber.
 * @param {ShadowRoot | Document} root
 */
function coveredBelow(root) {
  const stays = [.../** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(".exercise.open, .dock"))].find((part) => getComputedStyle(part).position === "sticky");
  return stays?.offsetHeight ?? 0;
}
