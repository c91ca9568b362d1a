// The program that the reader edits: its text, and its editor, which is loaded when the program is first touched. As long
// as nothing is typed, the program is the lesson's own.

import { message } from "../engine/message.js";

/** @import { ReactiveController, ReactiveControllerHost } from "lit" */
/** @import { ProgramEditor } from "../editor/editor.js" */
/** @import { Run } from "../editor/marks.js" */

/** How long nothing is typed before it is kept. */
const PAUSE_MS = 250;

/** @typedef {{ x: number, y: number } | undefined} Point where the reader points */

/** @implements {ReactiveController} */
export class Editor {
  /** @type {string | undefined} What stands in place of the lesson's own program. */
  #text = undefined;
  /** @type {string | undefined} The same, as an address carries it. */
  #code = undefined;
  /** @type {typeof import("../editor/editor.js") | undefined} */
  #views = undefined;
  /** @type {ProgramEditor | undefined} */
  #editor = undefined;
  /** @type {Promise<void> | undefined} */
  #opening = undefined;
  /** Whether it could not be loaded: then it is tried again when somebody wants it, and not whenever the page is drawn. */
  #hasFailed = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #pause = undefined;

  /**
   * @param {ReactiveControllerHost & HTMLElement & { renderRoot: HTMLElement | DocumentFragment }} host
   * @param {object} page
   * @param {() => string | undefined} page.own the lesson's own program, once it is there
   * @param {() => boolean} page.isGiven whether that is not the course's, but stands in the page around
   * @param {() => boolean} page.isEditable
   * @param {() => void} page.onTyped something else is in the address from now on
   * @param {(line: number) => void} page.onLine a line that ran was asked for
   * @param {(styles: import("lit").CSSResultGroup) => void} page.onStyles
   * @param {(error: unknown) => void} page.onError
   */
  constructor(host, page) {
    this.host = host;
    this.page = page;
    host.addController(this);
  }

