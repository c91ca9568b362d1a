// <async-playground>: one lesson, run and seen.
//
// The element puts together what others hold: the settings, what is foreseen of them, the
// run that is shown, and where in it the reader looks. Every view is a function of these.

import { LitElement, adoptStyles, html, nothing, unsafeCSS } from "lit";
import { guard } from "lit/directives/guard.js";

import { boxInside } from "./box.js";
import { Clipboard } from "./controllers/clipboard.js";
import { isScenario } from "./controllers/choices.js";
import { Comparison } from "./controllers/comparison.js";
import { Editor } from "./controllers/editor.js";
import { Exercise } from "./controllers/exercise.js";
import { FocusKeeper } from "./controllers/focus.js";
import { Follow } from "./controllers/follow.js";
import { Foresight } from "./controllers/foresight.js";
import { Given } from "./controllers/given.js";
import { Headings } from "./controllers/headings.js";
import { Keyboard } from "./controllers/keyboard.js";
import { Paper } from "./controllers/paper.js";
import { Parts } from "./controllers/parts.js";
import { Playback } from "./controllers/playback.js";
import { Poster } from "./controllers/poster.js";
import { Prediction } from "./controllers/prediction.js";
import { Prerendered } from "./controllers/prerendered.js";
import { Press } from "./controllers/press.js";
import { Recorded } from "./controllers/recorded.js";
import { Runner } from "./controllers/runner.js";
import { DEFAULTS, asText, isSpeed, readSettings } from "./controllers/settings.js";
import { Sharing } from "./controllers/sharing.js";
import { Sleep } from "./controllers/sleep.js";
import { PageTheme } from "./controllers/theme.js";
import { Width } from "./controllers/width.js";
import { message } from "./engine/message.js";
import { OWN, find } from "./engine/scenarios.js";
import { shortName } from "./record/names.js";
import { rustPlayground, tokioMain } from "./source/rust-playground.js";
import { compareWith } from "./views/compare-with.js";
import { controls } from "./views/controls.js";
import { problem } from "./views/problem.js";
import { head, shownInSmall } from "./views/small.js";
import { source } from "./views/source.js";
import { text } from "./views/text.js";
import { unready, unreadyStyles } from "./views/unready.js";
import { workbench } from "./views/workbench.js";
import { zoomStyles } from "./zoom.js";

/** @import { Foreseen, Wish } from "./controllers/foresight.js" */
/** @import { Shortcut } from "./controllers/shortcuts.js" */
/** @import { Param, RunRecord, Scenario } from "./types.js" */

export class AsyncPlayground extends LitElement {
  static styles = [unsafeCSS(boxInside), zoomStyles, unreadyStyles];

  static properties = {
    scenario: {},
    params: {},
    compare: {},
    speed: {},
    theme: { reflect: true, converter: { toAttribute: asText } },
    view: { reflect: true, converter: { toAttribute: asText } },
    language: {},
    predict: {},
    autorun: { type: Boolean },
    keys: {},
    editable: {},
    site: {},
    without: {},
    headingLevel: { attribute: "heading-level" },
    src: {},
    poster: {},
    at: {},
    shortcuts: { attribute: false },
    problem: { attribute: false },
    solved: { attribute: false },
    _error: { state: true },
    _sideBySide: { state: true },
    _panel: { state: true },
    _cursor: { state: true, hasChanged: () => true },
  };

