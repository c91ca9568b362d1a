// What the checker says of a program, while it is typed: underlined, with what would mend it.

import { setDiagnostics } from "@codemirror/lint";

import { SupersededError, compiler } from "../engine/compiler/client.js";
import { message } from "../engine/message.js";
import { textOf } from "./text.js";

/** @import { Diagnostic as Underlined } from "@codemirror/lint" */
/** @import { Text } from "@codemirror/state" */
/** @import { EditorView, ViewUpdate } from "@codemirror/view" */
/** @import { Diagnostic } from "../types.js" */

/** How long nothing is typed before it is checked. */
const PAUSE_MS = 250;

/**
 * One thing that is wrong, at its place in the text of now.
 * @typedef {object} Said
 * @property {Diagnostic["severity"]} severity
 * @property {string} code
 * @property {string} message
 * @property {string | undefined} help
 * @property {number} from
 * @property {number} to
 * @property {{ from: number, to: number, insert: string } | undefined} fix
 */

export class Checking {
  /** @type {Said[]} */
  said = [];
  /** Whether they are of the text of now. */
  isCurrent = false;
  /** Why nothing can be said, if nothing can. */
  trouble = "";
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #pause = undefined;
  /** What is checked, or was last. @type {Text | undefined} */
  #asked = undefined;

  /**
   * @param {EditorView} view
   * @param {() => void} onChange something else is said
   */
  constructor(view, onChange) {
    this.view = view;
    this.onChange = onChange;
    compiler.addEventListener("change", this.#onCompiler);
    this.#ask();
  }

  /** Nobody looks any more. */
  end() {
    compiler.removeEventListener("change", this.#onCompiler);
    clearTimeout(this.#pause);
  }

  /** The state of the checker itself. */
  get state() {
    return compiler.state;
  }

  #onCompiler = () => {
    if (compiler.state === "ready" && !this.isCurrent) this.#ask();
    this.onChange();
  };

  /** Asks once more, after what went wrong. */
  again() {
    this.#ask();
  }

  /** @param {ViewUpdate} update */
  follow({ changes, docChanged }) {
    if (!docChanged) return;
    this.isCurrent = false;
    this.said = this.said.map((one) => ({ ...one, ...moved(one, changes), fix: one.fix && { ...one.fix, ...moved(one.fix, changes) } }));
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#ask(), PAUSE_MS);
    this.onChange();
  }

  /**
   * Says what a program is known to have wrong.
   * @param {string} source
   * @param {readonly Diagnostic[]} diagnostics
   */
  show(source, diagnostics) {
    if (source === textOf(this.view.state.doc)) this.#show(diagnostics);
  }

  async #ask() {
    const { doc } = this.view.state;
    this.#asked = doc;
    try {
      const diagnostics = await compiler.check(textOf(doc));
      if (doc !== this.#asked || !doc.eq(this.view.state.doc)) return;
      this.trouble = "";
      this.#show(diagnostics);
    } catch (error) {
      if (error instanceof SupersededError || doc !== this.#asked) return;
      this.trouble = message(error);
      this.onChange();
    }
  }

  /** @param {readonly Diagnostic[]} diagnostics */
  #show(diagnostics) {
    const { doc } = this.view.state;
    clearTimeout(this.#pause);
    this.isCurrent = true;
    this.said = diagnostics.map((one) => placed(doc, one)).sort((a, b) => a.from - b.from);
    this.view.dispatch(setDiagnostics(this.view.state, this.said.map((one) => this.#underlined(one))));
    this.onChange();
  }

  /**
   * @param {Said} one
   * @returns {Underlined}
   */
  #underlined(one) {
    const { from, to, severity, code, message, help, fix } = one;
    return {
      from,
      to,
      severity,
      source: code,
      message: help ? `${message}\n${help}` : message,
      // It may have moved since.
      actions: fix ? [{ name: "Fix", apply: () => this.mend(this.said.find((now) => now.message === message && now.code === code && now.fix?.insert === fix.insert)) }] : [],
    };
  }

  /** Does what mends one thing, if that is known. @param {Said | undefined} one */
  mend(one) {
    if (!one?.fix) return false;
    const { from, to, insert } = one.fix;
    this.view.dispatch({ changes: { from, to, insert }, selection: { anchor: from + insert.length }, userEvent: "input.fix", scrollIntoView: true });
    this.view.focus();
    return true;
  }

  /** What is said of a place; else the first of its line. @param {number} at */
  at(at) {
    const line = this.view.state.doc.lineAt(at);
    const here = this.said.filter(({ from, to }) => from <= line.to && to >= line.from);
    return here.find(({ from, to, fix }) => fix && from <= at && to >= at) ?? here.find(({ fix }) => fix);
  }
}

/**
 * @param {Text} doc
 * @param {Diagnostic} diagnostic
 * @returns {Said}
 */
function placed(doc, { severity, code, message, help, ...range }) {
  const { from, to } = rangeOf(doc, range);
  const fix = help?.replacement;
  return {
    severity,
    code,
    message,
    help: help?.message,
    // One sign at least is underlined.
    ...(from === to ? { from: to === doc.lineAt(to).to && from > doc.lineAt(from).from ? from - 1 : from, to: Math.min(doc.lineAt(to).to, to + 1) } : { from, to }),
    fix: fix && { ...rangeOf(doc, fix), insert: fix.text },
  };
}

/**
 * @param {Text} doc
 * @param {{ line: number, column: number, end_line: number, end_column: number }} range
 */
function rangeOf(doc, { line, column, end_line, end_column }) {
  const from = offsetOf(doc, line, column);
  return { from, to: Math.max(from, offsetOf(doc, end_line, end_column)) };
}

/**
 * @param {Text} doc
 * @param {number} line
 * @param {number} column
 */
export function offsetOf(doc, line, column) {
  if (line > doc.lines) return doc.length;
  const { from, to } = doc.line(Math.max(1, line));
  return Math.min(to, from + Math.max(0, column - 1));
}

/**
 * @param {{ from: number, to: number }} range
 * @param {import("@codemirror/state").ChangeSet} changes
 */
function moved({ from, to }, changes) {
  const at = changes.mapPos(from, 1);
  return { from: at, to: Math.max(at, changes.mapPos(to, -1)) };
}