  // Who leaves in the middle of a word finds it again: a click on a link takes the focus first.
  hostConnected() {
    this.host.addEventListener("focusout", this.#onLeave);
    addEventListener("pagehide", this.#onLeave);
  }

  hostDisconnected() {
    this.host.removeEventListener("focusout", this.#onLeave);
    removeEventListener("pagehide", this.#onLeave);
  }

  #onLeave = () => {
    if (this.#pause !== undefined) this.#kept();
  };

  /** The program as it stands; none before the lesson is there. */
  get text() {
    return this.#text ?? this.page.own();
  }

  /** Whether the editor is on its way. */
  get isOpening() {
    return this.#opening !== undefined && this.#editor === undefined;
  }

  /** The program, if it is another than the lesson's own. */
  get edited() {
    return this.#text === this.page.own() ? undefined : this.#text;
  }

  /** The program as an address carries it, if it is none of the course. */
  get code() {
    return this.edited === undefined && !this.page.isGiven() ? undefined : this.#code;
  }

  /** The editor in which the program stands, if it stands in one. */
  get editor() {
    return this.#editor;
  }

  /**
   * Sets the program; none: the lesson's own.
   * @param {string | undefined} text
   */
  async set(text) {
    this.#forgetPause();
    [this.#text, this.#code] = [text, undefined];
    if (this.#editor) this.#editor.text = this.text ?? "";
    this.host.requestUpdate();
    // Of a lesson's own program an address carries nothing.
    if (text !== undefined || this.page.isGiven()) this.#keep(await import("../record/code.js"));
  }

  /** Makes what an address carries of the page's own program: of what was typed, there always is. */
  async carry() {
    if (this.page.isGiven() && this.#code === undefined) this.#keep(await import("../record/code.js"));
  }

  /**
   * Puts a program in place of what was typed; none: the lesson's own. Undo brings back what was typed.
   * @param {string} [text]
   */
  async put(text) {
    // Of what can only be read, the editor would be one for reading.
    if (!this.page.isEditable()) this.#text = text;
    const editor = await this.open();
    await this.host.updateComplete;
    if (!editor) return;
    editor.text = text ?? this.page.own() ?? "";
    this.#kept();
    editor.enter(undefined);
  }

  /** There is another lesson. */
  forget() {
    this.#forgetPause();
    [this.#text, this.#code] = [undefined, undefined];
    this.#close();
  }

  #close() {
    this.#editor?.end();
    [this.#editor, this.#opening, this.#hasFailed] = [undefined, undefined, false];
  }

  /** To be called when the page has drawn the lesson: what was typed is seen in an editor. */
  follow() {
    if (this.#editor && this.#editor.readOnly === this.page.isEditable()) this.#close();
    if (this.edited !== undefined && this.page.own() !== undefined && !this.#hasFailed) this.open().catch(this.page.onError);
  }

  /**
   * Puts the program into an editor.
   * @returns {Promise<ProgramEditor | undefined>} none, if another lesson has come meanwhile
   */
  async open() {
    if (this.#editor) return this.#editor;
    /** @type {Promise<void>} */
    const opening = (this.#opening ??= this.#load(() => opening === this.#opening));
    await opening;
    return this.#editor;
  }

  /** @param {() => boolean} isWanted the lesson may be another one by now */
  async #load(isWanted) {
    this.host.requestUpdate();
    try {
      const views = await import("../editor/editor.js");
      if (!this.#views) this.page.onStyles(views.editorStyles);
      this.#views = views;
    } catch (error) {
      [this.#opening, this.#hasFailed] = [undefined, true];
      this.host.requestUpdate();
      throw new Error(`The editor could not be loaded. Touch the program to try again. (${message(error)})`);
    }
    if (!isWanted()) return;
    const { renderRoot } = this.host;
    // From here on the page may draw the editor.
    const { scrollTop = 0, scrollLeft = 0 } = renderRoot.querySelector(".source .program pre") ?? {};
    this.#editor = new this.#views.ProgramEditor({
      root: /** @type {ShadowRoot} */ (renderRoot),
      text: this.text ?? "",
      readOnly: !this.page.isEditable(),
      on: {
        change: (text) => this.#typed(text),
        said: () => this.host.requestUpdate(),
        line: this.page.onLine,
      },
    });
    this.#keep();
    this.host.requestUpdate();
    await this.host.updateComplete;
    if (this.#editor) Object.assign(this.#editor.view.scrollDOM, { scrollTop, scrollLeft });
  }

  /**
   * The reader wants to write.
   * @param {Point} point
   */
  async enter(point) {
    const editor = await this.open();
    await this.host.updateComplete;
    editor?.enter(point);
  }

  /**
   * What the checker has said of a program that was to run.
   * @param {string} source
   * @param {readonly import("../types.js").Diagnostic[]} diagnostics
   */
  async refuse(source, diagnostics) {
    const editor = await this.open();
    await this.host.updateComplete;
    editor?.checking?.show(source, diagnostics);
    const first = editor?.checking?.said.find(({ severity }) => severity === "error");
    if (first) editor?.goTo(first);
  }

  /** @param {string} text */
  #typed(text) {
    this.#text = text === this.page.own() ? undefined : text;
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#kept(), PAUSE_MS);
    this.host.requestUpdate();
  }

  /** At once: the page may be left in this moment. */
  #kept() {
    this.#forgetPause();
    this.#keep();
    this.page.onTyped();
  }

  #forgetPause() {
    clearTimeout(this.#pause);
    this.#pause = undefined;
  }

  /** Makes what an address carries. @param {Pick<typeof import("../record/code.js"), "encodeCode">} [by] */
  #keep(by = this.#views) {
    const text = this.page.isGiven() ? this.text : this.#text;
    if (text === undefined || !by) return;
    try {
      this.#code = by.encodeCode(text);
    } catch (error) {
      this.#code = undefined;
      this.page.onError(error);
    }
  }

  /**
   * The editor, if the program stands in one.
   * @param {Run} run what is seen of the run
   */
  render(run) {
    if (!this.#editor || !this.#views) return undefined;
    this.#editor.mark(run);
    return { program: this.#editor.dom, below: this.#views.checked(this.#editor) };
  }
}
