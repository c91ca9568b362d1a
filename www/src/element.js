// <async-playground>: one lesson, run and seen.
//
// The element holds what the reader has chosen (scenario, parameters, speed, the
// cursor) and the record of the run. Every view is a function of these.

import { LitElement, adoptStyles, html, nothing } from "lit";

import { Comparison, isScenario } from "./controllers/comparison.js";
import { load, message, run, scenarios, simulate, tokioProgram } from "./engine/engine.js";
import { FocusKeeper } from "./controllers/focus.js";
import { Heartbeat } from "./controllers/heartbeat.js";
import { highlighter } from "./source/highlight.js";
import { LiveRecord } from "./record/live.js";
import { Paper } from "./controllers/paper.js";
import { Player } from "./controllers/player.js";
import { Prediction } from "./controllers/prediction.js";
import { createReplay } from "./record/replay.js";
import { shortName } from "./record/names.js";
import { Sharing } from "./controllers/sharing.js";
import { actionOf, enableShortcuts, isInField, shortcutsEnabled } from "./controllers/shortcuts.js";
import { styles } from "./styles.js";
import { comparing, comparingStyles } from "./views/comparing.js";
import { controls, controlStyles } from "./views/controls.js";
import { diagnoses, diagnosesStyles } from "./views/diagnoses.js";
import { log, logStyles } from "./views/log.js";
import { predictStyles } from "./views/predict.js";
import { problem, problemStyles } from "./views/problem.js";
import { shareStyles } from "./views/share.js";
import { shortcuts, shortcutsStyles } from "./views/shortcuts.js";
import { source, sourceStyles } from "./views/source.js";
import { text, textStyles } from "./views/text.js";
import { verdict, verdictStyles } from "./views/verdict.js";
import { zoomStyles } from "./zoom.js";

/** @import { Window } from "./views/timeline/scale.js" */
/** @import { Replay, RunEvent, RunRecord, Scenario } from "./types.js" */

export class AsyncPlayground extends LitElement {
  static styles = [
    styles,
    zoomStyles,
    textStyles,
    predictStyles,
    controlStyles,
    comparingStyles,
    shareStyles,
    problemStyles,
    verdictStyles,
    diagnosesStyles,
    logStyles,
    sourceStyles,
    shortcutsStyles,
  ];

