// Runs what is chosen: one run at most, which can be stopped from its first moment.

import { runInto } from "../engine/run.js";
import { course, find } from "../engine/scenarios.js";
import { Heartbeat } from "./heartbeat.js";
import { ShownRun } from "./shown-run.js";

/** @import { ReactiveControllerHost } from "lit" */
/** @import { Lesson, RunRecord } from "../types.js" */
/** @import { SecondRun } from "./comparison.js" */
/** @import { Foreseen } from "./foresight.js" */

/**
 * `idle`: nothing goes on, whether or not a run is shown; `loading`: a run was asked for and
 * has not begun; `running`: it goes on; `comparing`: it has ended, and the second one goes on;
 * `stopping`: what went on was stopped and is not over yet.
 * @typedef {"idle" | "loading" | "running" | "comparing" | "stopping"} State
 * @typedef {"run" | "begin" | "refuse" | "compare" | "stop" | "end" | "drop"} Happening
 */

/**
 * What may happen in which state, and the state after it. Nothing else happens.
 * @type {Record<State, Partial<Record<Happening, State>>>}
 */
const AFTER = {
  idle: { run: "loading", drop: "idle" },
  loading: { begin: "running", refuse: "idle", stop: "idle" },
  running: { refuse: "idle", compare: "comparing", stop: "stopping", end: "idle" },
  comparing: { stop: "stopping", end: "idle" },
  stopping: { run: "loading", refuse: "idle", end: "idle", drop: "idle" },
};

/**
 * @typedef {object} Going a run that was asked for last
 * @property {AbortController} abort
 * @property {Promise<unknown>} before when nothing of the runs before it is alive
 * @property {Promise<RunRecord>} [record]
 * @property {Promise<void>} [compared] when the run beside it has ended, too
 *
 * @typedef {object} Page what a run is made with, and who hears of it
 * @property {() => Foreseen} foresee what is chosen at this moment
 * @property {(foreseen: Foreseen) => ShownRun["prediction"]} predicted what is predicted of it
 * @property {(first: ShownRun) => SecondRun | undefined} second what is to be run after it, to compare
 * @property {(shown: ShownRun | undefined) => void} onShow another run is shown, or none
 * @property {(record: RunRecord) => void} onMore the run has grown by a part that is to be read at once
 * @property {(shown: ShownRun, startedAt: number) => void} onEnd
 * @property {(error: unknown) => void} onError
 */

export class Runner {
  /** @type {State} */
  state = "idle";
  /** @type {ShownRun | undefined} The run that is shown. */
  shown = undefined;
  /** @type {Going | undefined} */
  #going = undefined;
  /** When nothing of any run is alive. @type {Promise<unknown>} */
  #over = Promise.resolve();

  /**
   * @param {ReactiveControllerHost} host
   * @param {Page} page
   */
  constructor(host, page) {
    this.host = host;
    this.page = page;
  }

  /** Whether something goes on that can be stopped. */
  get stoppable() {
    return "stop" in AFTER[this.state];
  }

  /** @returns {RunRecord | undefined} of the run that is shown, if that has ended and no other is about to begin */
  get record() {
    return this.shown?.ended && this.state !== "loading" ? this.shown.record : undefined;
  }