  constructor() {
    super();
    /** The id of the scenario. */
    this.scenario = "";
    /** Its parameters, as in an address: `a=2&b=1`. */
    this.params = "";
    /** The id of a second scenario to compare with. */
    this.compare = "";
    /** By what every wait is divided: 0.25 to 20. */
    this.speed = "1";
    /** `auto`, `light` or `dark`. */
    this.theme = "auto";
    /** `full`, `compact`, `small` or `projector`. */
    this.view = "full";
    /** The language in which the program is shown: `rust` or `python`. */
    this.language = "rust";
    /** Whether the reader is asked to predict: `ask`, `required` (nothing runs before) or `none`. */
    this.predict = "ask";
    /** Whether to run as soon as it is ready. */
    this.autorun = false;
    /** Where single keys are shortcuts: inside the `element`, or wherever the focus is on the `page`. */
    this.keys = "element";
    /** @type {unknown} Whether the program can be changed; if it is not said, it can in the full view. */
    this.editable = undefined;
    /** @type {unknown} The address of a site with these lessons, to which links lead; else the published one, if there is one. */
    this.site = undefined;
    /** What is left out, as words: `title text source log share compare`. */
    this.without = "";
    /** Of the title: 1 to 6. */
    this.headingLevel = "2";
    /** @type {unknown} The address of a recorded run: it is shown, and nothing runs until the reader wants it to. */
    this.src = undefined;
    /** @type {unknown} The address of a text, which is shown until there is a run. */
    this.poster = undefined;
    /** @type {unknown} How many events have happened where a run opens; if it is not said, all. */
    this.at = undefined;
    /** @type {readonly Shortcut[]} What keys the page around has, to be listed with the element's own. */
    this.shortcuts = [];
    /** @type {unknown} What went wrong around the element, to be said by it: in the page's address, say. */
    this.problem = undefined;
    /** Whether the exercise of this lesson was solved before. */
    this.solved = false;

    /** Another one whenever anything has changed but the cursor: what does not show that is not drawn anew for a step. */
    this._still = {};
    /** @type {unknown} For which of them the attributes were read last. */
    this._taken = undefined;
    /** The attributes, as far as they are allowed. */
    this._settings = DEFAULTS;
    /** @type {readonly string[]} Why the others are not. */
    this._refused = [];
    /** @type {unknown} What went wrong last of what was asked for. */
    this._error = undefined;
    /** Whether the programs of both languages are shown. */
    this._sideBySide = false;
    /** @type {string | undefined} Which panel under the run the reader has chosen. */
    this._panel = undefined;
    /** @type {import("lit").CSSResultGroup[]} The styles that came later than the element. */
    this._styles = [];
    /** @type {string | undefined} Where the recorded run lies that was asked for. */
    this._src = undefined;
    /** @type {{ scenario: string, source: string | undefined } | undefined} What that is a run of, where the page around names no lesson. */
    this._adopted = undefined;
    /** The lesson of which `playground-ready` has told. */
    this._readyFor = "";

    const onError = (/** @type {unknown} */ error) => this._fail(error);
    const onStyles = (/** @type {import("lit").CSSResultGroup} */ styles) => this._adoptStyles(styles);
    this._sleep = new Sleep(this, {
      onWake: () => this._wakeUp(),
      onPress: () => this._parts.broken !== undefined && this._parts.load(),
    });
    this._prerendered = new Prerendered(this);
    this._given = new Given(this, onError);
    this._poster = new Poster(this, onError);
    new FocusKeeper(this, ".controls .primary");
    this._paper = new Paper(this);
    this._theme = new PageTheme(this);
    new Headings(this, () => this._settings.headingLevel);
    this._press = new Press(this, ":is(.controls, .predict, .exercise) button");
    this._width = new Width(this, ".frame");
    this._parts = new Parts(this, {
      isStyled: () => this._prerendered.isStyled,
      onStyles,
      onBroken: (error) => this._emit("playground-error", error),
      onError,
    });
    this._clipboard = new Clipboard(this, onError);
    this._sharing = new Sharing(this, this._clipboard, { site: () => this._settings.site, onOpen: () => this._editor.carry(), onStyles, onError });
    this._playback = new Playback(this, () => this.requestUpdate("_cursor"));
    new Follow(this, () => `${this._playback.n} ${this._panel}`);
    this._editor = new Editor(this, {
      own: () => this._lesson?.source?.rust,
      isGiven: () => this._given.text !== undefined,
      isEditable: () => this._isEditable,
      onTyped: () => this._emit("playground-change", this.address),
      onLine: (line) => this._playback.moveToLine(line),
      onStyles,
      onError,
    });
    this._exercise = new Exercise(this, {
      wish: () => this._wish,
      text: () => this.source,
      onEdit: () => this._write(() => this._editor.enter(undefined)),
      onPut: (text) => this._write(() => this._editor.put(text)),
      onRun: (values) => {
        this._choose({ params: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)])) });
        this._runPredicted();
        this._showRun();
      },
      onRefused: (error) => this._refuse(error),
      onJudged: (reached) => this._emit("playground-exercise", { reached }),
      onStyles,
      onError,
    });
    this._prediction = new Prediction(this, () => this._emit("playground-predict", this.prediction));
    this._comparison = new Comparison(this, onError);
    this._foresight = new Foresight({
      onAllowed: ({ wish }) => this._onAllowed(wish),
      onSettled: (foreseen) => this._onForeseen(foreseen),
    });
    const onMore = (/** @type {RunRecord} */ record) => this._parts.views?.readOn(record);
    this._runner = new Runner(this, {
      foresee: () => this._foresight.foresee(this._wish),
      predicted: (foreseen) => this._prediction.take(foreseen),
      second: (first) => this._comparison.second(this._settings.compare, first, this._parts.course),
      onShow: (shown) => {
        this._playback.follow(shown);
        // What becomes of a prediction is seen where nothing else is asked for from now on.
        if (shown && isPredicted(shown)) this._panel = undefined;
      },
      onMore,
      onEnd: (shown, startedAt) => {
        this._prediction.end(shown);
        this._onEnd(shown.record, startedAt);
      },
      onError: (error) => this._refuse(error),
    });
    this._recorded = new Recorded({
      scenario: () => this._take().scenario,
      choose: ({ params, speed, source, program }) => {
        this._editor.set(source).catch(onError);
        this._take({ params: String(new URLSearchParams(params)), speed });
        return this._foresight.foresee({ ...this._wish, program });
      },
      show: (run) => {
        this._runner.show(run);
        if (run) this._openAt();
      },
      onMore,
    });
    this._keyboard = new Keyboard(this, () => ({ keys: this._settings.keys, others: this.shortcuts, hasEditor: this._isEditable }), {
      run: () => this._use(".controls form", (form) => /** @type {HTMLFormElement} */ (form).requestSubmit()),
      stop: () => this._runner.stoppable && (this.stop(), true),
      play: () => this._step(() => this._playback.playOrPause()),
      previous: () => this._step(({ n }) => this._playback.moveTo(n - 1)),
      next: () => this._step(({ n }) => this._playback.moveTo(n + 1)),
      first: () => this._step(() => this._playback.moveTo(0)),
      last: () => this._step(({ length }) => this._playback.moveTo(length)),
      "zoom-in": () => this._use('[aria-label="Zoom in"]', (button) => button.click()),
      "zoom-out": () => this._use('[aria-label="Zoom out"]', (button) => button.click()),
      "zoom-reset": () => this._use('[aria-label="Whole run"]', (button) => button.click()),
      compare: () => this._use("select[name=compare]", (select) => select.focus()),
      share: () => this._use(".share summary", (summary) => summary.focus()),
      help: () => this._keyboard.open(),
    }, { styles: onStyles, error: onError });
  }

  connectedCallback() {
    this._sleep.begin();
  }

  _wakeUp() {
    super.connectedCallback();
  }

  createRenderRoot() {
    this._prerendered.take();
    const root = super.createRenderRoot();
    this._prerendered.keepStyles();
    return root;
  }

  disconnectedCallback() {
    if (this._sleep.isDeep) return;
    super.disconnectedCallback();
    // It may only be moved: then it is in the page again before this task is over.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.stop();
      this._exercise.leave();
      this._foresight.forget();
    });
  }

  /** Without it, `moveBefore` would be a removal (DOM standard, "moving steps"). */
  connectedMoveCallback() {}

  /** @param {Parameters<LitElement["requestUpdate"]>} change */
  requestUpdate(...change) {
    if (change[0] !== "_cursor") this._still = {};
    super.requestUpdate(...change);
  }

  /** Nothing is drawn anew while a button is pressed, and no two elements at once. */
  scheduleUpdate() {
    const { released } = this._press;
    const { turn } = this._sleep;
    return released || turn ? Promise.all([released, turn]).then(() => super.scheduleUpdate()) : super.scheduleUpdate();
  }

  willUpdate() {
    if (this._taken === this._still) return;
    this._take();
    this._openSrc();
    if (this._isThere && this.isConnected) {
      if (this._wish.source !== undefined) this._foreseeNothing();
      else {
        const foreseen = this._foresight.foresee(this._settings);
        // What is asked of a lesson as it is given need not be foreseen.
        if (this._lesson?.source && !this._isChanged && !foreseen.simulated) this._prediction.foresee(this._lesson, foreseen);
      }
    }
    this._comparison.second(this._settings.compare, this._runner.shown, this._parts.course);
    this._taken = this._still;
  }

  /** @param {import("lit").PropertyValues} changed */
  update(changed) {
    super.update(changed);
    if (this._lesson?.source) {
      this._prerendered.remove();
      const touched = this._prerendered.takeTouch();
      if (touched && this._isEditable) this._enter(touched.point);
      if (this._sleep.takePress()) this._runPredicted();
    } else this._prerendered.isUsable = this._parts.broken === undefined;
    this._editor.follow();
  }

  /**
   * Takes over what the attributes say at this moment.
   * @param {{ params?: string, speed?: string, compare?: string }} [change] said first
   */
  _take(change) {
    Object.assign(this, change);
    const { settings, refused } = readSettings(this, this._settings, this._parts.course);
    const before = this._settings;
    const { inside } = this._given;
    const unnamed = this._adopted ?? { scenario: inside === undefined ? "" : OWN, source: inside };
    const given = settings.scenario === "" && unnamed.scenario === OWN ? unnamed.source : undefined;
    settings.scenario ||= unnamed.scenario;
    const isNew = refused.filter((message) => !this._refused.includes(message));
    [this._settings, this._refused] = [settings, refused];
    // Where nothing is asked, nothing is required.
    const isAsked = settings.view === "full" && this._wish.source === undefined && (settings.poster === undefined || settings.predict === "required");
    this._prediction.mode = isAsked ? settings.predict : "none";
    const isOther = settings.scenario !== before.scenario;
    if (isOther || given !== this._given.text) {
      // What the reader has made of a program stays, when the page around brings another one.
      if (isOther || this._editor.edited === undefined) this._forget();
      this._given.text = given;
      if (this._parts.broken !== undefined) this._parts.load();
    }
    // What went wrong before was about something else.
    if (JSON.stringify(settings) !== JSON.stringify(before)) this._error = undefined;
    for (const message of isNew) this._emit("playground-error", new Error(message));
    return settings;
  }

  /** There is another program. */
  _forget() {
    this._editor.forget();
    this._exercise.forget();
    this._runner.show(undefined);
    this._prediction.forget();
    this._foresight.forget();
    this._readyFor = "";
    this._error = undefined;
  }

  /** @param {import("lit").CSSResultGroup} more */
  _adoptStyles(more) {
    this._styles.push(more);
    const root = /** @type {ShadowRoot} */ (this.renderRoot);
    const before = [...root.adoptedStyleSheets];
    adoptStyles(root, AsyncPlayground.finalizeStyles([...this._styles, ...AsyncPlayground.styles]));
    // The editor has brought some of its own, which have to stay first.
    const ours = root.adoptedStyleSheets;
    root.adoptedStyleSheets = [...before.filter((sheet) => !ours.includes(sheet)), ...ours];
  }

  /** The lesson, if there is one. */
  get _lesson() {
    const lesson = this._parts.course && find(this._settings.scenario);
    return lesson && this._given.text !== undefined ? this._given.lesson(lesson) : lesson;
  }

  /** Shows the recorded run that the page around names, once. */
  _openSrc() {
    const { src, poster } = this._settings;
    this._poster.follow(poster);
    if (src === this._src) return;
    [this._src, this._adopted] = [src, undefined];
    if (src === undefined) return;
    const adopt = (/** @type {RunRecord} */ { scenario, source }) => {
      this._adopted = { scenario, source };
      this._take();
    };
    this._recorded.fetch(src, adopt).catch((error) => this._fail(error));
  }

  /** A run opens where the page around says. */
  _openAt() {
    const { at } = this._settings;
    if (at === undefined) return;
    const { length } = this._playback;
    if (at <= length) this._playback.moveTo(at);
    else this._fail(new Error(`attribute "at" is "${at}": this run has ${length} events, allowed is a number from 0 to ${length}`));
  }

  /** Whether all is there that will be of what is shown. */
  get _isThere() {
    const { scenario, src } = this._settings;
    // A recorded run will say, or nothing will.
    if (scenario === "" && src !== undefined) return false;
    return this._given.text === undefined ? this._parts.has(this._settings.scenario) : this._parts.course !== undefined;
  }

  /** Whether the program can be changed: of a lesson for browsers alone, only what was put in its place. */
  get _isEditable() {
    return this._settings.editable && (!this._lesson?.browser_only || this._editor.edited !== undefined);
  }

  /** What is chosen: the settings and, if it is no lesson as it is given, the program. @returns {Wish} */
  get _wish() {
    const { scenario, params, speed } = this._settings;
    return { scenario, params, speed, source: scenario === OWN ? this._editor.text : this._editor.edited };
  }

  /**
   * While a program is written, nobody knows what it will do: a run of it is foreseen when it is made.
   */
  _foreseeNothing() {
    const wish = this._wish;
    if (this._foresight.current?.wish.source !== wish.source) this._foresight.forget();
    this._parts.furnish();
    this._onAllowed(wish);
  }

  /**
   * A run was refused. What is wrong with a program is said at its place, where it can be mended.
   * @param {unknown} error
   */
  _refuse(error) {
    if (!(error instanceof Error && "diagnostics" in error) || !this._isEditable) {
      this._fail(error);
      return;
    }
    const { source } = this._wish;
    this._emit("playground-error", error);
    if (source !== undefined) this._write(() => this._editor.refuse(source, /** @type {any} */ (error).diagnostics));
  }

  /**
   * The reader wants to write.
   * @param {import("./controllers/editor.js").Point} [point]
   */
  _enter(point) {
    this._editor.enter(point).catch((error) => this._fail(error));
  }

  /** Scrolls to the run, where it does not stand beside the program. */
  _showRun() {
    const run = this.renderRoot.querySelector(".run-side > .controls");
    if (run && run.getBoundingClientRect().bottom > innerHeight) run.scrollIntoView();
  }

  /**
   * The reader wants another program, in the language in which it can be written.
   * @param {() => Promise<unknown>} act
   */
  _write(act) {
    if (!this._sideBySide) this.language = "rust";
    act().catch((error) => this._fail(error));
  }

  /** The program, as it is shown and runs. */
  get source() {
    return this._editor.text ?? "";
  }

  /** Setting one puts it in place of the lesson's own; an empty one brings that back. */
  set source(source) {
    this._sleep.end();
    this._editor.set(asText(source) || undefined).catch((error) => this._fail(error));
  }

  /**
   * Shows a program that an address carries; none: the lesson's own. Rejects if it is none.
   * @param {string | undefined} code as `encodeCode` of code.js makes it
   * @param {{ signal?: AbortSignal }} [options] aborted, it is not shown any more
   */
  async openCode(code, { signal } = {}) {
    this._sleep.end();
    const source = code === undefined ? undefined : (await import("./record/code.js")).decodeCode(code);
    if (!signal?.aborted) await this._editor.set(source);
  }

  /** @param {Wish} wish */
  _onAllowed({ scenario, speed }) {
    if (scenario === this._readyFor || !isSpeed(speed)) return;
    this._readyFor = scenario;
    this._emit("playground-ready");
    // A recorded run is seen until another one is wanted.
    if (this.autorun && this._settings.src === undefined && this._runner.state === "idle" && !this._runner.shown) this.run().catch(() => {});
  }

  /** @param {Foreseen} foreseen */
  _onForeseen(foreseen) {
    // Whoever has asked to run a program hears from the run what is wrong with it.
    if (foreseen.error && foreseen.wish.source === undefined) this._emit("playground-error", foreseen.error);
    if (this._lesson?.source && !foreseen.error) this._prediction.foresee(this._lesson, foreseen);
    this.requestUpdate();
    this._parts.furnish();
  }

  /** The record of the last run that has ended; setting one shows it, if it is one of this lesson. */
  get record() {
    return this._runner.record;
  }

  set record(record) {
    this.show(record).catch((error) => this._fail(error));
  }

  /**
   * Shows a record, without running it. Rejects if it is none, or one of another scenario: what was shown stays.
   * @param {unknown} record
   */
  show(record) {
    this._sleep.end();
    this._error = undefined;
    return this._recorded.set(record);
  }

  /**
   * What the reader has said to the questions of this lesson, as JSON: `{ questions, answers, skipped }`.
   * Setting it answers those questions that are the same.
   */
  get prediction() {
    return this._prediction.value;
  }

  set prediction(prediction) {
    this._error = undefined;
    // Of the lesson of this moment.
    this._take();
    try {
      this._prediction.value = prediction;
    } catch (error) {
      this._fail(error);
    }
  }

  /**
   * Shows a run that was shared, without running it. Rejects if it is none, or one of
   * another scenario.
   * @param {string} shared a record as `encodeRun` of shared-run.js makes it
   * @param {{ signal?: AbortSignal }} [options] aborted, it is not shown any more
   */
  open(shared, { signal } = {}) {
    this._sleep.end();
    return this._recorded.open(shared, signal);
  }

  /**
   * Runs the scenario, and stops a run that goes on.
   *
   * Resolves to the record when the run has ended; rejects if the scenario, a parameter or
   * the speed is not allowed, and with an `AbortError` if it was stopped before it began.
   * @returns {Promise<RunRecord>}
   */
  async run() {
    this._sleep.end();
    // A record that is still to be shown is not wanted any more.
    this._recorded.want();
    this._error = undefined;
    this.problem = undefined;
    if (this._parts.course) this._parts.furnish({ again: true });
    return this._runner.run();
  }

  /** Stops the run, if one goes on: every task of it is dropped, and its record says "stopped". */
  stop() {
    this._runner.stop();
  }

  /**
   * @param {RunRecord} record
   * @param {number} startedAt
   */
  async _onEnd(record, startedAt) {
    this._playback.end();
    this._openAt();
    this._emit("playground-finish", record);
    try {
      const { markTasks } = await import("./export/performance.js");
      markTasks(record, startedAt);
    } catch (error) {
      // For the browser's own tools: the run has ended without it, too.
      this._fail(error);
    }
  }

  /** @param {unknown} error */
  _fail(error) {
    this._error = error;
    this._emit("playground-error", error);
  }

  /**
   * @param {string} type
   * @param {unknown} [detail]
   */
  _emit(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  /** What is chosen, as the site's address says it. */
  get address() {
    const { scenario, compare, speed } = this._settings;
    return { scenario, compare: isScenario(compare) ? compare : undefined, params: this._known, speed, code: this._editor.code };
  }

  /** Whether anything is other than the lesson gives it. */
  get _isChanged() {
    const { params, speed } = this._settings;
    return Number(speed) !== 1 || (this._lesson?.params ?? []).some(({ name, default: given }) => Number(params[name] ?? given) !== given);
  }

  /** The parameters that were given, as far as the lesson has them; what a program of one's own takes, it knows itself. */
  get _known() {
    if (this._settings.scenario === OWN) return this._settings.params;
    const names = this._lesson?.params.map(({ name }) => name) ?? [];
    return Object.fromEntries(Object.entries(this._settings.params).filter(([name]) => names.includes(name)));
  }

  /**
   * What the reader changes belongs to the next run, and to the address.
   * @param {{ params?: Record<string, string>, speed?: string, compare?: string }} change
   */
  _choose({ params, ...change }) {
    this._take(params ? { params: String(new URLSearchParams({ ...this._known, ...params })) } : change);
    this._emit("playground-change", this.address);
  }

  /** Everything as the lesson gives it. */
  _reset() {
    this._take({ params: "", speed: "1" });
    this._emit("playground-change", this.address);
  }

  /**
   * Runs what stands in the fields, whether or not they had the time to say so.
   * @param {Record<string, string>} typed
   */
  _runTyped(typed) {
    const shown = (/** @type {Param} */ { name, default: given }) => this._settings.params[name] ?? String(given);
    const changed = this._lesson?.params.filter((param) => typed[param.name] !== shown(param)) ?? [];
    if (changed.length > 0) this._choose({ params: Object.fromEntries(changed.map(({ name }) => [name, typed[name]])) });
    this._runPredicted();
  }

  /** Runs what is chosen, unless something is to be predicted first. */
  async _runPredicted() {
    if (this._prediction.mode === "required") {
      const foreseen = this._foresight.foresee(this._wish);
      await foreseen.settled;
      if (foreseen !== this._foresight.current || (!foreseen.error && this._prediction.ask(this._runner.shown))) return;
    }
    this.run().catch(() => {});
  }

  /**
   * Steps through the run, if there is one.
   * @param {(playback: Playback) => void} act
   */
  _step(act) {
    if (this._playback.length === 0) return false;
    act(this._playback);
    return true;
  }

  /**
   * Uses a control, if it is there.
   * @param {string} selector
   * @param {(control: HTMLElement) => void} act
   */
  _use(selector, act) {
    /** @type {HTMLElement | null} */
    const control = this.renderRoot.querySelector(selector);
    if (!control || control.matches(":disabled") || this._prerendered.isThere) return false;
    act(control);
    return true;
  }

  /** What is wrong at this moment, each thing once. */
  get _wrong() {
    const { current } = this._foresight;
    const foreseen = current?.wish.source === undefined ? current?.error : undefined;
    const said = [this._parts.broken, this.problem, ...this._refused, foreseen, this._error];
    return [...new Set(said.filter((error) => error !== undefined).map(message))];
  }

  render() {
    const lesson = this._lesson;
    const wrong = problem(this._wrong, this._parts.broken === undefined ? undefined : () => this._parts.load());
    const { theme, view, without } = this._settings;
    const scheme = theme === "auto" ? this._theme.scheme : undefined;
    if (!lesson?.source) return unready(wrong, this._prerendered.isThere, scheme);
    if (view === "small") {
      const shown = shownInSmall(this._panel, without, this._runner.shown !== undefined);
      return workbench(without.includes("source") ? nothing : this._renderSource(lesson), this._renderRun(lesson), {
        scheme,
        shown,
        head: head({
          title: this._given.text === undefined ? lesson.title : undefined,
          without,
          shown,
          controls: this._renderControls(lesson, nothing),
          wrong,
          onShow: (name) => (this._panel = name),
        }),
      });
    }
    const still = (/** @type {() => unknown} */ draw) => guard([this._still], draw);
    return html`${workbench(
      html`${still(() => (this._given.text === undefined ? text(lesson, { isFull: view === "full", without }) : nothing))}${without.includes("source") ? nothing : this._renderSource(lesson)}${still(() => this._renderExercise(lesson))}`,
      html`${still(() => this._renderControls(lesson, wrong))}${this._renderRun(lesson)}`,
      { scheme },
    )}`;
  }

  /** @param {Scenario} lesson */
  _renderSource(lesson) {
    const { shown } = this._runner;
    const { record, replay } = shown ?? {};
    const { params } = this._settings;
    const { source: written } = this._wish;
    const made = shown?.wish.source === undefined ? shown?.foreseen : undefined;
    return source({
      scenario: lesson,
      program: {
        text: this.source,
        isEdited: this._editor.edited !== undefined,
        isEditable: this._isEditable,
        isOpen: this._editor.editor !== undefined,
        isOpening: this._editor.isOpening,
        render: (run) => this._editor.render(run),
        onEnter: (point) => this._enter(point),
        onReset: () => this._write(() => this._editor.put()),
      },
      ran: shown && (shown.wish.source ?? lesson.source.rust),
      shown: this._sideBySide ? "both" : this._settings.language,
      record,
      state: replay?.at(this._playback.n),
      names: (id) => shortName({ id }, record?.tasks ?? []),
      playground: written === undefined ? ((made ?? this._foresight.current)?.playground ?? "") : rustPlayground(tokioMain(written, lesson.params, params)),
      values: params,
      copied: this._clipboard.copied,
      onShow: (tab) => {
        this._sideBySide = tab === "both";
        if (tab === "both") return;
        this.language = tab;
        this._emit("playground-change", this.address);
      },
      onCopy: (text) => this._clipboard.copy(text),
      onLine: (line) => this._playback.moveToLine(line),
      aside: this._keyboard.render(),
      still: this._still,
    });
  }

  /** @param {Scenario} lesson */
  _renderExercise(lesson) {
    const { goal } = lesson;
    const { editable, view } = this._settings;
    if (goal === null || !editable || view !== "full") return nothing;
    return this._exercise.render({ ...lesson, goal }, {
      hasRun: this._runner.record !== undefined,
      isSolved: this.solved,
      isEditorOpen: this._editor.editor !== undefined,
    });
  }

  /**
   * @param {Scenario} lesson
   * @param {unknown} wrong
   */
  _renderControls(lesson, wrong) {
    const { params, speed, compare, view, without } = this._settings;
    const { shown, stoppable, record } = this._runner;
    return controls(
      {
        scenario: lesson,
        values: params,
        speed,
        stoppable,
        changed: this._isChanged,
        onValue: (name, value) => this._choose({ params: { [name]: value } }),
        onSpeed: (speed) => this._choose({ speed }),
        onReset: () => this._reset(),
        onRun: (typed) => this._runTyped(typed),
        onStop: () => this.stop(),
      },
      view === "small" ? nothing
      : view === "projector" ? this._sharing.renderWayBack(this.address)
      : html`${without.includes("compare") ? nothing : compareWith({
              scenario: lesson,
              all: this._parts.course ?? [],
              chosen: compare,
              hasBefore: shown?.before !== undefined,
              onChoose: (compare) => this._choose({ compare }),
            })}
            ${without.includes("share") ? nothing : this._sharing.render(lesson, this.address, record)}`,
      wrong,
    );
  }

  /**
   * The run at the cursor; before there is one, what is predicted of it.
   * @param {Scenario} lesson
   */
  _renderRun(lesson) {
    const { shown } = this._runner;
    const { view, compare, without } = this._settings;
    const { views } = this._parts;
    const prediction = this._prediction;
    if (prediction.asks(shown)) return prediction.renderQuestions({ onRun: () => this._runPredicted() });
    if (!shown || !views) {
      return html`<div class="before">
        <p>Run it, and see here what happens, when, and why.</p>
        ${this._poster.text === undefined ? nothing : html`<pre class="poster" tabindex="0" aria-label="A recorded run">${this._poster.text}</pre>`}
        ${prediction.mode === "none" ? nothing : views?.answers(prediction.seen(undefined))}
      </div>`;
    }
    return views.instruments({
      ...this._playback.look,
      scenario: lesson,
      record: shown.record,
      replay: shown.replay,
      simulated: shown.simulated,
      other: this._comparison.side(compare, shown),
      heartbeat: shown.heartbeat,
      differing: shown.differing(this._wish),
      isOld: shown.isOld(this._wish),
      predicted: prediction.mode !== "none"
        ? { ...prediction.seen(shown), over: shown.ended && isPredicted(shown) }
        : undefined,
      view,
      panel: this._panel,
      without,
      printing: this._paper.printing,
      copied: this._clipboard.copied,
      width: this._width.px,
      still: this._still,
      onPanel: (name) => (this._panel = name),
      onCopy: (text) => this._clipboard.copy(text),
    });
  }
}

/**
 * Whether anything was predicted of a run.
 * @param {import("./controllers/shown-run.js").ShownRun} shown
 */
function isPredicted({ prediction }) {
  return prediction.answers.some((answer) => answer !== undefined);
}