  static properties = {
    scenario: {},
    params: {},
    compare: {},
    speed: {},
    theme: { reflect: true },
    view: { reflect: true },
    // Not reflected: to HTML, `lang` is a human language.
    lang: {},
    autorun: { type: Boolean },
    problem: { attribute: false },
    _known: { state: true },
    _broken: { state: true },
    _simulated: { state: true },
    _program: { state: true },
    _shown: { state: true },
    _cursor: { state: true },
    _error: { state: true },
    _running: { state: true },
    _stale: { state: true },
    _paint: { state: true },
    _copied: { state: true },
    _bothLanguages: { state: true },
    _rate: { state: true },
    _width: { state: true },
    _window: { state: true },
    _links: { state: true },
    _keys: { state: true },
    _views: { state: true },
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
    /** @type {"auto" | "light" | "dark"} */
    this.theme = "auto";
    /** @type {"full" | "compact"} */
    this.view = "full";
    /** @type {"rust" | "python"} */
    this.lang = "rust";
    /** Whether to run as soon as it is ready. */
    this.autorun = false;
    /** @type {unknown} What went wrong around the element, to be said by it: in the page's address, say. */
    this.problem = undefined;

    /** @type {Scenario | undefined} */
    this._known = undefined;
    /** Whether the programs cannot run here at all. */
    this._broken = false;
    /** @type {RunRecord | undefined} The run that the parameters ask for, on the simulated clock. */
    this._simulated = undefined;
    /** The address of the program in the Rust Playground. */
    this._program = "";
    /** @type {RunRecord | undefined} */
    this._shown = undefined;
    /** @type {Replay | undefined} */
    this._replay = undefined;
    /** @type {number | undefined} How many events the views show; none: all there are. */
    this._cursor = undefined;
    /** @type {unknown} */
    this._error = undefined;
    /** @type {AbortController | undefined} */
    this._running = undefined;
    /** @type {LiveRecord | undefined} */
    this._live = undefined;
    /** Whether the controls say something else than the run that is shown. */
    this._stale = false;
    /** @type {import("./source/highlight.js").Painter | undefined} */
    this._paint = undefined;
    this._copied = "";
    /** Whether the programs of both languages are shown, side by side. */
    this._bothLanguages = false;
    new FocusKeeper(this, "button.primary");
    /** @type {Heartbeat | undefined} This page during the run that is shown; none: it was not measured here. */
    this._heart = undefined;
    this._player = new Player(this, (n) => (this._cursor = n));
    this._paper = new Paper(this);
    this._rate = 1;
    this._prediction = new Prediction(this);
    this._comparison = new Comparison(this);
    this._sharing = new Sharing(this, (error) => this._fail(error));
    /** @type {typeof import("./views/replay.js") | undefined} */
    this._views = undefined;
    /** @type {Scenario[]} */
    this._course = [];
    /** How wide the timeline can be drawn, in CSS pixels. */
    this._width = 0;
    /** @type {Element | undefined} What is measured. */
    this._frame = undefined;
    this._resize = new ResizeObserver(([{ contentRect }]) => {
      // In the next frame: what is drawn for the new width may change it again, and within this one the page would hear of an error.
      requestAnimationFrame(() => (this._width = Math.floor(contentRect.width)));
    });
    /** @type {{ from_ms: number, to_ms: number } | undefined} The part of the run that the timeline shows; none: all. */
    this._window = undefined;
    this._links = false;
    /** Whether single keys are shortcuts. */
    this._keys = shortcutsEnabled();
  }

  connectedCallback() {
    super.connectedCallback();
    this.addEventListener("keydown", this._onKey);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.removeEventListener("keydown", this._onKey);
    this._resize.disconnect();
    this._heart?.end();
    this.stop();
  }

  /** @param {import("lit").PropertyValues} changed */
  willUpdate(changed) {
    if (changed.has("scenario")) {
      this.stop();
      this._running = undefined;
      this._show(undefined);
      this._comparison.before = undefined;
      this._prepare();
    } else if (changed.has("params") || changed.has("speed")) {
      this._stale = this._shown !== undefined;
      this._foresee().catch((error) => this._fail(error));
    } else if (changed.has("compare")) {
      this._compareWith(this.compare);
    }
    if (this._live?.take()) this._replay = this._live.replay;
  }

  updated() {
    /** @type {Element | null} */
    const frame = this.renderRoot.querySelector(".frame");
    if (frame && frame !== this._frame) {
      this._frame = frame;
      this._resize.disconnect();
      this._resize.observe(frame);
    }
  }

  /** Gets the scenario ready: its text, its parameters, and what a run of it will be. */
  async _prepare() {
    const wanted = this.scenario;
    this._error = undefined;
    this._broken = false;
    try {
      await load();
    } catch (error) {
      this._broken = true;
      this._fail(error);
      return;
    }
    try {
      this._course = await scenarios();
      if (wanted !== this.scenario) return;
      this._known = this._course.find((scenario) => scenario.id === wanted);
      this._emit("playground-ready");
      await this._foresee();
      if (wanted !== this.scenario) return;
      if (this.autorun) this.run().catch(() => {});
    } catch (error) {
      if (wanted === this.scenario) this._fail(error);
    }
    // Only now: nobody waits for these before a program can run.
    this._furnish();
  }

  /** Loads what shows a run and what colours its source; what could not be loaded is said, and is tried again by the next run. */
  _furnish() {
    const say = (/** @type {string} */ what) => (/** @type {unknown} */ error) =>
      this._fail(new Error(`${what} could not be loaded. The next run tries again. (${message(error)})`));
    this._see().catch(say("What shows a run"));
    if (!this._paint) highlighter().then((paint) => (this._paint = paint), say("What colours the source"));
  }