  /**
   * Runs what is chosen, after stopping what goes on. While a run is about to begin, all who
   * ask for one get the same. Rejects if it is not allowed, and with an `AbortError` if it was
   * stopped before it began.
   * @returns {Promise<RunRecord>}
   */
  run() {
    if (this.state === "loading" && this.#going?.record) return this.#going.record;
    this.stop();
    this.#turn("run");
    /** @type {Going} */
    const going = { abort: new AbortController(), before: this.#over };
    this.#going = going;
    going.record = this.#first(going);
    this.#over = going.record.then(() => going.compared, () => {});
    return going.record;
  }

  /** Stops what goes on: every task of it is dropped, and its record says "stopped". */
  stop() {
    if (!this.stoppable) return;
    this.#turn("stop");
    this.#going?.abort.abort();
  }

  /**
   * Stops what goes on, and shows another run, or none: what comes of it later is not shown.
   * @param {ShownRun} [shown]
   */
  show(shown) {
    this.stop();
    this.#going = undefined;
    this.#turn("drop");
    this.#show(shown);
  }

  /** @param {Going} going */
  async #first(going) {
    const { signal } = going.abort;
    /** @type {ShownRun} */
    let shown;
    try {
      await unlessAborted(Promise.all([course(), going.before]), signal);
      const foreseen = this.page.foresee();
      await unlessAborted(foreseen.allowed, signal);
      signal.throwIfAborted();
      // It is allowed: so there is one.
      const scenario = /** @type {Lesson} */ (find(foreseen.wish.scenario));
      shown = new ShownRun({
        scenario,
        foreseen: foreseen.keep(),
        prediction: this.page.predicted(foreseen),
        before: this.#before(scenario.id),
        heartbeat: new Heartbeat(this.host),
      });
    } catch (error) {
      if (going === this.#going && !signal.aborted) this.#turn("refuse");
      if (!signal.aborted) this.page.onError(error);
      throw error;
    }
    return this.#goOn(going, shown);
  }

  /**
   * @param {Going} going
   * @param {ShownRun} shown
   */
  async #goOn(going, shown) {
    const { signal } = going.abort;
    const { speed } = shown.wish;
    const last = this.shown;
    this.#turn("begin");
    this.#show(shown);
    const startedAt = performance.now();
    shown.begin();
    const { record } = shown;
    let over = false;
    try {
      await runInto(shown.live, await shown.foreseen.ready(), {
        speed,
        signal,
        onMore: () => {
          // What is read when it is over is drawn once, at the end.
          if (over) this.page.onMore(record);
          else this.host.requestUpdate();
        },
        onOver: () => {
          over = true;
          shown.heartbeat?.end();
        },
      });
    } catch (error) {
      shown.leave();
      if (going === this.#going) {
        this.#turn("refuse");
        this.#show(last);
        this.page.onError(error);
      }
      throw error;
    }
    shown.judge().then(() => this.host.requestUpdate(), this.page.onError);
    if (going === this.#going) {
      const second = record.outcome === "completed" ? this.page.second(shown) : undefined;
      this.#turn(second ? "compare" : "end");
      going.compared = second && this.#compare(going, second);
      this.page.onEnd(shown, startedAt);
    }
    return record;
  }

  /**
   * Runs what the first run is compared with: after it, because a loop that one of them
   * blocks would block the other.
   * @param {Going} going
   * @param {SecondRun} second
   */
  async #compare(going, second) {
    try {
      await second.run(going.abort.signal);
    } catch (error) {
      this.page.onError(error);
    }
    if (going === this.#going) this.#turn("end");
  }

  /**
   * The run that was shown until now, if it is of the same program.
   * @param {string} scenario
   */
  #before(scenario) {
    return this.shown?.ended && this.shown.scenario.id === scenario ? this.shown.record : undefined;
  }

  /** @param {ShownRun | undefined} shown */
  #show(shown) {
    if (this.shown !== shown) this.shown?.leave();
    this.shown = shown;
    this.page.onShow(shown);
    shown?.foreseen.settled.then(() => this.host.requestUpdate());
    this.host.requestUpdate();
  }

  /** @param {Happening} happening */
  #turn(happening) {
    const after = AFTER[this.state][happening];
    if (!after) throw new Error(`a run cannot ${happening} while it is ${this.state}`);
    this.state = after;
    this.host.requestUpdate();
  }
}

/**
 * @template T
 * @param {Promise<T>} promise
 * @param {AbortSignal} signal
 * @returns {Promise<T>} rejects as soon as it is aborted
 */
function unlessAborted(promise, signal) {
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    promise.then(resolve, reject);
    if (signal.aborted) reject(signal.reason);
  });
}
