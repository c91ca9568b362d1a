// What stands beside the run that is shown: a second scenario, the run's own simulation, or the run before.

import { run } from "../engine/run.js";
import { BEFORE, SIMULATION, isScenario } from "./choices.js";
import { Foreseen } from "./foresight.js";

/** @import { ReactiveControllerHost } from "lit" */
/** @import { Lesson, RunRecord } from "../types.js" */
/** @import { Side } from "../views/comparison.js" */
/** @import { ShownRun } from "./shown-run.js" */

/** A run of a second scenario, with the settings of the first as far as it has the same parameters. */
export class SecondRun {
  #left = new AbortController();

  /**
   * @param {Lesson} scenario
   * @param {ShownRun} first
   */
  constructor(scenario, first) {
    this.scenario = scenario;
    this.first = first;
    const { params, speed } = first.wish;
    const takes = (/** @type {string} */ name) => scenario.params.some((param) => param.name === name);
    const taken = Object.fromEntries(Object.entries(params).filter(([name]) => takes(name)));
    this.foreseen = new Foreseen({ scenario: scenario.id, params: taken, speed });
    /** @type {RunRecord | undefined} */
    this.record = undefined;
    this.running = false;
  }

  /** @param {AbortSignal} signal stops it */
  async run(signal) {
    signal.addEventListener("abort", () => this.#left.abort(), { once: true });
    const { scenario, params, speed } = this.foreseen.wish;
    this.running = true;
    try {
      await this.foreseen.allowed;
      this.record = await run(scenario, params, { speed, signal: this.#left.signal });
    } catch (error) {
      // What is not allowed could not be foreseen either, and that is said.
      if (!this.foreseen.error) throw error;
    } finally {
      this.running = false;
    }
  }

  /** Nobody looks at it any more: it is stopped. */
  leave() {
    this.#left.abort();
    this.foreseen.release();
  }
}

export class Comparison {
  /** @type {SecondRun | undefined} */
  #second = undefined;

  /**
   * @param {ReactiveControllerHost} host
   * @param {(error: unknown) => void} onError
   */
  constructor(host, onError) {
    this.host = host;
    this.onError = onError;
  }

  /**
   * The run of a second scenario beside a first run, if that is what is chosen. Another choice
   * or another first run makes it another one; nothing of it changes the first.
   * @param {string} choice
   * @param {ShownRun | undefined} first
   * @param {readonly Lesson[]} [course]
   */
  second(choice, first, course = []) {
    const scenario = isScenario(choice) && first ? course.find(({ id }) => id === choice) : undefined;
    if (this.#second?.first === first && this.#second?.scenario === scenario) return this.#second;
    this.#second?.leave();
    this.#second = scenario && first && new SecondRun(scenario, first);
    const second = this.#second;
    second?.foreseen.settled.then(() => {
      if (second !== this.#second) return;
      const { error } = second.foreseen;
      if (error) this.onError(new Error(`${scenario?.title} cannot be run with the settings of this run: ${/** @type {Error} */ (error).message}`));
      this.host.requestUpdate();
    });
    return second;
  }

  /**
   * The other side, if there is one.
   * @param {string} choice
   * @param {ShownRun} first
   * @returns {Side | undefined}
   */
  side(choice, first) {
    const { scenario, simulated, before } = first;
    if (choice === SIMULATION) return scenario.browser_only ? undefined : { scenario, record: simulated, simulated, running: false };
    if (choice === BEFORE) return { scenario, record: before, simulated: undefined, running: false };
    const second = this.#second;
    return second && { scenario: second.scenario, record: second.record, simulated: second.foreseen.simulated, running: second.running };
  }
}