  /** Loads what shows a run. */
  async _see() {
    if (this._views) return;
    const views = await import("./views/replay.js");
    const all = /** @type {import("lit").CSSResult[]} */ ([AsyncPlayground.styles, views.replayStyles].flat(Infinity));
    adoptStyles(/** @type {ShadowRoot} */ (this.renderRoot), all);
    this._views = views;
  }

  /** Simulates the run that the controls ask for; fails as that run would. */
  async _foresee() {
    const { scenario, params, speed } = this;
    const current = () => scenario === this.scenario && params === this.params && speed === this.speed;
    this._error = undefined;
    this._compareWith(this.compare);
    try {
      const simulated = await simulate(scenario, this._values, { speed });
      const program = await tokioProgram(scenario, this._values);
      if (!current()) return;
      this._simulated = simulated;
      this._program = rustPlayground(program);
      if (this._known) this._prediction.foresee(this._known, simulated);
    } catch (error) {
      if (!current()) return;
      this._simulated = undefined;
      this._program = "";
      throw error;
    }
  }

  /** The parameters that were given, by name. */
  get _values() {
    return Object.fromEntries(new URLSearchParams(this.params));
  }

  /** The record of the last run that has ended; setting one shows it. */
  get record() {
    return this._running ? undefined : this._shown;
  }

  set record(record) {
    this.stop();
    this._running = undefined;
    this._show(record);
  }

  /**
   * Runs the scenario, and stops a run that goes on.
   *
   * Resolves to the record when the run has ended; rejects if the scenario, a
   * parameter or the speed is not allowed.
   */
  async run() {
    this.stop();
    const running = new AbortController();
    const { scenario, speed } = this;
    const values = this._values;
    this._error = undefined;
    this.problem = undefined;
    this._stale = false;
    try {
      await load();
      this._furnish();
      const live = new LiveRecord(scenario, values, Number(speed));
      this._running = running;
      this._show(live.record);
      this._live = live;
      const heart = new Heartbeat(this);
      this._heart = heart;
      heart.start(() => live.due_ms);
      const startedAt = performance.now();
      const record = await run(scenario, values, {
        speed,
        signal: running.signal,
        onEvent: (event) => {
          live.push(event);
          this.requestUpdate();
        },
      });
      heart.end();
      await live.takeAll((record) => this._views?.readOn(record));
      await this._comparison.run({ speed, signal: running.signal });
      if (this._running === running) {
        // They are the same: what is known of them need not be found again.
        record.events = live.record.events;
        this._end(record, live.replay);
        this._heart = heart;
        this._emit("playground-finish", record);
        // For the browser's own tools: the run has ended without it, too.
        import("./export/performance.js").then(({ markTasks }) => markTasks(record, startedAt)).catch((error) => this._fail(error));
      }
      return record;
    } catch (error) {
      if (this._running === running) this._end(undefined);
      this._fail(error);
      throw error;
    }
  }

  /** Stops the run, if one goes on: every task of it is dropped, and its record says "stopped". */
  stop() {
    this._running?.abort();
  }

  /**
   * Shows a run that was shared, without running it. Rejects if it is none, or one of
   * another scenario.
   * @param {string} shared a record as `encodeRun` of shared-run.js makes it
   */
  async open(shared) {
    const { decodeRun } = await import("./record/shared-run.js");
    const record = decodeRun(shared);
    if (record.scenario !== this.scenario) {
      throw new Error(`the run in this link is one of "${record.scenario}": here only one of "${this.scenario}" can be shown`);
    }
    const params = Object.entries(record.params).map(([name, value]) => [name, String(value)]);
    this.params = String(new URLSearchParams(params));
    this.speed = String(record.speed);
    this._prediction.skipped = true;
    // What these settings set off would take the record away again.
    await this.updateComplete;
    this.record = record;
  }

  /** @param {unknown} error */
  _fail(error) {
    this._error = error;
    this._emit("playground-error", error);
  }

  /**
   * @param {RunRecord | undefined} record
   * @param {Replay} [replay]
   */
  _end(record, replay) {
    this._running = undefined;
    this._show(record, replay);
    if (record) this._prediction.judge(record, this._simulated);
  }

  /**
   * @param {RunRecord | undefined} record
   * @param {Replay} [replay] of its events, as far as it is known
   */
  _show(record, replay = record && createReplay(record)) {
    this._player.pause();
    this._heart?.end();
    this._heart = undefined;
    const before = this._shown;
    if (before && before.outcome !== "running" && before.scenario === this.scenario) this._comparison.before = before;
    this._window = undefined;
    this._sharing.attempt(() => this._sharing.link(record?.outcome === "running" ? undefined : record));
    this._live = undefined;
    this._shown = record;
    this._replay = replay;
    this._cursor = undefined;
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
    const { scenario, compare, speed } = this;
    return { scenario, compare: isScenario(compare) ? compare : undefined, params: this._values, speed };
  }

  /** What the reader changes belongs to the next run, and to the address.
   * @param {{ params?: string, speed?: string, compare?: string }} change */
  _choose(change) {
    Object.assign(this, change);
    this._emit("playground-change", this.address);
  }

  /**
   * @param {string} name
   * @param {string} value
   */
  _onValue(name, value) {
    const params = new URLSearchParams(this.params);
    params.set(name, value);
    this._choose({ params: String(params) });
  }

  /** @param {string} choice */
  _compareWith(choice) {
    this._comparison.choose(choice, this._values, this.speed).catch((error) => this._fail(error));
  }

  /** @param {number} n */
  _moveTo(n) {
    this._player.pause();
    this._cursor = Math.min(Math.max(n, 0), this._replay?.length ?? 0);
  }

  _playOrPause() {
    if (this._player.playing) this._player.pause();
    else if (this._shown && this._replay) this._player.play(this._shown, this._at, this._rate);
  }

  /** How many events the views show. */
  get _at() {
    return this._cursor ?? this._replay?.length ?? 0;
  }

  /** @param {KeyboardEvent} event */
  _onKey(event) {
    const action = actionOf(event, this._keys);
    const act = action && this._actions[action];
    // Host pages have their own use for keys: mdBook's arrows turn pages.
    if (act || isInField(event)) event.stopPropagation();
    if (!act) return;
    event.preventDefault();
    act();
  }

  /** @type {Partial<Record<import("./controllers/shortcuts.js").Action, () => void>>} */
  _actions = {
    run: () => this.run().catch(() => {}),
    stop: () => this.stop(),
    play: () => this._playOrPause(),
    previous: () => this._moveTo(this._at - 1),
    next: () => this._moveTo(this._at + 1),
    first: () => this._moveTo(0),
    last: () => this._moveTo(Infinity),
    "zoom-in": () => this._press("Zoom in"),
    "zoom-out": () => this._press("Zoom out"),
    "zoom-reset": () => this._press("Whole run"),
    compare: () => this._focus("select[name=compare]"),
    share: () => this._focus(".share summary"),
    help: () => /** @type {HTMLDialogElement | null} */ (this.renderRoot.querySelector("dialog"))?.showModal(),
  };

  /** @param {string} label of a button of the timeline */
  _press(label) {
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector(`[aria-label="${label}"]`))?.click();
  }

  /** @param {string} selector */
  _focus(selector) {
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector(selector))?.focus();
  }

  /** @param {string} text */
  async _copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      this._copied = text;
    } catch (error) {
      this._fail(new Error(`The browser does not let this page copy: ${error}`));
    }
  }

  render() {
    const known = this._known;
    const retry = this._broken ? () => this._prepare() : undefined;
    const wrong = this._error ?? this.problem;
    if (!known || this._broken || known.id !== this.scenario) {
      // Until it is ready, what stands inside the element is what there is to read.
      return html`${problem(wrong, retry)}<slot></slot>`;
    }
    return html`<div class="stack">
      ${text(known, this.view !== "compact")}
      ${problem(wrong, retry)}
      ${this.view === "compact" || this._running ? nothing : this._prediction.render()}
      ${controls(
        {
          scenario: known,
          values: this._values,
          speed: this.speed,
          running: this._running !== undefined,
          changed: this._stale,
          onValue: (name, value) => this._onValue(name, value),
          onSpeed: (speed) => this._choose({ speed }),
          onRun: () => this.run().catch(() => {}),
          onStop: () => this.stop(),
        },
        html`${comparing({
            scenario: known,
            all: this._course,
            chosen: this._comparison.with,
            hasBefore: this._comparison.before !== undefined,
            onChoose: (choice) => this._choose({ compare: choice }),
          })}
          ${this._sharing.render(known, this.address, this.record)}`,
      )}
      ${this._run(known)}
      ${shortcuts({
        enabled: this._keys,
        onEnabled: (enabled) => {
          this._keys = enabled;
          enableShortcuts(enabled);
        },
      })}
    </div>`;
  }

  /**
   * The run at the cursor, and the program beside it.
   * @param {Scenario} scenario
   */
  _run(scenario) {
    const record = this._shown;
    const n = this._at;
    const names = (/** @type {number} */ id) => shortName({ id }, record?.tasks ?? []);
    const views = this._views;
    const shown = record && this._replay && views && {
      scenario,
      record,
      replay: this._replay,
      n,
      simulated: this._simulated,
      other: this._comparison.side(scenario, this._simulated),
      full: this.view !== "compact",
      elapsed_ms: this._heart?.elapsed_ms ?? 0,
      playing: this._player.playing,
      rate: this._rate,
      width: this._width,
      window: this._window,
      links: this._links,
      onCursor: (/** @type {number} */ n) => this._moveTo(n),
      onPlayOrPause: () => this._playOrPause(),
      onRate: (/** @type {number} */ rate) => {
        this._rate = rate;
        if (this._player.playing) this._player.play(record, n, rate);
      },
      onWindow: (/** @type {Window | undefined} */ window) => (this._window = window),
      onLinks: (/** @type {boolean} */ links) => (this._links = links),
      onCopy: (/** @type {string} */ text) => this._copy(text),
    };
    return html`
      <section class="card" aria-label="The run">
        ${verdict({ record, simulated: this._simulated, elapsed_ms: this._heart?.elapsed_ms ?? 0 }, this._heart?.render())}
        ${shown ? views.instrument(shown) : nothing}
        ${diagnoses(record)}
      </section>
      ${shown ? views.comparison(shown) : nothing}
      <div class="two">
        ${log({ record, n, names, printing: this._paper.printing, onCursor: (n) => this._moveTo(n) })}
        ${source({
          scenario,
          lang: this._bothLanguages ? "both" : this.lang,
          paint: this._paint,
          record,
          state: this._replay?.at(n),
          names,
          playground: this._program,
          copied: this._copied,
          onLang: (lang) => {
            this._bothLanguages = lang === "both";
            if (lang !== "both") this.lang = lang;
          },
          onCopy: (text) => this._copy(text),
          onLine: (line) => this._moveTo(nextOnLine(record?.events ?? [], n, line)),
        })}
      </div>
      ${shown ? views.afterwards(shown) : nothing}
    `;
  }
}

/**
 * The cursor after the next event of a source line; from the last one, after the first.
 * @param {readonly RunEvent[]} events
 * @param {number} n
 * @param {number} line
 */
function nextOnLine(events, n, line) {
  const isOn = (/** @type {RunEvent} */ event) => "line" in event && event.line === line;
  const next = events.findIndex((event, index) => index >= n && isOn(event));
  const found = next < 0 ? events.findIndex(isOn) : next;
  return found < 0 ? n : found + 1;
}

/**
 * The address of a program in the Rust Playground.
 * @param {string} program
 */
function rustPlayground(program) {
  const query = new URLSearchParams({ version: "stable", mode: "debug", edition: "2024", code: program });
  return `https://play.rust-lang.org/?${query}`;
}
